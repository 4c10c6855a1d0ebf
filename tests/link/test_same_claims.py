"""What one source says on several pages is one statement, in whatever words."""

from __future__ import annotations

import msgspec
import pytest

from histor.link import link
from histor.records import ClaimAct
from tests.sample_records import sample

SAID = "the rebels had shelled the bridge at Lowmark with heavy guns"


def same(one: str, other: str, speaker: str = "Marta Kovač") -> bool:
    """Say whether two pages' claims are joined."""
    pages = [
        sample(
            key,
            f"{who} said {what}.",
            names=[(who, "person")],
            said=(who, "said", what),
        ).record
        for key, who, what in (("a", "Marta Kovač", one), ("b", speaker, other))
    ]
    first, second = link(pages).claims
    assert (first.same_as == (second.id,)) == (second.same_as == (first.id,))
    return bool(first.same_as)


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        "rebels had bombarded the bridge at Lowmark with heavy weapons",
        "the bridge at Lowmark had been under shelling by the rebels and their heavy guns",
        f"{SAID}, that the road was cut, and that the harbour would stay closed for a week or so",
    ],
)
def test_a_paraphrase_is_the_same_statement_in_a_case_of_two_pages(other: str) -> None:
    assert same(SAID, other)


@pytest.mark.parametrize(
    "other",
    [
        "the rebels had not shelled the bridge at Lowmark with heavy guns",
        "the rebels had shelled the bridge at Portobel with heavy guns",
        "the rebels at Lowmark would be paid for bread and milk",
        "Lowmark had gone",
    ],
)
def test_what_only_looks_like_it_is_not(other: str) -> None:
    assert not same(SAID, other)


def test_another_speaker_says_it_for_himself() -> None:
    assert not same(SAID, SAID, speaker="Hugo Lezcano")


def test_whom_nothing_names_says_the_same_word_for_word_alone() -> None:
    def told(*said: str) -> list[int]:
        pages = [
            sample(key, f"They said {what}.", names=(), said=("They", "said", what)).record
            for key, what in zip("ab", said, strict=True)
        ]
        return [len(claim.same_as) for claim in link(pages).claims]

    assert told(SAID, SAID) == [1, 1]
    assert told(SAID, f"{SAID}, that the road was cut, and that the harbour was closed") == [0, 0]


def test_a_statement_in_small_words_is_known_word_for_word() -> None:
    words = "this is what we have told them all and what we will tell you"
    assert same(words, words)


def test_a_name_in_common_is_not_a_statement_in_common() -> None:
    one = "farmers of the Plata River Council owe nothing for water"
    assert not same(one, "the Plata River Council would build two new schools for boys")


def test_who_warns_and_who_says_tell_one_thing() -> None:
    acts: list[ClaimAct] = ["assert", "warn", "deny"]
    pages = [
        sample(
            act,
            f"Marta Kovač said {SAID}.",
            names=[("Marta Kovač", "person")],
            said=("Marta Kovač", "said", SAID),
        ).record
        for act in acts
    ]
    told = [
        msgspec.structs.replace(p, claims=(msgspec.structs.replace(p.claims[0], act=act),))
        for p, act in zip(pages, acts, strict=True)
    ]
    joined = {c.act: len(c.same_as) for c in link(told).claims}
    assert joined == {"assert": 1, "warn": 1, "deny": 0}
