"""The days of events that a page tells without one."""

from __future__ import annotations

import msgspec

from histor.link.told_days import told_days
from histor.records import Date, Document, Event, EventMention, Figure, Span
from tests.sample_records import assault

HEADING = "Raid on Lowmark kills nine"
LEAD = "Planes bombed a school in Lowmark on Friday and killed nine."
LATER = "The raid was one of many."
AMONG = "The head of the school was among those killed."
FRIDAY = Date(edtf="2021-05-07", earliest="2021-05-07", latest="2021-05-07", basis="resolved")


def page() -> Document:
    told = (HEADING, LEAD, LATER, AMONG)
    text = f"{HEADING}\n\n{LEAD} {LATER}\n\n{AMONG}"
    starts = [text.index(s) for s in told]
    return Document(
        id="doc_1",
        location="1.txt",
        sha256="0" * 64,
        title=None,
        outlet=None,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=None,
        sentences=tuple((start, start + len(s)) for start, s in zip(starts, told, strict=True)),
    )


def event(name: str, sentence: str, date: Date | None = None) -> Event:
    document = page()
    start = document.text.index(sentence)
    span = Span(document="doc_1", start=start, end=start + len(sentence), text=sentence)
    mention = EventMention(span=span, trigger="raid", status="happened", date=date)
    return assault(name, mention, date=date)


def test_a_deed_is_of_the_day_of_those_beside_it() -> None:
    bombed, killed = event("bombed", LEAD, FRIDAY), event("killed", LEAD)
    assert told_days(page(), [bombed, killed], None) == {"killed": FRIDAY}
    ahead = msgspec.structs.replace(killed, status="planned")
    assert told_days(page(), [bombed, ahead], None) == {}
    other = event("other", LEAD, msgspec.structs.replace(FRIDAY, edtf="2021-05-01"))
    assert told_days(page(), [bombed, killed, other], None) == {}


def test_who_was_among_those_killed_died_on_the_day_of_the_deed_told_last() -> None:
    bombed, head = event("bombed", LEAD, FRIDAY), event("head", AMONG)
    assert told_days(page(), [bombed, head], None) == {"head": FRIDAY}
    assert told_days(page(), [head], None) == {}


def test_a_heading_is_of_the_day_of_the_lead() -> None:
    bombed = event("bombed", LEAD, FRIDAY)
    heading, later = event("heading", HEADING), event("later", LATER)
    assert told_days(page(), [bombed, heading, later], bombed) == {"heading": FRIDAY}
    assert told_days(page(), [bombed, heading], None) == {}


def test_those_counted_right_after_a_deed_were_struck_by_it() -> None:
    text = f"{LEAD} Two teachers were injured. The war has killed 90 teachers.\n\nNine died."
    starts = [text.index(s) for s in (LEAD, "Two", "The war", "Nine died")]
    ends = [*(n - 1 for n in starts[1:-1]), starts[-1] - 2, len(text)]
    document = msgspec.structs.replace(
        page(), text=text, sentences=tuple(zip(starts, ends, strict=True))
    )
    events = []
    for name, start, end in zip(("bombed", "two", "war", "nine"), starts, ends, strict=True):
        span = Span(document="doc_1", start=start, end=end, text=text[start:end])
        figure = Figure(quantity="killed", low=2.0, high=2.0, unit=None, who=None, span=span)
        date = FRIDAY if name == "bombed" else None
        mention = EventMention(span=span, trigger="raid", status="happened", date=date)
        event = assault(name, mention, date=date)
        events.append(msgspec.structs.replace(event, figures=(figure,)))
    assert told_days(document, events, None) == {"two": FRIDAY}
