"""Pages that their publishers changed: what counts, what stays, and what the change was."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

import histor
from histor.cli.main import main
from histor.read import ReadSettings
from histor.read.pages import page_from_bytes
from histor.records import Page
from histor.store.database import Database
from histor.store.migrations import MIGRATIONS
from histor.tell.contract import export_json

ADDRESS = "https://lowmark.example/mine"
STORY = (
    "A mine killed four people on a road near Lowmark on Monday, the interior ministry of Kenya "
    "said in a statement.",
    "Kenya accused Uganda of laying the mine.",
    "At least 12 soldiers were wounded in the blast, the army said.",
    "Hundreds of families left the villages along the road and slept in schools in Busia.",
)
REVISED = (
    "A mine killed six people on a road near Lowmark on Monday, the interior ministry of Kenya "
    "said in a statement.",
    "At least 12 soldiers were wounded in the blast, the army said.",
    "Hundreds of families left the villages along the road and slept in schools in Busia.",
    "Shells fell on the market of Busia on Tuesday.",
)


def html(story: tuple[str, ...], menu: str = "") -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in story)
    return (
        "<!doctype html><html><head><title>Mine near Lowmark</title></head><body>"
        f"<nav>{menu}</nav><article><h1>Mine near Lowmark</h1>{paragraphs}</article></body></html>"
    )


def fetched(story: tuple[str, ...], at: str, menu: str = "") -> Page:
    page = page_from_bytes(
        html(story, menu).encode(),
        ADDRESS,
        ADDRESS,
        ReadSettings(),
        address=ADDRESS,
        fetched=f"2021-05-04T{at}:00Z",
    )
    assert isinstance(page, Page)
    return page


FIRST, SECOND = fetched(STORY, "10:00"), fetched(REVISED, "12:00")


@pytest.fixture(scope="module")
def revised(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[histor.Case, datetime]]:
    with histor.open(tmp_path_factory.mktemp("versions") / "a.case") as case:
        case.add_pages([FIRST])
        between = datetime.now(UTC)
        case.add_pages([SECOND])
        yield case, between


def test_the_newest_version_counts_and_the_older_stays_readable(
    revised: tuple[histor.Case, datetime],
) -> None:
    case, _ = revised
    [document] = case.documents()
    assert (document.id, document.supersedes) == (SECOND.document_id, (FIRST.document_id,))
    assert all(e.documents == e.origins == 1 for e in case.events())
    assert [h.document for h in case.search("Lowmark")] == [SECOND.document_id]
    assert case.search("accused") == ()
    older = case.document(FIRST.document_id)
    assert older is not None
    assert "accused Uganda" in older.text
    assert case.page(FIRST.document_id) == FIRST
    assert [(v.document, v.current) for v in case.versions()] == [
        (FIRST.document_id, False),
        (SECOND.document_id, True),
    ]


def test_what_the_publisher_changed_is_told_apart(revised: tuple[histor.Case, datetime]) -> None:
    case, between = revised
    found = case.changes(between)
    told = {(c.kind, c.of) for c in found}
    assert {
        ("page_revised", "page"),
        ("sentence_reworded", "page"),
        ("sentence_removed", "page"),
        ("sentence_added", "page"),
        ("figure_revised", "page"),
        ("claim_withdrawn", "page"),
        ("event_withdrawn", "page"),
    } <= told
    assert not any(c.kind in {"new_page", "new_figure"} for c in found)
    [claim] = [c for c in found if c.kind == "claim_withdrawn"]
    assert "Kenya" in claim.summary
    [figure] = [c for c in found if c.kind == "figure_revised"]
    assert "“four people” is now “six people”" in figure.summary
    new = [c.summary for c in found if c.kind == "new_event"]
    assert all("Busia" in s or "fell" in s or "Shells" in s for s in new), new


def test_every_sentence_of_a_change_holds_its_words(
    revised: tuple[histor.Case, datetime],
) -> None:
    case, between = revised
    for change in case.changes(between):
        for span in change.evidence:
            document = case.document(span.document)
            assert document is not None
            assert document.text[span.start : span.end] == span.text


def test_a_page_s_own_diff_goes_version_by_version(revised: tuple[histor.Case, datetime]) -> None:
    case, _ = revised
    [revision] = case.revisions(ADDRESS)
    assert (revision.earlier, revision.later) == (FIRST.document_id, SECOND.document_id)
    assert {c.of for c in revision.changes} == {"page"}
    assert case.revisions(FIRST.document_id) == (revision,)
    assert case.revisions("https://lowmark.example/other") == ()


def test_the_commands_show_versions(
    revised: tuple[histor.Case, datetime], capsys: pytest.CaptureFixture[str]
) -> None:
    case, _ = revised
    assert main(["show", case.path, "versions"]) == 0
    assert capsys.readouterr().out.count(ADDRESS) == 2
    assert main(["diff", case.path, "--page", ADDRESS]) == 0
    assert "claim withdrawn" in capsys.readouterr().out
    assert main(["diff", case.path, "--page", ADDRESS, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert main(["diff", case.path, "--page", "https://lowmark.example/other"]) == 1
    assert "one version of this page or none" in capsys.readouterr().err
    assert main(["diff", case.path, "--page", ADDRESS, "--since", "2021-05-04"]) == 2


def test_the_same_story_in_other_furniture_is_no_version() -> None:
    with histor.Case.temporary() as case:
        case.add_pages([FIRST])
        again = case.add_pages([fetched(STORY, "11:00", menu="<a href='/'>17:03 Home</a>")])
        assert (again.added, again.known) == (0, 1)
        assert case.versions() == ()


def test_a_page_put_back_is_its_earlier_version() -> None:
    with histor.Case.temporary() as case:
        case.add_pages([FIRST])
        case.add_pages([SECOND])
        between = datetime.now(UTC)
        case.add_pages([fetched(STORY, "14:00")])
        [document] = case.documents()
        assert (document.id, document.supersedes) == (FIRST.document_id, (SECOND.document_id,))
        kinds = {c.kind for c in case.changes(between)}
        assert "page_revised" in kinds
        assert "new_page" not in kinds


def warc(path: Path, *captures: tuple[str, tuple[str, ...]]) -> Path:
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True)
        for at, story in captures:
            headers = StatusAndHeaders(
                "200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1"
            )
            writer.write_record(
                writer.create_warc_record(
                    ADDRESS,
                    "response",
                    payload=BytesIO(html(story).encode()),
                    http_headers=headers,
                    warc_headers_dict={"WARC-Date": f"2021-05-04T{at}:00Z"},
                )
            )
    return path


def test_captures_of_an_archive_count_by_their_dates_in_any_order(tmp_path: Path) -> None:
    first = warc(tmp_path / "first.warc.gz", ("10:00", STORY))
    second = warc(tmp_path / "second.warc.gz", ("12:00", REVISED))
    exports = []
    for order in ([first, second], [second, first]):
        with histor.Case.temporary() as case:
            for one in order:
                case.add([one])
            exports.append(export_json(case.export()))
    assert exports[0] == exports[1]
    assert b"six people" in exports[0]
    assert b"four people" not in exports[0]


def test_a_file_written_anew_is_a_version_only_of_a_story_like_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    with histor.Case.temporary() as case:
        page.write_text(html(STORY))
        case.add([page])
        page.write_text(html(REVISED))
        case.add([page])
        assert len(case.documents()) == 1
        page.write_text(html(("A dam broke above Esk on Friday.", "Rain fell for a week there.")))
        case.add([page])
        assert len(case.documents()) == 2


def test_articles_that_share_the_address_of_their_site_are_all_kept(tmp_path: Path) -> None:
    texts = [
        "A dam broke above Esk on Friday and two farms were flooded, the mayor said.",
        "The parliament of Tarn elected Marta Kovač as its speaker on Tuesday evening.",
        "Shells fell on the market of Busia and three traders were hurt, a doctor said.",
    ]
    lines = [
        json.dumps({"title": f"Story {n}", "maintext": text, "url": "https://tarn.example/"})
        for n, text in enumerate(texts)
    ]
    heap = tmp_path / "articles.jsonl"
    heap.write_text("\n".join(lines))
    with histor.Case.temporary() as case:
        assert case.add([heap]).added == 3
        assert len(case.documents()) == 3


def test_a_case_made_before_versions_learns_its_addresses(tmp_path: Path) -> None:
    new, old, page = tmp_path / "new.case", tmp_path / "old.case", tmp_path / "page.html"
    with histor.open(new) as case:
        case.add_pages([FIRST])
        page.write_text(html(STORY))
        case.add([page])
    copy_to_older_case(new, old)
    with histor.open(old) as case:
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        case.add_pages([msgspec.structs.replace(SECOND, fetched=now)])
        page.write_text(html(REVISED))
        case.add([page])
        assert {v.address for v in case.versions()} == {ADDRESS, str(page)}


def copy_to_older_case(new: Path, old: Path) -> None:
    """Copy pages into a case of version 2, which knew no versions."""
    Database(str(old), migrations=MIGRATIONS[:2]).close()
    with sqlite3.connect(old) as connection:
        connection.execute("ATTACH ? AS new", (str(new),))
        for table in ("pages", "documents"):
            names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
            columns = ", ".join(names)
            connection.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}"  # noqa: S608
            )
    connection.close()
