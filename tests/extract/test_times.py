from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from benchmarks.articles import article, read
from histor.extract.dates.times import extract_times
from histor.records import Date
from tests.extract.hand_made import annotated, document_of
from tests.extract.test_deeds import event
from tests.extract.test_deeds import read as page_of


def test_each_expression_carries_its_sentence_and_evidence() -> None:
    text = "Ana left on Monday. Two ships sank in May 2011. It rained."
    doc = annotated(text, tags={"left": "VERB VBD", "sank": "VERB VBD"})
    document = msgspec.structs.replace(
        document_of(text, "2019-03-13"), sentences=((0, 19), (20, 47), (48, 58))
    )
    monday, may = extract_times(document, doc)
    assert monday.sentence.text == "Ana left on Monday."
    assert monday.date is not None and may.date is not None
    assert (monday.date.edtf, monday.date.basis, monday.date.anchor) == (
        "2019-03-11",
        "resolved",
        "2019-03-13",
    )
    assert (may.date.edtf, may.date.basis, may.date.anchor) == ("2011-05", "stated", None)
    assert may.date.evidence == (may.span,)


@pytest.mark.parametrize(
    ("text", "tags", "tree", "expected"),
    [
        ("Ana will speak on Friday", {"speak": "VERB VB"}, {"will": "speak", "Friday": "speak"}, 15),
        ("Ana spoke on Friday", {"spoke": "VERB VBD"}, {"Friday": "spoke"}, 8),
        ("Ana is speaking on Friday", {"speaking": "VERB VBG"}, {"is": "speaking", "Friday": "speaking"}, 15),
        ("Ana was arrested on Friday", {"arrested": "VERB VBN", "was": "AUX VBD"}, {"was": "arrested", "Friday": "arrested"}, 8),
        ("Ana may have left on Friday", {"left": "VERB VBN", "may": "AUX MD", "have": "AUX VB"}, {"may": "left", "have": "left", "Friday": "left"}, 8),
        ("Ana could not be found on Friday", {"found": "VERB VBN", "could": "AUX MD"}, {"could": "found", "not": "found", "Friday": "found"}, 8),
        ("Ana's trial was set for Friday", {"set": "VERB VBN", "was": "AUX VBD"}, {"was": "set", "Friday": "set", "for": "Friday"}, 15),
        ("Ana postponed it until Friday", {"postponed": "VERB VBD"}, {"Friday": "postponed", "until": "Friday"}, 15),
        ("Ana waited until Friday", {"waited": "VERB VBD"}, {"Friday": "waited", "until": "Friday"}, 8),
        ("Ana planned a march on Friday", {"planned": "VERB VBD"}, {"Friday": "planned"}, 15),
        ("Ana will speak Friday night", {"speak": "VERB VB", "night": "NOUN NN"}, {"will": "speak", "Friday": "night", "night": "speak"}, 15),
        ("Ana is to vote on Friday", {"vote": "VERB VB", "is": "AUX VBZ"}, {"is": "vote", "to": "vote", "Friday": "vote"}, 15),
        ("The truce expires on Friday.", {"expires": "VERB VBZ"}, {"on": "Friday", "Friday": "expires"}, 15),
        ("The road is shut until Friday", {"shut": "ADJ JJ"}, {"is": "shut", "until": "Friday", "Friday": "shut"}, 15),
        ("Police shoot a man on Friday", {"shoot": "VERB VBP"}, {"on": "Friday", "Friday": "shoot"}, 8),
        ("Ana says on Friday.", {"says": "VERB VBZ"}, {"on": "Friday", "Friday": "says"}, 8),
        ("Ana has put the vote off to Friday", {"put": "VERB VBN", "has": "AUX VBZ"}, {"has": "put", "off": "put", "to": "Friday", "Friday": "put"}, 15),
        ("Ana named a deputy effective Friday", {"named": "VERB VBD", "effective": "ADJ JJ"}, {"effective": "named", "Friday": "effective"}, 15),
    ],
)  # fmt: skip
def test_the_verb_tells_which_friday(
    text: str, tags: dict[str, str], tree: dict[str, str], expected: int
) -> None:
    cases = {"for", "until", "on", "to"}
    arcs = {w: ("case" if w in cases else "obl", head) for w, head in tree.items()}
    lemmas = {"planned": "plan", "postponed": "postpone", "waited": "wait", "says": "say"}
    doc = annotated(text, tags=tags, lemmas=lemmas, tree=arcs)
    document = msgspec.structs.replace(document_of(text, "2019-03-13"), sentences=((0, len(text)),))
    (time,) = extract_times(document, doc)
    assert time.date is not None
    assert time.date.edtf == f"2019-03-{expected:02}"


def test_what_had_been_announced_for_a_day_may_be_over(tmp_path: Path) -> None:
    text = (
        "LIMA, 22 June 2021 (ANP) - Peru had announced that talks with Chile would open in Lima on "
        "18 March, and nobody came."
    )
    talks = event(page_of(tmp_path, text), "talks")
    assert talks.date is not None and talks.date.edtf == "2021-03-18"
    assert talks.status not in {"happened", "ongoing"}


def test_what_something_lasts_since_is_past() -> None:
    text = "Ana will have led since May 20"
    tree = {"will": ("aux", "led"), "May": ("obl", "led")}
    doc = annotated(text, tags={"led": "VERB VBN"}, tree=tree)
    document = msgspec.structs.replace(document_of(text, "2019-03-13"), sentences=((0, len(text)),))
    (time,) = extract_times(document, doc)
    assert time.date is not None
    assert (time.tense, time.date.earliest) == ("past", "2018-05-20")


def test_a_page_dated_to_a_month_anchors_nothing() -> None:
    text = "Ana left on Monday."
    month = Date(edtf="2019-03", earliest="2019-03-01", latest="2019-03-31", basis="page")
    document = msgspec.structs.replace(
        document_of(text), page_date=month, sentences=((0, len(text)),)
    )
    (time,) = extract_times(document, annotated(text))
    assert time.date is None


def test_the_judged_day_of_writing_outranks_the_printed_one() -> None:
    text = "Ana left yesterday."
    written = Date(edtf="2011-05-04", earliest="2011-05-04", latest="2011-05-04", basis="linked")
    document = msgspec.structs.replace(
        document_of(text, "2019-03-13"), written=written, sentences=((0, len(text)),)
    )
    (time,) = extract_times(document, annotated(text))
    assert time.date is not None and time.date.edtf == "2011-05-03"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He spoke of the leaders of tomorrow.", []),
        ("Many of today's computers are slow.", []),
        ("Shots were heard around the old Friday mosque on Monday.", ["Monday"]),
        ("Some of today's vote was lost, and the next is tomorrow.", ["today", "tomorrow"]),
    ],
)
def test_what_is_of_our_time_or_of_the_future_is_of_no_day(text: str, found: list[str]) -> None:
    [page] = read([article("one", text, "2019-03-13")])
    assert [t.span.text for t in page.times] == found


def test_a_feast_in_a_longer_name_is_no_time() -> None:
    text = "The Easter Offensive began on Easter Monday."
    doc = annotated(text, ents=[("Easter Offensive", "OTHER")])
    document = msgspec.structs.replace(document_of(text, "2019-06-13"), sentences=((0, len(text)),))
    assert [t.span.text for t in extract_times(document, doc)] == ["Easter Monday"]


def test_a_month_that_is_a_verb_or_a_name_is_no_time() -> None:
    text = "They plan to March. June Lee left."
    doc = annotated(text, tags={"March": "VERB VB"}, ents=[("June Lee", "PERSON")])
    document = msgspec.structs.replace(document_of(text), sentences=((0, 19), (20, 34)))
    assert extract_times(document, doc) == ()


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The council is due to meet in Lima on Friday.", "Friday", "2023-12-08"),
        (
            "Peru and Chile agreed to open the border, following a meeting between their presidents "
            "on Monday in Arica.",
            "Monday",
            "2023-12-04",
        ),
        # whatever is said to come, it was said on a day that is over
        (
            "“If the guards cannot do it, our men will,” the mayor of Lima said on Tuesday.",
            "Tuesday",
            "2023-12-05",
        ),
        ("“Miners will march on Friday,” she said on Tuesday.", "Tuesday", "2023-12-05"),
        ("“Miners will march on Friday,” she said on Tuesday.", "Friday", "2023-12-08"),
        # what had been announced then may be over
        ("Chile had announced that talks would open on 18 June.", "18 June", "2023-06-18"),
        ("The wars of May and June 2011 ruined Peru.", "May", "2011-05"),
        ("The floods of December and January 2012 ruined Peru.", "December", "2011-12"),
        (
            "Talks opened in Lima on 18 November. On the eve of the meeting, Peru shut its ports.",
            "the eve",
            "2023-11-17",
        ),
        (
            "Miners met on Monday. A letter sent on Thursday called them home. In the evening they left.",
            "the evening",
            "2023-12-07",
        ),
    ],
)
def test_what_is_due_is_to_come_and_what_was_followed_is_past(
    text: str, words: str, day: str
) -> None:
    [record] = read([article("page", text, "2023-12-07")])
    assert {t.span.text: t.date.edtf for t in record.times if t.date is not None}[words] == day


def test_a_day_of_asking_is_not_that_of_what_is_asked() -> None:
    text = "Peru had asked the court in October to halt the referendum, and the court refused."
    [record] = read([article("page", text, "2023-12-07")])
    dated = {e.mentions[0].trigger: e.mentions[0].date for e in record.events}
    assert dated["asked"] is not None
    assert dated["referendum"] is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Peru freed two clerks on Wednesday who had been seized on Monday. In the evening, rebels shelled Arica.", "shelled", "2021-06-09"),
        ("The truce signed on Monday was broken. At 8pm on Wednesday, planes bombed Tacna. At 10pm, rebels shelled Arica.", "shelled", "2021-06-09"),
        ("Chile bombed Tacna on Tuesday, a day after rebels had seized the port of Ilo. The next day, rebels shelled Arica.", "shelled", "2021-06-09"),
    ],
)  # fmt: skip
def test_the_day_of_the_clause_is_counted_from(
    tmp_path: Path, text: str, trigger: str, day: str
) -> None:
    page = page_of(tmp_path, f"War in Peru\n\nPublished 10 June 2021\n\n{text}\n")
    found = event(page, trigger).date
    assert found is not None
    assert found.edtf == day


def test_what_people_do_later_dates_nothing() -> None:
    text = "The army of Peru bombed Tacna. Victims of the bombing were buried on Sunday."
    [record] = read([article("page", text, "2023-12-07")])
    [bombing] = [e for e in record.events if e.type == "ASSAULT"]
    assert bombing.date is None
