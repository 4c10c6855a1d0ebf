"""The report: complete, exact, and deaf to what pages would like it to do."""

from __future__ import annotations

import json
from pathlib import Path

import lxml.html
import msgspec
import pytest

import histor
from histor.records import (
    CaseExport,
    Claim,
    ClaimSource,
    Date,
    Document,
    Entity,
    Failure,
    Name,
    Span,
    TimeExpression,
)
from histor.tell import export_json, export_schema, html, markdown
from histor.tell.date_words import edtf_words
from histor.tell.safe import escape_markdown, visible, web_address

HOSTILE = (
    '<script>window.ran=1</script><img src=x onerror="ran()">"\u202egnp.exe\u0000 [a](javascript:x)'
)
TEXT = (
    "Ferry stops at Tarvik\n\nThe ferry stopped on Monday, the mayor said. The ferry stopped on "
    f"Monday, the mayor said.\n\n{HOSTILE}"
)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(document="doc_1", start=at, end=at + len(words), text=words)


def sample(title: str = HOSTILE, location: str = "javascript:alert(1)") -> CaseExport:
    monday = Date(
        edtf="2020-02-03",
        earliest="2020-02-03",
        latest="2020-02-03",
        basis="resolved",
        evidence=(span("Monday", 1),),
        anchor="2020-02-04",
    )
    return CaseExport(
        documents=(
            Document(
                id="doc_1",
                location=location,
                sha256="ab" * 32,
                title=title,
                outlet=HOSTILE,
                byline=(HOSTILE,),
                language="en",
                text=TEXT,
                removed=(),
                page_date=None,
            ),
        ),
        origins=(),
        stories=(),
        entities=(
            Entity(
                id="ent_1",
                name=title,
                kind="person",
                names=(Name(text=title, count=1),),
                mentions=(span("mayor"),),
            ),
        ),
        claims=(
            Claim(
                id="clm_1",
                document="doc_1",
                source=ClaimSource(text="the mayor", span=span("the mayor", 1)),
                cue=span("said", 1),
                content=span("The ferry stopped on Monday", 1),
                act="assert",
                quoted=False,
            ),
        ),
        events=(),
        findings=(),
        warnings=(),
        relations=(),
        times=(
            TimeExpression(
                id="tim_1",
                document="doc_1",
                span=span("Monday", 1),
                date=monday,
                sentence=span("The ferry stopped on Monday, the mayor said.", 1),
            ),
        ),
        failures=(Failure(location="x", code="empty", message=f"{HOSTILE} is empty."),),
    )


def test_nothing_from_a_page_becomes_markup() -> None:
    page = lxml.html.document_fromstring(html.render(sample()))
    assert len(page.xpath("//script")) == 1
    assert not page.xpath("//img | //iframe | //object | //link | //base")
    assert not [a for e in page.iter() for a in e.attrib if a.startswith("on")]
    assert not [h for h in page.xpath("//@href") if not h.startswith(("#", "http"))]
    assert not page.xpath("//@src")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert "default-src 'none'" in policy


def test_every_citation_leads_to_the_paragraph_with_its_words() -> None:
    page = lxml.html.document_fromstring(html.render(sample()))
    cites = page.xpath("//a[@class='cite']")
    assert len(cites) >= 3
    for cite in cites:
        start, end = int(cite.get("data-start")), int(cite.get("data-end"))
        [target] = page.xpath(f"//*[@id='{cite.get('href')[1:]}']")
        low = int(target.get("data-start"))
        words = target.text_content()[start - low : end - low]
        assert words == TEXT[start:end]
    repeated = [c for c in cites if c.get("data-start") == str(span("The ferry", 1).start)]
    assert repeated


def test_a_resolved_date_says_against_what() -> None:
    words = html.render(sample())
    assert "resolved against 4 February 2020" in words
    assert "resolved against 4 February 2020" in markdown.render(sample())


def test_markdown_escapes_what_pages_say() -> None:
    text = markdown.render(sample())
    assert "<script" not in text
    assert "](javascript" not in text


def test_long_names_are_cut() -> None:
    text = html.render(sample(title="n" * 10_000))
    assert "n" * 1_000 not in text


def test_the_same_record_gives_the_same_report() -> None:
    assert html.render(sample()) == html.render(sample())
    assert markdown.render(sample()) == markdown.render(sample())


def test_shipped_schema_is_the_records_schema() -> None:
    path = Path(__file__).parents[2] / "docs" / "export.schema.json"
    ours = json.loads(json.dumps(export_schema()))
    assert json.loads(path.read_text(encoding="utf-8")) == ours


def test_export_is_json_with_the_contracts_names() -> None:
    exported = json.loads(export_json(sample()))
    assert exported["schema_version"] == "1.0"
    assert set(exported) >= {
        "documents", "origins", "stories", "entities", "claims", "events", "findings",
        "warnings", "relations",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-09-19", "19 September 2023"),
        ("2022-07", "July 2022"),
        ("199X", "1990s"),
        ("2023-09~", "about September 2023"),
        ("2023-09-19/2023-09-20", "19 September 2023 to 20 September 2023"),
        ("2022-09~/..", "since about September 2022"),
        ("2020-23", "autumn 2020"),
        ("2020-XX-XX", "2020"),
        ("../..", "no day told"),
        ("nonsense", "nonsense"),
    ],
)
def test_dates_in_words(edtf: str, words: str) -> None:
    assert edtf_words(edtf) == words


def test_safe_text() -> None:
    assert visible("a\u202eb\u0000c\nd") == "abc d"
    assert web_address("https://x.example/a?b=c") == "https://x.example/a?b=c"
    assert web_address("javascript:alert(1)") is None
    assert web_address('https://x.example/"onclick=') is None
    assert "<" not in escape_markdown("<b>*x*</b>")


def test_accounts_stand_side_by_side_with_why_they_differ(tmp_path: Path) -> None:
    pages = {
        "one.txt": "Fire kills nine workers at Kolm\n\nPublished 4 May 2021\n\n"
        "A fire at the refinery of Kolm killed nine workers on Monday, the plant's owner said.\n",
        "two.txt": "Seventeen dead in refinery fire\n\nPublished 4 May 2021\n\n"
        "Monday's fire at the refinery of Kolm killed 17 workers, a doctor at the hospital said. "
        "Ambulances were still coming on Tuesday.\n",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([tmp_path])
        told, page = case.render("markdown"), case.render("html")
    assert "### How many: they cannot both be right" in told
    assert "“nine workers”: the plant's owner; 1 origin; since 2021" in told
    assert 'id="disputes"' in page
    assert "they cannot both be right" in page


def test_pages_stand_in_the_order_in_which_they_were_written() -> None:
    export = sample("The ferry")
    [first] = export.documents

    def dated(number: int, written: str, printed: str) -> Document:
        days = [
            Date(edtf=day, earliest=day, latest=day, basis="linked") for day in (written, printed)
        ]
        return msgspec.structs.replace(
            first, id=f"doc_{number}", title=f"Page {number}", written=days[0], page_date=days[1]
        )

    # the first was printed again, months later, under another date
    pages = (dated(2, "2020-02-09", "2020-02-09"), dated(1, "2020-02-04", "2020-07-19"))
    text = markdown.render(msgspec.structs.replace(export, documents=pages))
    assert "pages written 4 February 2020 to 9 February 2020" in text
    assert text.index("Page 1") < text.index("Page 2")
