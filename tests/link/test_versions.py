"""Which of a page's versions counts, and which sentences of two versions are one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from histor.link import align, counted, page_versions, superseded
from histor.link.sentences import share_kept
from histor.records import PageRecord, Sighting
from tests.sample_records import sample, story

A = "The ferry is late. Nobody was hurt. Marta Kovač spoke on Friday in Tarn."
B = "The ferry is late. Two people were hurt. Marta Kovač spoke on Friday in Tarn."
OTHER = "A dam broke above Esk. Rain fell for a week. The road to the north is closed to cars."


def record(key: str, text: str) -> PageRecord:
    sentences = [f"{s.removesuffix('.')}." for s in text.split(". ")]
    one = sample(key, text).record
    return msgspec.structs.replace(one, document=story(key, *sentences))


def seen(one: PageRecord, first: str, last: str | None = None, *, dated: bool = True) -> Sighting:
    return Sighting(
        address="https://tarn.example/ferry",
        document=one.document.id,
        first=first,
        last=last or first,
        dated=dated,
    )


def count(records: Sequence[PageRecord], sightings: Sequence[Sighting]) -> list[PageRecord]:
    documents = {r.document.id: r.document for r in records}
    return list(counted(records, superseded(documents, sightings)))


FIRST, SECOND, UNLIKE = record("a", A), record("b", B), record("c", OTHER)


def test_the_newest_counts_and_names_the_others() -> None:
    sightings = [seen(FIRST, "1"), seen(SECOND, "2"), seen(UNLIKE, "3")]
    for some in permutations(sightings):
        [only] = count([FIRST, SECOND, UNLIKE], list(some))
        assert only.document.id == UNLIKE.document.id
        assert only.document.supersedes == (FIRST.document.id, SECOND.document.id)


def test_a_version_put_back_counts_again() -> None:
    [only] = count([FIRST, SECOND], [seen(FIRST, "1"), seen(SECOND, "2"), seen(FIRST, "3")])
    assert only.document.id == FIRST.document.id
    assert only.document.supersedes == (SECOND.document.id,)


def test_the_same_story_in_other_furniture_is_no_version() -> None:
    refetched = record("again", A)
    for some in permutations([seen(FIRST, "1"), seen(refetched, "2")]):
        [only] = count([FIRST, refetched], list(some))
        assert only.document.id == FIRST.document.id
        assert only.document.supersedes == ()


def test_without_times_of_fetching_only_pages_that_share_sentences_are_versions() -> None:
    alike = [seen(FIRST, "1", dated=False), seen(SECOND, "1", dated=False)]
    assert len(count([FIRST, SECOND], alike)) == 1
    unlike = [seen(FIRST, "1", dated=False), seen(UNLIKE, "1", dated=False)]
    assert count([FIRST, UNLIKE], unlike) == [FIRST, UNLIKE]
    assert page_versions({r.document.id: r.document for r in (FIRST, UNLIKE)}, unlike) == ()


def test_a_file_that_lies_elsewhere_too_counts() -> None:
    elsewhere = msgspec.structs.replace(seen(FIRST, "1"), address="other/ferry.html")
    newer = msgspec.structs.replace(seen(SECOND, "2"), address="other/ferry.html")
    here = [seen(SECOND, "1"), seen(FIRST, "2")]
    ids = {r.document.id for r in count([FIRST, SECOND], [elsewhere, newer, *here])}
    assert ids == {FIRST.document.id, SECOND.document.id}


def test_sentences_are_paired_where_they_moved_and_where_they_were_reworded() -> None:
    before = story("x", "One ship sank.", "At least 12 people were killed.", "Rain fell.")
    after = story("y", "Rain fell.", "A new lead.", "At least 15 people were killed.")
    pairs = {(p.before, p.after, p.same) for p in align(before, after)}
    assert pairs == {(2, 0, True), (1, 2, False)}
    assert share_kept(before, before) == 1
    assert share_kept(story("z"), before) == 0


@given(
    st.lists(st.sampled_from(["A b c.", "A b d.", "E f g.", "H.", ""]), max_size=8),
    st.lists(st.sampled_from(["A b c.", "A b d.", "E f g.", "H.", ""]), max_size=8),
)
def test_every_sentence_is_paired_at_most_once(old: list[str], new: list[str]) -> None:
    pairs = align(story("x", *old), story("y", *new))
    assert len({p.before for p in pairs}) == len({p.after for p in pairs}) == len(pairs)
    assert all((old[p.before].split() == new[p.after].split()) == p.same for p in pairs)
    assert sum(p.same for p in pairs) >= min(len(old), len(new)) * (sorted(old) == sorted(new))
