"""Lines of names and a day by a headline, in every medium, and the lines that only look so."""

from __future__ import annotations

import pytest

from histor.clean import clean
from histor.clean.date_lines import is_date_line, is_when_line
from histor.clean.printed_dates import find_printed_date
from histor.records import Date, Given, Page

TITLE = "Sea wall at Lowmark collapses, families moved to school"
STORY = (
    "The harbour wall at Lowmark gave way before dawn, and the sea ran into the lower town, the "
    "mayor said.",
    "Some 40 families were taken to the school on the hill, where the council has set up beds and "
    "a kitchen for them.",
    "Engineers had warned for years that the wall would not stand another winter, according to "
    "the minutes of the council.",
    "“We asked for money and were told to wait,” said Petra Hollin, who runs the port. The "
    "ministry did not answer questions.",
)
MENU = "<nav><a href='/'>Home</a><a href='/w'>World</a></nav>"


def page(text: str, media: str) -> Page:
    return Page(
        location="a",
        key="a",
        sha256="0",
        media="html" if media == "html" else "article" if media == "article" else "text",
        text=text,
        encoding="utf-8",
        given=Given(language="en"),
    )


def read(line: str, media: str = "text", foot: str = "") -> Date | None:
    if media == "html":
        story = "".join(f"<p>{p}</p>" for p in STORY * 2)
        text = (
            f"<html><head><title>{TITLE}</title></head><body>{MENU}<article><h1>{TITLE}</h1>"
            f"<div>{line}</div>{story}</article><footer>{foot}</footer></body></html>"
        )
    else:
        text = "\n\n".join(part for part in (TITLE, line, *STORY, foot) if part)
    return clean(page(text, media)).document.page_date


LINES = [
    "Harbour Post · 3 March 2021",
    "HARBOUR POST - Lowmark, 23/03/2021 14:05",
    "Harbour Post | Mar 3, 2021 | 4 min read",
    "03.03.2021, 14:05 | Politics | Harbour Post",
    "Harbour Post staff • Mar. 3, 2021 Updated: 4:15 p.m.",
    "Anna Blake and Tomas Reyl in Lowmark | Wednesday 3 March 2021 14.05 GMT",
    "Northern Coast Broadcasting Corporation - 3 March 2021",
    "From our correspondent in Lowmark, 3 March 2021",
    "The Northern Coast Evening Herald, Lowmark edition, 3 March 2021",
    "LOWMARK (Agency) | 3 March 2021",
    "03/03/21 14:05",
    "3 March 2021 | 7 minute read | Download PDF (280 kB)",
    "3 March 2021 | Last update 14:05 | Auto-refresh ON",
    "Harbour Post | Wed 3 March 2021, 14:05 | Turn alerts off | 4 min",
    "14:05, 3 March 2021 | Follow this story",
    "3 Mar ’21",
    "2021年3月3日",
    "2021. 3. 3.",
]


@pytest.mark.parametrize("media", ["text", "article", "html"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_of_names_dates_its_page(line: str, media: str) -> None:
    date = read(line, media)
    assert date is not None
    assert date.edtf[:7] == "2021-03"
    assert date.edtf[8:] == ("23" if "23/03" in line else "03")


def test_the_line_is_no_story() -> None:
    text = "\n\n".join((TITLE, LINES[5], *STORY))
    document = clean(page(text, "text")).document
    assert LINES[5] not in document.text
    assert (LINES[5], "date") in [(r.text, r.reason) for r in document.removed]
    assert document.page_date is not None
    [words] = document.page_date.page_evidence
    assert text[words.start : words.end] == words.text == "3 March 2021"


@pytest.mark.parametrize(
    "line",
    [
        "The wall of the lower town was last mended on 4 March 2019",
        "Photo: Lowmark harbour before the flood, 4 March 2019",
        "Source: Ministry of Ports, 4 March 2019",
        "Related: Lowmark Votes on a New Wall, 4 March 2019",
        "Petra Hollin, born 4 March 1969 in Lowmark",
        "It is one of the oldest walls of the coast, since 4 March 1919",
        "4 March 2019 | 14 ferries and boats were lost | 20 hurt",
    ],
)
def test_a_line_that_tells_of_something_else_dates_nothing(line: str) -> None:
    found = find_printed_date(line)
    assert found is not None
    assert not is_date_line(line, found.start, found.end)
    assert read(line) is None


def test_a_title_with_a_day_stays_the_headline() -> None:
    text = "\n\n".join(("Lowmark Sea Wall Collapse 3 March 2021", *STORY))
    assert clean(page(text, "text")).document.title == "Lowmark Sea Wall Collapse 3 March 2021"


def test_a_copyright_year_is_no_date() -> None:
    assert read("By Anna Blake", "html", "© 2019 Harbour Post") is None
    assert read("Spring 2019", "html", "Copyright 2018-2021") is None


def test_the_first_of_january_is_a_date_where_it_is_printed() -> None:
    date = read("1 January 2019", "html")
    assert date is not None and date.edtf == "2019-01-01"


def test_a_day_that_a_sentence_tells_is_no_date_of_its_page() -> None:
    line = "The wall was built on 3 March 2011, and nobody has looked after it since then."
    assert read(line, "html") is None


@pytest.mark.parametrize("media", ["text", "html"])
@pytest.mark.parametrize(
    "line",
    [
        "Retrieved 9 June 2026 14:05 | Print | Email",
        "Saved on June 9, 2026",
        "Archived from the original on 9 June 2026",
        "Accessed: 9 June 2026",
    ],
)
def test_the_day_on_which_a_copy_was_taken_is_no_date_of_its_page(line: str, media: str) -> None:
    assert read(line, media) is None


def test_the_day_of_publication_stands_beside_that_of_a_copy() -> None:
    date = read("Published 3 March 2021", "html", "Retrieved 9 June 2026")
    assert date is not None and date.edtf == "2021-03-03"


WHEN = [
    *LINES,
    "Posted Sunday",
    "2 days ago",
    "Updated 3 hours ago | 4 min read",
    "Yesterday at 10:14",
    "Today, 09:14",
    "Published 2 hours ago | Updated 1 hour ago",
]


@pytest.mark.parametrize("tag", ["p", "div"])
@pytest.mark.parametrize("line", WHEN)
def test_a_line_of_a_day_or_hour_is_no_story_of_a_page_of_markup(line: str, tag: str) -> None:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    text = f"<html><body><main><h1>{TITLE}</h1><{tag}>{line}</{tag}>{story}</main></body></html>"
    document = clean(page(text, "html")).document
    assert document.text.split("\n\n") == [TITLE, *STORY]
    assert ("".join(line.split()), "date") in [
        ("".join(r.text.split()), r.reason) for r in document.removed
    ]
    for taken in document.removed:
        assert taken.start is not None and text[taken.start : taken.end] == taken.text


def test_a_line_of_authors_is_no_story_of_a_page_of_markup() -> None:
    story = "".join(f"<p>{p}</p>" for p in STORY)
    text = f"<main><h1>{TITLE}</h1><p>By Anna Blake and Tomas Reyl</p>{story}</main>"
    document = clean(page(text, "html")).document
    assert document.byline == ("Anna Blake", "Tomas Reyl")
    assert "Reyl" not in document.text


@pytest.mark.parametrize("line", ["Sunday", "The wall stood for two days", "What we know today"])
def test_a_subheading_is_no_line_of_a_day(line: str) -> None:
    assert not is_when_line(line)


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("March 2021", "2021-03"),
        ("March 2021 | 14 pages | Download", "2021-03"),
        ("Hill Paper | Feb. 2020 | PDF", "2020-02"),
        ("The wall of March 2021", None),
        ("2021", None),
    ],
)
def test_a_month_by_the_headline_dates_its_page(line: str, month: str | None) -> None:
    date = read(line)
    assert (date.edtf if date else None) == month
    if date is not None:
        assert (date.earliest[8:], date.latest[8:]) == ("01", "31" if month == "2021-03" else "29")
