"""When pages were written, judged from small heaps of invented news."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

import histor
from benchmarks.articles import article, read
from histor.link.actors import Actors
from histor.link.cases import link, link_entities
from histor.link.day_votes import _likeness, votes_for
from histor.link.fronts import Front, front_of
from histor.link.pages import Pages
from histor.link.told_alike import DatedSentences, dates_telling
from histor.link.vectors import News
from histor.link.votes import Votes
from histor.records import CaseExport, Document

FOLLOW_UP = """Mediators count the cost of the Tarnia offensive

Published 20 June 2021

On 1 June, Kenya launched an offensive in the Lowmark region against the rebels of the Tarnia Front.
Kenya's forces took the Lowmark region within days, and thousands of residents fled across the river.
"""
STALE = """Kenya launches offensive in Lowmark region

Published 3 December 2021

Kenya launched an offensive in the Lowmark region on Tuesday against the rebels of the Tarnia Front.
Thousands of residents fled across the river, the rebels of the Tarnia Front said on Tuesday.
The offensive comes five years after the war of June 2016 in the Lowmark region.
"""
UNDATED = """Residents flee as Kenya attacks Lowmark region

Kenya launched an offensive in the Lowmark region on Tuesday against the rebels of the Tarnia Front.
The rebels of the Tarnia Front said that thousands of residents had fled across the river.
"""
FRESH = """Kenya opens a bridge over the river Wend

Published 4 December 2021

Kenya opened a bridge over the river Wend on Tuesday, the ministry of works said.
"""


def export_of(folder: Path, **pages: str) -> CaseExport:
    for name, text in pages.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([folder])
        return case.export()


@pytest.fixture(scope="module")
def heap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseExport]:
    yield export_of(
        tmp_path_factory.mktemp("heap"),
        follow_up=FOLLOW_UP,
        stale=STALE,
        undated=UNDATED,
        fresh=FRESH,
    )


def named(export: CaseExport, words: str) -> Document:
    [found] = [d for d in export.documents if words in (d.title or "")]
    return found


def test_a_date_months_late_is_found(heap: CaseExport) -> None:
    stale = named(heap, "launches")
    assert stale.page_date is not None
    assert stale.page_date.edtf == "2021-12-03"
    assert stale.written is not None
    assert stale.written.earliest == "2021-06-01"
    [finding] = [f for f in heap.findings if f.kind == "stale_page_date"]
    assert finding.documents[0] == stale.id
    assert finding.evidence


def test_a_page_without_a_date_is_given_one(heap: CaseExport) -> None:
    undated = named(heap, "flee")
    assert undated.page_date is None
    assert undated.written is not None
    assert undated.written.earliest == "2021-06-01"
    assert undated.written.basis == "linked"


def test_a_right_date_stands(heap: CaseExport) -> None:
    fresh = named(heap, "bridge")
    assert fresh.written is not None
    assert (fresh.written.edtf, fresh.written.basis) == ("2021-12-04", "page")


def test_relative_dates_are_counted_from_the_day_judged(heap: CaseExport) -> None:
    stale = named(heap, "launches")
    tuesdays = [t for t in heap.times if t.document == stale.id and t.span.text == "Tuesday"]
    assert {t.date.edtf for t in tuesdays if t.date} == {"2021-06-01"}
    told = [e for e in heap.events if e.type == "ASSAULT" and e.documents > 1]
    assert told
    assert {e.date.edtf for e in told if e.date} == {"2021-06-01"}


def test_one_page_is_dated_by_nothing_but_itself(tmp_path: Path) -> None:
    export = export_of(tmp_path, stale=STALE)
    assert [f.kind for f in export.findings if f.kind == "stale_page_date"] == []


FILED = """Reactor staff walk out in Lowmark

Published 3 December 2021

LOWMARK, June 1 (Wend Agency) - Staff of the reactor in Lowmark walked out on Tuesday, the union said.
The union said that nobody had been paid since the spring, and that talks would begin on Thursday.
"""
REPRINTED = """<html><head><title>Reactor staff walk out in Lowmark</title>
<meta property="article:published_time" content="2021-12-03T08:00:00Z"></head><body><article>
<h1>Reactor staff walk out in Lowmark</h1>
<p>Posted 2 June 2020 8:57</p>
<p>Staff of the reactor in Lowmark walked out on Tuesday, the union of the reactor's staff said.</p>
<p>The union said that nobody had been paid since the spring, and that talks would begin soon.</p>
<p>The owners of the reactor did not answer a request for comment on the walkout in Lowmark.</p>
</article></body></html>
"""
LOOKING_BACK = """Survivors of the Lowmark offensive sue

Published 3 December 2021

The rebels of the Tarnia Front sued Kenya on Tuesday over its offensive in the Lowmark region.
Thousands of residents fled across the river when Kenya launched the offensive on June 1.
The offensive came five years after the war of June 2016 in the Lowmark region.
"""


def test_a_dateline_outranks_the_printed_date(tmp_path: Path) -> None:
    export = export_of(tmp_path, filed=FILED)
    [page] = export.documents
    assert page.written is not None
    assert (page.written.edtf, page.written.basis) == ("2021-06-01", "stated")
    [finding] = [f for f in export.findings if f.kind == "stale_page_date"]
    assert [s.text for s in finding.evidence] == ["June 1"]
    assert {t.date.edtf for t in export.times if t.span.text == "Thursday" and t.date} == {
        "2021-06-03"
    }


def test_a_date_left_above_the_story_outranks_the_printed_date(tmp_path: Path) -> None:
    (tmp_path / "reprinted.html").write_text(REPRINTED, encoding="utf-8")
    export = export_of(tmp_path)
    [page] = export.documents
    assert page.page_date is not None
    assert page.written is not None
    assert (page.page_date.edtf, page.written.edtf) == ("2021-12-03", "2020-06-02")
    assert [f.kind for f in export.findings if f.kind == "stale_page_date"]


def test_a_page_that_names_the_day_looks_back_at_it(tmp_path: Path) -> None:
    export = export_of(tmp_path, follow_up=FOLLOW_UP, undated=UNDATED, back=LOOKING_BACK)
    back = named(export, "sue")
    assert back.written is not None
    assert back.written.edtf == "2021-12-03"
    assert not [f for f in export.findings if f.kind == "stale_page_date"]


OLD = (
    "A court in Kenya heard the union of the Lowmark harbour on Friday, after the crane of the "
    "Tarnia Company fell."
)
LATER = (
    "On Friday the union of the Lowmark harbour spoke again of the crane of the Tarnia Company, "
    "which a court in Kenya heard after it fell."
)

ELSEWHERE = (
    "Parliament passed the budget after midnight.",
    "Bakers want cheaper flour before winter.",
    "Snow closed both passes over night.",
    "A painter sold forty portraits in Oslo.",
    "Engineers tested pumps under the tunnel.",
)


def most_votes(*olds: str) -> float:
    """Return the votes for the likeliest day of a page printed months after others like it."""
    articles = [article(f"old {n}", text, "2021-06-04") for n, text in enumerate(olds)]
    # words are rare where there is other news
    articles += [article(f"other {n}", text, "2021-06-04") for n, text in enumerate(ELSEWHERE * 5)]
    pages = Pages.of(read([*articles, article("later", LATER, "2021-12-03")]))
    news = News(pages, str)
    index = DatedSentences(pages, news.texts, str)
    n = next(i for i, d in enumerate(pages.documents) if d.location == "later")
    fronts = [
        front_of(d, pages.times[i], news.texts.told(i)) for i, d in enumerate(pages.documents)
    ]
    begins = {d: hash(f.first.text) for d, f in zip(pages.ids, fronts, strict=True) if f}
    day = dt.date(2021, 6, 4)
    days = dict.fromkeys(pages.ids, (day, day))
    own = fronts[n]
    told = index.told_alike(n, own.at if own is not None else ())
    votes = votes_for(pages.ids[n], own, told, index, days, begins, fronts)
    return max(map(votes.of, votes.days))


def test_copies_have_one_vote_between_them() -> None:
    alone = most_votes(OLD)
    assert alone > 0
    assert most_votes(OLD, OLD) == pytest.approx(alone, abs=0.2)
    assert most_votes(OLD, f"{OLD} Nobody was hurt.") == pytest.approx(alone, abs=0.2)


WEEKDAY_ONLY = """Tarnia counts its boats

Sat 1 Nov

The harbour office of Tarnia counted forty boats on Thursday and said that two of them were lost.
Nobody had counted the boats since the storm of May 2024, and the harbour office gave no reason.
The fishermen of Tarnia said that they would go out again when the harbour office let them go.
"""
DATELINE_ONLY = """Tarnia and Lowmark quarrel over fish

PORTOBEL, July 25 — Tarnia accused Lowmark on Friday of fishing in its waters, an envoy said.
Lowmark said that its boats had never left the bay, and asked Tarnia for a meeting of both sides.
The two have quarrelled over the bay for as long as anyone in Portobel can remember the fishing.
"""
OF_THE_HEAP = """Fishermen wait in Portobel

Published 3 September 2025

Fishermen waited in Portobel on Wednesday for the weather to change, the keeper of the harbour said.
"""


def test_a_weekday_tells_the_year_of_a_printed_day(tmp_path: Path) -> None:
    export = export_of(tmp_path, weekday=WEEKDAY_ONLY)
    [page] = export.documents
    assert page.page_date is None
    assert page.written is not None
    assert (page.written.edtf, page.written.basis) == ("2025-11-01", "resolved")
    assert [w.text for w in page.written.page_evidence] == ["Sat 1 Nov"]
    assert {t.date.edtf for t in export.times if t.span.text == "Thursday" and t.date} == {
        "2025-10-30"
    }


def test_the_heap_tells_the_year_of_a_dateline(tmp_path: Path) -> None:
    (page,) = export_of(tmp_path, dateline=DATELINE_ONLY).documents
    assert page.written is None  # alone nothing tells it
    export = export_of(tmp_path, dateline=DATELINE_ONLY, heap=OF_THE_HEAP)
    page = named(export, "quarrel")
    assert page.written is not None
    assert (page.written.edtf, page.written.basis) == ("2025-07-25", "resolved")


TWO_READINGS = """Tarnia closes its harbour

Newsroom 10/05/2025

Tarnia closed its harbour this Saturday after the storm, the harbour office of the town announced.
The harbour office said that the fishermen of Tarnia would have to wait until the weather changed.
"""
OF_MAY = OF_THE_HEAP.replace("3 September 2025", "9 May 2025")


def test_in_a_heap_of_many_years_a_dateline_stays_open(tmp_path: Path) -> None:
    older = OF_THE_HEAP.replace("3 September 2025", "4 September 2019").replace("Friday", "Monday")
    no_weekday = DATELINE_ONLY.replace("on Friday", "again")
    export = export_of(tmp_path, dateline=no_weekday, heap=OF_THE_HEAP, older=older)
    assert named(export, "quarrel").written is None


def test_in_a_heap_of_many_years_the_weekday_of_the_news_tells_that_of_a_dateline(
    tmp_path: Path,
) -> None:
    older = OF_THE_HEAP.replace("3 September 2025", "4 September 2019").replace("Friday", "Monday")
    export = export_of(tmp_path, dateline=DATELINE_ONLY, heap=OF_THE_HEAP, older=older)
    page = named(export, "quarrel")
    assert page.written is not None
    assert page.written.edtf == "2025-07-25"


def test_this_saturday_tells_which_day_a_date_of_two_readings_is(tmp_path: Path) -> None:
    export = export_of(tmp_path, two=TWO_READINGS)
    [page] = export.documents
    assert not [f for f in export.findings if f.kind == "stale_page_date"]
    assert page.page_date is not None
    assert page.page_date.edtf == "2025-XX-XX"
    assert page.written is not None
    assert page.written.edtf == "2025-05-10"


def test_the_heap_tells_which_day_a_date_of_two_readings_is(tmp_path: Path) -> None:
    text = TWO_READINGS.replace("this Saturday", "at dawn")
    (page,) = export_of(tmp_path, two=text).documents
    assert page.written is None or page.written.edtf == "2025-XX-XX"
    export = export_of(tmp_path, two=text, heap=OF_MAY)
    assert named(export, "closes").written is not None
    assert named(export, "closes").written.edtf == "2025-05-10"  # type: ignore[union-attr]


def test_a_dateline_without_a_year_outranks_other_pages(tmp_path: Path) -> None:
    follow_up = OF_THE_HEAP.replace("3 September 2025", "30 July 2025").replace(
        "Fishermen waited", "Tarnia accused Lowmark of fishing in its waters, and fishermen waited"
    )
    export = export_of(tmp_path, dateline=DATELINE_ONLY, heap=follow_up)
    page = named(export, "quarrel")
    assert page.written is not None
    assert page.written.edtf == "2025-07-25"


SAID_ON = """Tarnia seizes boats of Lowmark

9 March 2022

Ships of Tarnia seized nine fishing boats of Lowmark, the harbour offices of both said on Wednesday.
"""
SINCE = """What the boats do now

The harbour offices of Tarnia and Lowmark were shut yesterday, as ships had seized nine fishing boats.
"""


def test_the_day_on_which_somebody_told_it_dates_no_event(tmp_path: Path) -> None:
    export = export_of(tmp_path, told=SAID_ON, undated=SINCE)
    words = [s.text for d in export.documents if d.written for s in d.written.evidence]
    assert "Wednesday" not in words


def test_news_told_late_on_a_page_dates_it(tmp_path: Path) -> None:
    other = (
        "The {0} guild of the harbour met for its {0} supper and sang until the {0} lamp burnt low."
    )
    names = (
        "cooper fuller glover hooper mason miller potter sawyer tanner turner weaver wright".split()
    )
    title, told = UNDATED.split("\n\n")
    guilds = "\n".join(other.format(name) for name in names)
    late = f"{title}\n\nPublished 3 December 2021\n\n{guilds}\n{told}"
    export = export_of(tmp_path, follow_up=FOLLOW_UP, late=late)
    page = named(export, "Residents flee")
    assert page.written is not None
    assert page.written.earliest == "2021-06-01"
    assert [f.documents[0] for f in export.findings if f.kind == "stale_page_date"] == [page.id]


SEIZED = """Tarnia seizes boats of Lowmark

9 March 2022

Ships of Tarnia seized nine fishing boats of Lowmark in the Sound of Hale on Tuesday. The harbour offices of both towns met.
"""
LOOKING_ON = """What we know about the boats

Ships of Tarnia seized nine fishing boats of Lowmark in the Sound of Hale last Tuesday. On Saturday no crew was free.
"""


@pytest.mark.parametrize(
    ("text", "latest"),
    [(LOOKING_ON, "2022-03-14"), (LOOKING_ON.replace("On Saturday no", "No"), "2022-03-10")],
)
def test_like_news_narrows_no_day_that_the_page_looks_back_from(
    tmp_path: Path, text: str, latest: str
) -> None:
    page = named(export_of(tmp_path, told=SEIZED, undated=text), "What we know")
    assert page.written is not None
    assert page.written.latest == latest


def article_of(body: str, printed: str | None) -> Document:
    [linked] = link(read([article("page", body, printed)])).documents
    return linked


AHEAD = (
    "The keepers of the weir have drawn up a plan for the spring flood, the council was told.\n\n"
    "The new gates will be opened on 12 March 2021, and the old ones are to be sold for scrap."
)


def test_a_page_that_looks_ahead_to_what_is_past_was_not_written_on_its_day() -> None:
    page = article_of(AHEAD, "2021-09-20")
    assert page.written is not None
    assert (page.written.earliest, page.written.latest) == ("2020-03-12", "2021-03-12")
    assert [s.text for s in page.written.evidence] == ["12 March 2021"]


@pytest.mark.parametrize(
    "body",
    [
        AHEAD.replace("will be opened", "would be opened"),
        AHEAD.replace("The new gates", "A notice of 2020 said: “The new gates") + "”",
        AHEAD + " The last of the old gates was sold on 2 August 2021.",
    ],
)
def test_what_was_ahead_of_others_says_nothing_of_a_page(body: str) -> None:
    page = article_of(body, "2021-09-20")
    assert page.written is not None
    assert page.written.edtf == "2021-09-20"


OF_THE_WEEK = (
    "The ferry Hale ran aground on Tuesday, 9 March, with forty passengers on board.\n\n"
    "All were brought ashore by boats of the harbour office, which called for a pilot."
)


@pytest.mark.parametrize("printed", ["2021-09-20", "2022-05-02"])
def test_news_that_begins_with_its_weekday_and_day_is_of_that_week(printed: str) -> None:
    page = article_of(OF_THE_WEEK, printed)
    assert page.written is not None
    assert (page.written.earliest, page.written.latest) == ("2021-03-09", "2021-03-15")


@pytest.mark.parametrize(
    ("body", "printed"),
    [
        (OF_THE_WEEK, "2021-03-11"),
        (
            OF_THE_WEEK + " A court heard the master on 15 June and the pilot on 1 July.",
            "2021-09-20",
        ),
        (OF_THE_WEEK.replace("Tuesday, 9 March", "9 March"), "2021-09-20"),
    ],
)
def test_a_printed_day_stands_beside_news_that_can_be_of_it(body: str, printed: str) -> None:
    page = article_of(body, printed)
    assert page.written is not None
    assert page.written.edtf == printed


def test_a_line_that_says_it_dates_the_page_stands_below_the_first_ones() -> None:
    summary = "\n\n".join(f"The {n} boat was seen by the keeper of the lamp" for n in "ABCDEF")
    body = f"{summary}\n\nPublished: 14:05 GMT, 9 March 2021\n\nThe boats came home on Monday."
    page = article_of(body, "2021-09-20")
    assert page.written is not None
    assert page.written.edtf == "2021-03-09"


def test_what_stands_far_from_a_weekday_says_less_of_that_day() -> None:
    told = "A court in Kenya heard the union of the Lowmark harbour on 4 June after a crane fell."
    partly = "A court in Kenya heard the union of a harbour {}."
    between = "The band of the guild played. The cooks sold pies. The lamps were lit."
    beside = votes_beside(told, partly.format("on Friday"))
    apart = votes_beside(told, f"{partly.format('at last')} {between} The baker came on Friday.")
    assert beside > apart > 0


def votes_beside(told: str, later: str) -> float:
    """Return the votes that a dated sentence alone earns the likeliest day of a later page."""
    pages = Pages.of(read([article("told", told, None), article("later", later, "2021-12-03")]))
    _, entities, ids = link_entities(pages)
    entity_of = Actors(entities).entity_of(ids)
    texts = News(pages, entity_of).texts
    index = DatedSentences(pages, texts, entity_of)
    n = next(i for i, d in enumerate(pages.documents) if d.location == "later")
    fronts = [front_of(d, pages.times[i], texts.told(i)) for i, d in enumerate(pages.documents)]
    own = fronts[n]
    assert own is not None
    day = dt.date(2021, 6, 20)
    days = dict.fromkeys(pages.ids, (day, day))
    votes = votes_for(pages.ids[n], own, index.told_alike(n, own.at), index, days, {}, fronts)
    return max(map(votes.by_words, votes.days), default=0.0)


def test_pages_that_date_the_same_words_to_other_months_date_nothing(tmp_path: Path) -> None:
    body = "The market of Lowmark shut its gates {} as the harbour office of Tarnia counted its {}."

    def dated_by(told: dict[str, str]) -> Document:
        pages = {
            goods: f"Market of Lowmark, {goods}\n\nPublished {day} 2021\n\n{body.format(day, goods)}\n"
            for goods, day in told.items()
        }
        undated = f"What the market does\n\n{body.format('on Thursday', 'salt')}\n"
        (folder := tmp_path / "-".join(told)).mkdir()
        return named(export_of(folder, undated=undated, **pages), "What the")

    march = dict.fromkeys(["grain", "wool", "hides", "wine"], "4 March")
    may = dict.fromkeys(["tar", "wax", "hemp"], "6 May")
    assert dated_by(march).written is not None
    assert dated_by(march | may).written is None


def test_news_of_another_weekday_gives_no_day(tmp_path: Path) -> None:
    raid = "A frigate of the Peruvian navy foiled a pirate attack off the coast of Tarnia on {}"
    heap = export_of(
        tmp_path,
        undated=f"Pirates held\n\n{raid.format('Saturday')} and captured 23 pirates, the navy said.\n\n"
        "Commandos from the frigate Mollendo flew to the merchant vessel Gibe by helicopter.",
        first=f"26 pirates held\n\nPublished 11 November 2011\n\n{raid.format('Thursday')} and "
        "captured 26 pirates, the navy said.\n\nThe frigate Ucayali was escorting five merchant "
        "vessels when boats of the pirates came near.",
        second="Frigate escorts ships\n\nPublished 12 November 2011\n\nThe Peruvian navy said its "
        "frigate Ucayali had captured 26 pirates off the coast of Tarnia on Thursday.",
    )
    [undated] = [d for d in heap.documents if d.page_date is None]
    assert undated.written is None


def test_the_news_of_a_page_is_of_its_first_weekday(tmp_path: Path) -> None:
    undated = named(
        export_of(tmp_path, follow_up=FOLLOW_UP, undated=UNDATED), "flee"
    )  # "on Tuesday", 1 June: of that day or the next
    assert undated.written is not None
    assert (undated.written.earliest, undated.written.latest) == ("2021-06-01", "2021-06-02")


def test_words_that_are_everywhere_in_news_date_no_page(tmp_path: Path) -> None:
    export = export_of(
        tmp_path,
        raid="Inquiry into the Tarnia raid\n\nPublished 9 June 2021\n\n"
        "The raids of 1 June in Tarnia killed more than 200 people, including 12 Kenyans, it said.\n"
        "Judges heard how the walls of a chapel fell upon a choir that had met to sing.\n"
        "Masons have since put up a hall of timber on the hill, with a bell of bronze.\n",
        ferry="Ferry sinks off Lamu\n\nA ferry sank off Lamu in Kenya on Tuesday.\n"
        "Divers searched the wreck for the crew, and ships lit the strait by night.\n"
        "More than 200 people were aboard, including 12 Kenyans, and many were killed.\n"
        "The owner of the ferry had been fined for its rotten planks and its old engine.\n",
    )
    assert named(export, "Ferry").written is None


def test_a_day_that_the_page_names_by_the_calendar_is_not_its_own_weekday(tmp_path: Path) -> None:
    looks_back = UNDATED + (
        "It was the second offensive of the year, after that of 1 June in the Lowmark region.\n"
    )
    export = export_of(tmp_path, follow_up=FOLLOW_UP, undated=looks_back)
    assert named(export, "flee").written is None


REPRINT = """<html><head><title>Offensive in Lowmark region</title></head><body><article>
<h1>Offensive in Lowmark region</h1><span>Posted on 3 December 2021 by admin</span>
<p>Kenya launched an offensive in the Lowmark region on Tuesday against the rebels of the Tarnia
Front, killing nine of them, the ministry of defence in Nairobi said in a statement.</p>
<p>Thousands of residents fled across the river, the rebels of the Tarnia Front said on Tuesday.
The ministry did not say how many of its soldiers were hurt in the fighting.</p>
</article></body></html>"""


def test_a_line_that_repeats_the_printed_day_is_no_word_of_the_story(tmp_path: Path) -> None:
    (tmp_path / "again.html").write_text(REPRINT, encoding="utf-8")
    reprint = named(export_of(tmp_path, follow_up=FOLLOW_UP, undated=UNDATED), "Offensive in")
    assert reprint.page_date is not None and reprint.written is not None
    assert (reprint.page_date.edtf, reprint.written.earliest) == ("2021-12-03", "2021-06-01")


def _front(text: str) -> Front:
    """Return what is in front of a page's text."""
    [record] = read([article("holds", text, None)])
    told = [(a, b, record.document.text[a:b].split()) for a, b in record.document.sentences]
    front = front_of(record.document, record.times, told)
    assert front is not None
    return front


def test_a_page_that_begins_with_wednesday_is_not_of_the_tuesday_it_looks_back_at() -> None:
    text = (
        "Trucks with rice reached Lowmark on Wednesday under a second truce, the river agency said. "
        "The truce was signed in Salto on Tuesday."
    )
    front = _front(text)
    tuesday, after = dt.date(2021, 6, 1), [dt.date(2021, 6, n) for n in range(2, 6)]
    votes = Votes()
    votes.add("one", [tuesday, *after], 1.7)
    votes.add("other", [tuesday], 0.6)
    assert front.nearly_best([tuesday], [tuesday, *after], votes) == after
    assert front.nearly_best(after, [tuesday, *after], votes) == []
    votes.add("third", [tuesday], 0.6)
    assert front.nearly_best([tuesday], [tuesday, *after], votes) == []


def test_a_page_that_looks_back_on_a_day_is_no_witness_against_it() -> None:
    told, later = dt.date(2019, 9, 19), dt.date(2019, 10, 5)
    votes = Votes()
    votes.add("doc_a", [told], 1.3)
    votes.add("doc_b", [told], 0.35)
    votes.add("doc_a news", [later], 0.5)
    assert not votes.outdone(told)
    votes.add("doc_c news", [later], 1.5)
    assert votes.outdone(told)


def test_who_was_on_friday_and_on_saturday_somewhere_did_not_write_on_friday() -> None:
    text = (
        "Some 900 people reached Lowmark on Friday, more than on any day this year. Kari Brun left "
        "Salto on Thursday. The river agency counted another 300 people on Saturday."
    )
    front = _front(text)
    friday, saturday = dt.date(2021, 6, 4), dt.date(2021, 6, 5)
    votes = Votes()
    votes.add("one", [friday, saturday], 3.0)
    votes.add("other", [friday], 0.2)
    assert front.nearly_best([friday], [friday, saturday], votes) == [saturday]
    votes.add("third", [friday], 1.0)
    assert front.nearly_best([friday], [friday, saturday], votes) == []


def test_a_follow_up_was_not_written_before_the_news_it_follows() -> None:
    front = _front(
        "Tarn opened its port on Saturday, which it shut on Wednesday when officers seized power. "
        "On Friday the general received bakers."
    )
    early, then = dt.date(2021, 6, 5), dt.date(2021, 6, 12)
    votes = Votes()
    votes.add("one", [early, then], 0.8)
    votes.add("vote", [early], 0.2)
    assert front.told_ahead([early, then], votes) == [early]
    votes.add("raid news", [dt.date(2021, 6, 9)], 0.6)
    assert front.told_ahead([early, then], votes) == [then]


def test_last_week_dates_a_page_that_has_nothing_nearer(tmp_path: Path) -> None:
    text = UNDATED.replace("on Tuesday", "last week")
    page = named(export_of(tmp_path, follow_up=FOLLOW_UP, undated=text), "Residents flee")
    assert page.written is not None
    assert page.written.edtf == "2021-06-07/2021-06-13"


MEETING = """Harbour chiefs of Tarnia and Lowmark to talk

Published 3 June 2021

The head of the Tarnia harbour, Kari Brun, is to meet the head of the Lowmark harbour, Luc Paz, at the Hale lighthouse on Friday.
"""
EVE = """Harbour chiefs and the lamp

There was a quarrel last night over a lamp. The keepers sang. The cooks sold pies. The band played.
Tomorrow the head of the Tarnia harbour, Kari Brun, will meet the head of the Lowmark harbour, Luc Paz, at the Hale lighthouse.
"""


def test_a_day_told_elsewhere_dates_the_words_that_stand_with_it(tmp_path: Path) -> None:
    page = named(export_of(tmp_path, told=MEETING, undated=EVE), "Harbour chiefs and the lamp")
    assert page.written is not None
    assert page.written.edtf == "2021-06-03"


CRISIS = {
    "ruling": """Deadly riots in Pellmouth after court annuls vote

21 May 2021

Riots broke out in the port of Pellmouth on Thursday, a day after the Harbour Court annulled the
victory of Ida Lomm in the vote for mayor. Five people were killed, police chief Nils Arden said.

The council imposed a curfew in Pellmouth. The Coast League said that it would send mediators.
""",
    "break": """Captain Brandt breaks with the mayor

23 May 2021

The commander of the coast guard, Captain Olaf Brandt, said on Saturday that he no longer takes
orders from Mayor Sten Orvik. The dockers' union said on Saturday that 21 people had died in the
riots in Pellmouth.

The curfew in Pellmouth was extended on Saturday by one week.
""",
    "received": """Mayor receives mediators

14 September 2021

Mayor Sten Orvik received on Monday a mission of the Coast League led by Hugo Venn, which came to
inform itself after the decision of the Harbour Court of 19 May.

The town clerk told the mission that six persons lost their lives in the vandalism of 20 May.

Asked about Captain Olaf Brandt, the clerk said that the captain had been relieved of his command on
Sunday. From Monday the curfew begins only at ten, the clerk said.
""",
}
TRIAL = """Trial opens in Pellmouth

10 September 2021

A trial of eight dockers opened in the Harbour Court on Friday.
"""


def test_days_named_without_a_year_tell_when_nobody_writes_about_the_printed_day(
    tmp_path: Path,
) -> None:
    document = named(export_of(tmp_path, **CRISIS), "Mayor receives mediators")
    assert document.written is not None
    assert "2021-05-23" <= document.written.earliest <= document.written.latest <= "2021-06-03"


def test_who_writes_about_the_printed_day_bears_it_out(tmp_path: Path) -> None:
    document = named(export_of(tmp_path, **CRISIS, trial=TRIAL), "Mayor receives mediators")
    assert document.written is not None
    assert document.written.edtf == "2021-09-14"


FLOOD = """Sixty drown as floods sweep through Tarnia

Published 12 May 2021

TARN, May 12 - Floods in the province of Tarnia killed sixty people on Tuesday, rescuers in Tarn said.
Rain had fallen on the hills above Tarn for two days.
"""
TOLL = """Toll of Tarnia floods rises

Published 17 May 2021

The floods of May 11 in the province of Tarnia killed 84 people, the governor in Tarn said on Sunday.
Rescuers were still digging in the hills above Tarn.
"""
COUNTING = """Tarnia buries its dead

{printed}

Schools in Tarn opened again on Wednesday, eight days after the floods that killed 84 people in the
province of Tarnia. Many children stayed at home.
"""


@pytest.mark.parametrize(
    ("printed", "stale"), [("", False), ("Published 2 March 2021", True), ("May 20, 2021", False)]
)
def test_a_page_counts_from_a_disaster_whose_day_others_know(
    tmp_path: Path, printed: str, stale: bool
) -> None:
    text = COUNTING.format(printed=printed)
    export = export_of(tmp_path, flood=FLOOD, toll=TOLL, counting=text)
    page = named(export, "buries")
    assert page.written is not None
    if "20" not in printed or stale:
        assert page.written.earliest == "2021-05-19"
        assert page.written.latest <= "2021-05-20"
    told = [f for f in export.findings if f.kind == "stale_page_date"]
    assert [f.documents[0] for f in told] == [page.id] * stale


def test_where_two_disasters_may_be_meant_the_days_of_both_stay_open(tmp_path: Path) -> None:
    again = TOLL.replace("May 11", "May 4").replace("Toll", "Dead")
    more = FLOOD.replace("Tuesday", "Saturday").replace("12 May", "10 May").replace("May 12 ", "")
    export = export_of(
        tmp_path,
        flood=FLOOD,
        toll=TOLL,
        again=again,
        more=more,
        counting=COUNTING.format(printed=""),
    )
    page = named(export, "buries")
    assert page.written is not None
    assert (page.written.earliest, page.written.latest) == ("2021-05-12", "2021-05-20")


def test_a_copy_that_bears_a_day_before_its_news_is_found_and_not_the_first_print(
    tmp_path: Path,
) -> None:
    text = FLOOD.replace("TARN, May 12 - ", "")
    early = text.replace("12 May", "12 April")
    export = export_of(
        tmp_path,
        flood=text,
        toll=TOLL,
        early=early,
        counting=COUNTING.format(printed="May 20, 2021"),
    )
    [finding] = [f for f in export.findings if f.kind == "stale_page_date"]
    [page] = [d for d in export.documents if d.id == finding.documents[0]]
    assert page.page_date is not None
    assert page.page_date.edtf == "2021-04-12"


def test_who_told_on_sunday_of_mondays_quake_wrote_after_both() -> None:
    front = _front(
        "Aid fails\n\nAid has failed those hit by Monday's quake, the mayor of Tarn said on Sunday."
    )
    sunday = dt.date(2021, 6, 6)
    assert front.in_order(sunday)
    assert not front.in_order(sunday + dt.timedelta(days=1))


def test_a_programme_of_tonight_dates_no_news() -> None:
    front = _front("Boats\n\n" + "Crews of Lowmark mend nets.\n" * 6 + "Tonight: songs of the sea.")
    [tonight] = front.own
    assert tonight.span.text == "Tonight"
    assert _likeness(tonight, front.at[0], 0.0, 1.0) == 0.0


TRUCE = """Tarnia and Lowmark agree on a truce

Published 3 March 2021

The army of Tarnia and the rebels of Lowmark agreed on a truce in Salto, the ministry announced on
Thursday, seven weeks after the rebels launched their offensive in Lowmark.
Shells fell on Lowmark after the truce was announced, residents said.
"""
SECOND = """Tarnia signs a second truce

June 12 (River Wire) - The army of Tarnia and the rebels of Lowmark signed a truce in Salto on Friday.
It is the second truce since the offensive of the rebels of Lowmark began on 26 March 2021; the first
truce, announced by the ministry of Tarnia in Salto on 13 May 2021, broke within a day.
"""


def test_a_page_is_dated_by_its_weekday_and_by_what_it_counts_from(tmp_path: Path) -> None:
    export = export_of(tmp_path, truce=TRUCE, second=SECOND)
    page = named(export, "agree on")
    assert page.written is not None
    assert (page.written.earliest, page.written.latest) == ("2021-05-13", "2021-05-14")


def test_the_day_of_an_agencys_line_dates_no_event() -> None:
    [record] = read([article("truce", SECOND, "2021-06-12")])
    line, *others = [t for t in record.times if t.form and t.form.kind == "calendar"]
    assert line.span.text == "June 12"
    assert dates_telling(line)
    assert not any(map(dates_telling, others))


RAID = """Raiders seize ferry off Pellmouth

Published 12 May 2021

PELLMOUTH, May 12 - Fighters of the Tarnian Front seized a ferry off Pellmouth on Wednesday and shot
four guards dead, the governor of Tarnia said. Soldiers in Tarnia stormed it by night.
The Tarnian Front said that it held eighty travellers, among them a choir on its way to a festival.
The captain anchored in fog beside a lighthouse; a cook swam ashore with a child on his back.
Divers were sent for, and the harbour of Pellmouth was closed to trawlers until the vessel was freed.
"""
AFTER_RAID = """Tarnia buries guards of the ferry

Published 15 May 2021

Four guards whom fighters of the Tarnian Front shot when they seized a ferry on May 12 were buried on
Friday, the governor of Tarnia said. Soldiers stormed the ferry on Thursday.
The choir sang for those who had steered its lifeboat through the fog. Trawlers lowered their flags.
"""
OLDER_RAID = """Tarnian Front storms barracks

Published 7 May 2020

Nine fighters of the Tarnian Front were shot dead by soldiers after they stormed barracks in the hills
of Orvale on Wednesday, the governor of Tarnia said. The Tarnian Front said that it shot two guards.
Shots were heard for hours from the customs house, where clerks hid under desks, and the road to the
quarry was closed. A baker whose windows burst said that lorries had brought the attackers at dawn.
The council of Orvale called off its market, and the bishop prayed for the wounded in a chapel.
"""


def test_news_of_a_year_before_is_not_of_the_like_event_of_this_year(tmp_path: Path) -> None:
    export = export_of(tmp_path, raid=RAID, after=AFTER_RAID, older=OLDER_RAID)
    page = named(export, "storms barracks")
    assert page.written is not None
    assert page.written.edtf == "2020-05-07"
    assert [f for f in export.findings if f.kind == "stale_page_date"] == []


SECOND_RAID = """Raiders seize trawler off Orvale

Published 4 June 2021

Fighters of the Tarnian Front seized a trawler off Orvale on Wednesday and shot two guards, the
governor of Tarnia said. Soldiers in Tarnia stormed it by night.
"""


def test_a_first_print_whose_dateline_bears_out_its_day_dates_its_reprints(tmp_path: Path) -> None:
    """About the day of the one another page writes of the like."""
    text = RAID.replace("PELLMOUTH, May 12 - ", "")
    export = export_of(
        tmp_path,
        raid=RAID,
        again=text.replace("12 May", "7 June"),
        once_more=text.replace("12 May", "9 September"),
        like=SECOND_RAID,
    )
    stale = {f.documents[0] for f in export.findings if f.kind == "stale_page_date"}
    pages = [d for d in export.documents if d.id in stale]
    assert {d.page_date.edtf for d in pages if d.page_date} == {"2021-06-07", "2021-09-09"}
    assert {d.written.edtf for d in pages if d.written} == {"2021-05-12"}


def test_a_page_that_names_a_town_counts_from_the_disaster_of_its_country(tmp_path: Path) -> None:
    first = """Sixty drown in floods in Peru

Published 12 May 2021

Floods in Peru killed sixty people on Tuesday, rescuers said. Rain had fallen for two days.
"""
    toll = """Toll of Peru's floods rises

Published 17 May 2021

The floods of May 11 in Peru killed 84 people, the government said on Sunday.
"""
    late = """Schools open again in Cuzco

Published 9 September 2021

Schools in Cuzco opened again on Wednesday, eight days after the floods that killed 84 people.
Rain had fallen for two days, rescuers said. Many children stayed at home.
"""
    export = export_of(tmp_path, first=first, toll=toll, late=late)
    page = named(export, "Schools open")
    assert page.written is not None
    assert page.written.earliest == "2021-05-19"
    assert page.written.latest <= "2021-05-20"
