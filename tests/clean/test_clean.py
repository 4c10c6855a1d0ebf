"""Stories out of pages, and every character's way back to the page."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from histor.clean import clean
from histor.errors import PageError
from histor.records import CleanPage, Given, Page
from histor.spans import CleanSpan

FIRST = (
    "The mayor of Tarvik closed the old bridge on Monday after engineers found cracks in two of its "
    "five piers, the town said, and asked drivers to take the long road by the mill."
)
SECOND = (
    "“We would rather be slow than sorry,” the mayor, Anna Lind, told reporters at the town hall. "
    "She added that a ferry would run every hour, and that the schools would open later."
)
THIRD = (
    "The engineers' report, which the town published in the evening, gives the bridge two years at "
    "most. It asks for a decision by the council before the winter, when the river freezes."
)


def page(text: str, media: str = "text", title: str | None = None, date: str | None = None) -> Page:
    kind = {"html": "html", "article": "article"}.get(media, "text")
    return Page(
        location="page",
        key="page",
        sha256="0",
        media=kind,  # type: ignore[arg-type]
        text=text,
        encoding="utf-8",
        given=Given(title=title, date=date),
    )


def check_offsets(cleaned: CleanPage, source: str) -> None:
    text = cleaned.document.text
    for seg in cleaned.offsets.segments:
        assert 0 <= seg.raw < seg.raw + seg.raw_length <= len(source)
        if seg.length == seg.raw_length:
            ours = text[seg.clean : seg.clean + seg.length]
            theirs = source[seg.raw : seg.raw + seg.raw_length]
            assert [c for c in ours if not c.isspace()] == [c for c in theirs if not c.isspace()]


FLAT = f"""Home
World
Sport
The Tarvik Post
3 Feb. 2020 9:15 CET
Tarvik closes its bridge after cracks are found

By Nils Berg

Photo: Tarvik Post
{FIRST}

See also  Nine ways to peel an onion

{SECOND}

- Advertisement -

{THIRD}

This story is being updated.
Please enter your comment!
© 2020 The Tarvik Post. All rights reserved.
"""


def test_flattened_page() -> None:
    cleaned = clean(page(FLAT))
    document = cleaned.document
    assert document.title == "Tarvik closes its bridge after cracks are found"
    assert document.text.split("\n\n") == [document.title, FIRST, SECOND, THIRD]
    assert document.byline == ("Nils Berg",)
    assert document.outlet == "The Tarvik Post"
    assert document.page_date is not None
    assert document.page_date.edtf == "2020-02-03"
    [evidence] = document.page_date.page_evidence
    assert FLAT[evidence.start : evidence.end] == evidence.text == "3 Feb. 2020"
    reasons = {r.text: r.reason for r in document.removed}
    assert reasons["See also  Nine ways to peel an onion"] == "related"
    assert reasons["- Advertisement -"] == "advert"
    assert reasons["Photo: Tarvik Post"] == "caption"
    assert reasons["This story is being updated."] == "update_note"
    check_offsets(cleaned, FLAT)


def test_everything_removed_points_to_the_page() -> None:
    for piece in clean(page(FLAT)).document.removed:
        assert piece.start is not None
        assert FLAT[piece.start : piece.end] == piece.text


HTML = f"""<!doctype html><html><head><title>Bridge closed | The Tarvik Post</title>
<meta property="article:published_time" content="2020-02-03T09:15:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav>
<script>document.write("{FIRST}")</script>
<div class="teaser"><a href="/x">{SECOND}</a></div>
<article><h1>Bridge &amp; mill road closed</h1>
<p>{FIRST.replace("'", "&#39;")}</p><p>{SECOND}
 </p><p>The&nbsp;caf&eacute; by the {"  "} mill   stays open, it said on its door; it has no other guests now than
the engineers and the people of the press, who had come from as far as the coast.</p><p>{THIRD}</p></article>
<footer>© 2020 The Tarvik Post</footer></body></html>"""


def test_markup() -> None:
    cleaned = clean(page(HTML, "html"))
    document = cleaned.document
    assert document.title == "Bridge & mill road closed"
    assert document.outlet == "The Tarvik Post"
    assert document.page_date is not None
    assert document.page_date.edtf == "2020-02-03"
    for words in (FIRST, SECOND, THIRD, "café by the mill stays open"):
        assert words in document.text.replace("\u00a0", " ")
    assert "Home" not in document.text
    assert "©" not in document.text
    check_offsets(cleaned, HTML)


def test_repeated_sentence_points_to_the_story_not_to_the_teaser() -> None:
    cleaned = clean(page(HTML, "html"))
    at = cleaned.document.text.index(SECOND)
    [piece] = cleaned.offsets.to_raw(CleanSpan(at, at + len(SECOND)))
    assert HTML[piece.start : piece.end] == SECOND
    assert piece.start == HTML.rindex(SECOND)


def test_a_note_of_two_sentences_is_a_story() -> None:
    text = (
        "Ferry talks\n\nMayor Ilse Brandt said the ferry will sail again on 3 May 2021. "
        "The crossing has been closed since the storm of last winter.\n"
    )
    assert "the ferry will sail again" in clean(page(text)).document.text


@pytest.mark.parametrize("width", [36, 44, 60, 72, 110])
def test_a_paragraph_broken_by_a_program_is_one(width: int) -> None:
    text = "3 Feb. 2020\n\n" + "\n\n".join(textwrap.fill(t, width) for t in (FIRST, SECOND))
    assert clean(page(text)).document.text.split("\n\n")[-2:] == [FIRST, SECOND]


def test_menus_alone_are_no_story() -> None:
    with pytest.raises(PageError) as caught:
        clean(page("Home\nWorld\nSport\nSubscribe\nShare\n© 2020 Post\n"))
    assert caught.value.code == "no_story"


def test_articles_keep_their_text_and_take_the_containers_word() -> None:
    cleaned = clean(page(f"{FIRST}\n\n{SECOND}", "article", title="T", date="2020-02-03T10:00:00Z"))
    assert cleaned.document.text == f"{FIRST}\n\n{SECOND}"
    assert cleaned.document.title == "T"
    assert cleaned.document.page_date is not None
    assert cleaned.document.page_date.edtf == "2020-02-03"


def test_invisible_characters_are_left_out_and_the_rest_keeps_its_place() -> None:
    text = FIRST[:40] + "\u202e\u200b" + FIRST[40:]
    cleaned = clean(page(text, "article"))
    assert cleaned.document.text == FIRST
    assert cleaned.offsets.to_raw(CleanSpan(40, 50))[0].start == 42


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=12))
def test_any_lines(lines: list[str]) -> None:
    text = "\n".join([*lines, FIRST, SECOND])
    try:
        cleaned = clean(page(text))
    except PageError:
        return
    check_offsets(cleaned, text)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</p>", "<br>", "&amp;", "&#x202e;", "<", "<!--", "<div", FIRST, SECOND, "⠁⠂", "\r\n  "]), max_size=25))  # fmt: skip
def test_any_markup(parts: list[str]) -> None:
    source = "<html><body>" + "".join(parts) + f"<p>{THIRD}</p>"
    try:
        cleaned = clean(page(source, "html"))
    except PageError:
        return
    check_offsets(cleaned, source)


def test_long_pages_take_bounded_time() -> None:
    with pytest.raises(PageError):
        clean(page("Menu\n" * 60_000))
    with pytest.raises(PageError, match="more text or markup than an article"):
        clean(page("a" * 1_000_001, "article"))


@pytest.mark.parametrize("glue", ["", "\n\n"])
def test_what_stands_beyond_the_longest_story_is_taken_out(glue: str) -> None:
    source = glue.join([FIRST.strip()] * (300_000 // len(FIRST)))
    found = clean(page(source, "article")).document
    assert 99_000 < len(found.text) < 104_000
    beyond = [r for r in found.removed if r.reason == "other"]
    assert all(source[r.start : r.end] == r.text for r in beyond)
    kept = len(found.text.replace("\n", ""))
    assert kept + sum(len(r.text) for r in beyond) == len(source.replace("\n", ""))


HEADED = f"""☰ The Tarvik Post
E-paper | Login | Subscribe from 10 crowns
Tuesday, March 4, 2025 | Tarvik 21°C
Old bridge shut until the spring
Written by Editor on January 27
A ferry waits at the pier. REUTERS/Nils Berg/File Photo Purchase Licensing Rights
{FIRST}
{SECOND}
{THIRD}
Reporting by Staff in Tarvik; Editing by N. Berg and A. Lind
More on this story
Mayor of Tarvik orders the arrest of bridge builders after report is published
21 hours ago
"""


def test_the_day_of_publication_outranks_the_day_the_page_was_saved() -> None:
    document = clean(page(HEADED)).document
    assert document.page_date is not None
    assert document.page_date.edtf == "2025-01-27"
    evidence = [HEADED[e.start : e.end] for e in document.page_date.page_evidence]
    assert evidence == ["January 27", "March 4, 2025"]
    assert document.byline == ()


def test_the_line_above_the_date_is_the_headline() -> None:
    assert clean(page(HEADED)).document.title == "Old bridge shut until the spring"


def test_credits_captions_and_teasers_are_no_story() -> None:
    document = clean(page(HEADED)).document
    assert document.text.split("\n\n") == ["Old bridge shut until the spring", FIRST, SECOND, THIRD]
    reasons = {r.text.split(" ")[0]: r.reason for r in document.removed}
    assert (reasons["A"], reasons["Reporting"]) == ("caption", "byline")


def test_the_heading_of_a_numbered_report_is_whole() -> None:
    heading = "FLOOD REPORT | TARVIK: Families leave the valley"
    text = (
        f"{heading}\nFlash Update No. 6 – as of 4 November 2025, 18:00\n{FIRST}\n{SECOND}\n{THIRD}"
    )
    document = clean(page(text)).document
    assert (document.title, document.outlet) == (heading, None)
    assert document.page_date is not None
    assert document.page_date.edtf == "2025-11-04"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("(Reporting by Nils Berg in Tarvik; Editing by Anna Lind)", "byline"),
        ("(Writing by Anna Lind. Graphics: Tarvik Wire)", "byline"),
        ("Posted in Bridges, Rivers. 12 comments. Follow @tarvik", "related"),
        ("To read also: What drivers on the bridge should know about the tolls", "related"),
        ("It may interest you: The price of copper rises by three per cent", "related"),
        ("Top stories: Ferry sinks off Orle | Mayor quits | Podcast: who owns the tin?", "related"),
        ("More stories: Two die in mine; Copper rebounds", "related"),
        ("Popular: Geyser erupts; Three hurt in mill blast", "related"),
        ("Follow the Tarvik Post on WhatsApp. Ten things to know about bridges", "share"),
        ("Comment this news. Your e-mail will not be published by the Post.", "comments"),
    ],
)
def test_credits_in_brackets_and_lists_of_topics_are_no_story(line: str, reason: str) -> None:
    text = "\n\n".join(["Old bridge shut until the spring", FIRST, SECOND, THIRD, line])
    document = clean(page(text)).document
    assert line not in document.text
    assert {r.reason for r in document.removed if r.text == line} == {reason}
