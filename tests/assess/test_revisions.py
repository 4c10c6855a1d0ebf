"""Words carried from one version of a page to the other, and what counts as news of it."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from histor.assess.change import changes
from histor.assess.revisions import Revision, revisions
from histor.records import CaseExport, Document, Event, EventMention, Finding, Span
from tests.sample_records import assault, span, story


def export(of: Document, *events: Event, findings: tuple[Finding, ...] = ()) -> CaseExport:
    return CaseExport(
        documents=(of,),
        origins=(),
        stories=(),
        entities=(),
        claims=(),
        events=events,
        findings=findings,
        warnings=(),
        relations=(),
        times=(),
        failures=(),
    )


def told(name: str, sentence: Span, trigger: str) -> Event:
    return assault(name, EventMention(span=sentence, trigger=trigger, status="happened"))


BEFORE = story(
    "a", "Four men died in Esk.", "Rain fell on Monday.", "The mayor left.", title="Ferry"
)
AFTER = story("b", "Rain fell on Monday.", "Six men died in Esk.", "Shops burned.", old=BEFORE.id)


def test_words_are_carried_over_where_their_sentence_went() -> None:
    [revision] = revisions({BEFORE.id: BEFORE}, [AFTER])
    assert revision.earlier_place(span(AFTER, "on Monday")) == span(BEFORE, "on Monday").place
    assert revision.earlier_place(span(AFTER, "died in Esk")) == span(BEFORE, "died in Esk").place
    whole = span(AFTER, "Six men died in Esk.")
    assert revision.earlier_place(whole) == span(BEFORE, "Four men died in Esk.").place
    assert revision.earlier_place(span(AFTER, "Shops")) is None
    assert revision.later_place(span(BEFORE, "The mayor")) is None
    assert [s.text for s in revision.removed] == ["The mayor left."]
    assert [s.text for s in revision.added] == ["Shops burned."]
    assert [(a.text, b.text) for a, b in revision.reworded] == [
        ("Four men died in Esk.", "Six men died in Esk.")
    ]


def test_a_page_that_is_no_later_version_is_no_revision() -> None:
    other = story("c", "Shops burned.")
    assert list(revisions({BEFORE.id: BEFORE}, [other, BEFORE])) == []


def test_of_two_cases_the_address_tells_a_later_version() -> None:
    there = {"location": "https://tarn.example/ferry", "supersedes": ()}
    one, other = (msgspec.structs.replace(d, **there) for d in (BEFORE, AFTER))
    [revision] = revisions({one.id: one}, [other])
    assert (revision.before, revision.after) == (one, other)
    # it still stands beside another page, as an address that every article of an export has
    assert list(revisions({one.id: one}, [one, other])) == []


def test_an_event_is_withdrawn_when_its_sentence_is_gone() -> None:
    left = told("left", span(BEFORE, "The mayor left."), "left")
    died = told("died", span(BEFORE, "Four men died in Esk."), "died")
    still = told("still", span(AFTER, "Six men died in Esk."), "died")
    found = changes(export(BEFORE, left, died), export(AFTER, still), "2021-05-04")
    assert [c.events for c in found if c.kind == "event_withdrawn"] == [("left",)]
    assert not any(c.kind == "new_event" for c in found)


def test_an_event_first_read_in_a_sentence_left_as_it_was_is_no_news() -> None:
    fell = told("fell", span(AFTER, "Rain fell on Monday."), "fell")
    burned = told("burned", span(AFTER, "Shops burned."), "burned")
    found = changes(export(BEFORE), export(AFTER, fell, burned), "2021-05-04")
    assert [c.events for c in found if c.kind == "new_event"] == [("burned",)]


def test_a_dispute_whose_page_has_another_title_now_is_no_news() -> None:
    renamed = msgspec.structs.replace(AFTER, title="Ferry sunk")

    def finding(of: Document) -> Finding:
        return Finding(
            id=f"finding_{of.id}",
            kind="denial",
            summary=f"“It sank” is denied (“{of.title}”).",
            evidence=(),
            documents=(of.id,),
        )

    before = export(BEFORE, findings=(finding(BEFORE),))
    after = export(renamed, findings=(finding(renamed),))
    assert not any("denied" in c.summary for c in changes(before, after, "2021-05-04"))


WORDS = st.lists(st.text("ab1", min_size=1, max_size=3), min_size=1, max_size=4)
SENTENCES = st.lists(WORDS.map(" ".join), max_size=6)


@given(SENTENCES, SENTENCES, st.data())
def test_words_carried_over_and_back_come_home(
    old: list[str], new: list[str], data: st.DataObject
) -> None:
    revision = Revision(story("a", *old), story("b", *new))
    if not revision.pairs:
        return
    pair = data.draw(st.sampled_from(revision.pairs))
    start, end = revision.after.sentences[pair.after]
    at = data.draw(st.integers(start, end - 1))
    words = Span(document=revision.after.id, start=at, end=end, text=revision.after.text[at:end])
    place = revision.earlier_place(words)
    if place is None:
        return
    home = revision.later_place(Span(document=place[0], start=place[1], end=place[2], text=""))
    assert home == words.place or not pair.same
    if pair.same:
        assert revision.before.text[place[1] : place[2]].split() == words.text.split()
