from __future__ import annotations

from itertools import pairwise
from typing import Literal

from hypothesis import given
from hypothesis import strategies as st

from histor.link import CRITERION, clusters
from histor.records import Judgement


def judged(
    left: str,
    right: str,
    verdict: Literal["same", "different", "unsure"] = "same",
    by: str = CRITERION,
) -> Judgement:
    return Judgement(left=left, right=right, verdict=verdict, by=by, score=1.0, reasons=("r",))


def test_same_joins_through_a_third() -> None:
    roots = clusters([judged("a", "n"), judged("b", "n"), judged("c", "m")])
    assert roots["a"] == roots["b"] == roots["n"] != roots["c"]


def test_a_persons_different_outranks_the_programs_same() -> None:
    star = [judged("a", "n"), judged("b", "n")]
    parted = clusters([*star, judged("a", "b", "different", "Ines")])
    assert parted["a"] != parted["b"]
    assert parted["n"] in {parted["a"], parted["b"]}
    off_the_name = clusters([*star, judged("n", "b", "different", "Ines")])
    assert off_the_name["a"] == off_the_name["n"] != off_the_name["b"]


def test_a_persons_later_word_counts() -> None:
    before, after = judged("a", "b", "different", "Ines"), judged("b", "a", "same", "Ines")
    assert clusters([before, after])["a"] == clusters([before, after])["b"]
    assert clusters([after, before])["a"] != clusters([after, before])["b"]


def test_unsure_neither_joins_nor_parts() -> None:
    roots = clusters([judged("a", "b", "unsure"), judged("a", "c"), judged("b", "c")])
    assert roots["a"] == roots["b"]
    assert clusters([judged("a", "b", "unsure")]) == {"a": "a", "b": "b"}


def test_a_long_chain_is_one_cluster() -> None:
    things = [f"t{i:05}" for i in range(20_000)]
    roots = clusters(judged(a, b) for a, b in pairwise(things))
    assert set(roots.values()) == {"t00000"}


_THINGS = st.sampled_from("abcdefgh")
_JUDGEMENTS = st.builds(
    judged,
    _THINGS,
    _THINGS,
    st.sampled_from(["same", "different", "unsure"]),
    st.sampled_from([CRITERION, "Ines"]),
)


@given(
    st.lists(
        _JUDGEMENTS,
        unique_by=lambda j: (tuple(sorted((j.left, j.right))), j.by),
    ).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made)))
)
def test_order_of_judgements_on_different_pairs_is_nothing(
    orders: tuple[list[Judgement], list[Judgement]],
) -> None:
    assert clusters(orders[0]) == clusters(orders[1])


@given(st.lists(_JUDGEMENTS))
def test_no_cluster_holds_what_a_person_parted_last(made: list[Judgement]) -> None:
    roots = clusters(made)
    last = {frozenset((j.left, j.right)): j for j in made if j.by == "Ines" and j.left != j.right}
    for judgement in last.values():
        if judgement.verdict == "different":
            assert roots[judgement.left] != roots[judgement.right]
