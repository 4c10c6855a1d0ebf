from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from histor.cli.main import main
from histor.cli.search import snippet
from histor.records import Span
from histor.store import Hit
from tests.sample_heaps import STORIES

Output = pytest.CaptureFixture[str]


def lines(capsys: Output) -> list[list[str]]:
    return [line.split("\t") for line in capsys.readouterr().out.splitlines()]


# --- show -------------------------------------------------------------------------------------


def test_show_documents(case: str, capsys: Output) -> None:
    assert main(["show", case, "documents"]) == 0
    header, *rows = lines(capsys)
    assert header == ["date", "outlet", "title", "location"]
    assert [(date, title) for date, _, title, _ in rows] == [(s[2], s[0]) for s in STORIES]


@pytest.mark.parametrize(
    ("part", "header"),
    [
        ("entities", ["name", "kind", "mentions", "pages", "also"]),
        ("claims", ["source", "act", "content", "through", "page"]),
        ("timeline", ["date", "basis", "words", "sentence", "page"]),
        (
            "sources",
            ["reliability", "kind", "name", "pages", "claims", "due", "borne out", "why"],
        ),
    ],
)
def test_show_a_table_or_json(case: str, capsys: Output, part: str, header: list[str]) -> None:
    assert main(["show", case, part]) == 0
    told = lines(capsys)
    assert told[0] == header
    assert len(told) > 1
    assert {len(row) for row in told} == {len(header)}
    assert main(["show", case, part, "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == len(told) - 1


def test_show_disputes_has_a_line_for_each_account(case: str, capsys: Output) -> None:
    assert main(["show", case, "disputes"]) == 0
    told = lines(capsys)
    assert told[0] == ["about", "why", "says", "sources", "since", "origins"]
    assert ["existence", "denial", "a boat had sunk", "Marta Kovač", "2021-03-13", "1"] in told
    assert main(["show", case, "disputes", "--json"]) == 0
    entries = json.loads(capsys.readouterr().out)
    assert sum(len(entry["accounts"]) for entry in entries) == len(told) - 1


def test_show_timeline_is_in_order(case: str, capsys: Output) -> None:
    main(["show", case, "timeline"])
    days = [row[0] for row in lines(capsys)[1:]]
    assert days == sorted(days)


def test_show_limit(case: str, capsys: Output) -> None:
    assert main(["show", case, "documents", "--limit", "1"]) == 0
    out, err = capsys.readouterr()
    assert out.count("\n") == 2
    assert err == "histor: 1 of 2 documents shown.\n"
    assert main(["show", case, "documents", "--limit", "1", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 1


def test_findings_are_shown(case: str, capsys: Output) -> None:
    assert main(["show", case, "findings"]) == 0
    assert "denial" in capsys.readouterr().out


# --- search -----------------------------------------------------------------------------------


def test_search(case: str, capsys: Output) -> None:
    assert main(["search", case, "ferry", "suspended"]) == 0
    header, row = lines(capsys)
    assert header == ["document", "date", "outlet", "title", "words"]
    assert row[0].startswith("doc_")
    assert (row[1], row[3]) == (STORIES[0][2], STORIES[0][0])
    assert "*ferry*" in row[4].lower()
    assert main(["search", case, "storm", "--json", "--limit", "1"]) == 0
    hit = json.loads(capsys.readouterr().out)[0]
    assert "storm" in {match["text"].lower() for match in hit["matches"]}


def test_search_by_fields(case: str, capsys: Output) -> None:
    assert main(["search", case, "source:kovač", "before:2021-03-13"]) == 0
    _, row = lines(capsys)
    assert row[3] == STORIES[0][0]


def test_search_by_what_is_said(case: str, capsys: Output) -> None:
    sentence = "Not one person was injured by the gale"
    assert main(["search", case, "--like", sentence, "--limit", "1"]) == 0
    _, row = lines(capsys)
    assert "nobody was hurt" in row[4]
    assert main(["search", case, "--like", sentence, "source:nobody"]) == 0
    assert capsys.readouterr().out == ""


def test_search_for_nothing_is_mistyped(case: str, capsys: Output) -> None:
    assert main(["search", case]) == 2
    assert "--like" in capsys.readouterr().err


def test_a_long_passage_is_cut_to_the_words_found() -> None:
    text = f"{'Wind. ' * 200}The ferry left.{' Rain.' * 200}"
    start = text.index("ferry")
    hit = Hit(
        document="d",
        title=None,
        outlet=None,
        page_date=None,
        score=1.0,
        passage=Span(document="d", start=10, end=10 + len(text), text=text),
        matches=(Span(document="d", start=10 + start, end=15 + start, text="ferry"),),
    )
    shown = snippet(hit)
    assert len(shown) < 330
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "The *ferry* left." in shown


def test_search_without_a_hit_is_no_error(case: str, capsys: Output) -> None:
    assert main(["search", case, 'volcano "(']) == 0
    assert capsys.readouterr() == ("", "histor: no page fits all of this; look for less.\n")


# --- export and schema ------------------------------------------------------------------------


def test_export_of_a_case_and_of_its_pages_are_the_same(
    case: str, heap: Path, tmp_path: Path, capsys: Output
) -> None:
    assert main(["export", case]) == 0
    from_case = capsys.readouterr().out
    output = tmp_path / "record.json"
    assert main(["export", str(heap), "--format", "json", "-o", str(output)]) == 0
    assert capsys.readouterr().out == ""
    assert output.read_text(encoding="utf-8") == from_case
    assert main(["export", case, "--pretty"]) == 0
    pretty = capsys.readouterr().out
    assert json.loads(pretty) == json.loads(from_case)
    assert pretty.count("\n") > from_case.count("\n") == 1


@pytest.mark.parametrize("format", ["jsonl", "csv", "geojson"])
def test_other_formats_of_the_export(case: str, format: str, capsys: Output) -> None:
    assert main(["export", case, "--format", format]) == 0
    out = capsys.readouterr().out
    if format == "csv":
        assert out.startswith("event_id,event_date")
    else:
        assert all(json.loads(x) for x in (out.splitlines() if format == "jsonl" else [out]))


def test_the_format_is_what_the_file_ends_in(case: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["export", case, "-o", str(tmp_path / "tarn.xlsx")]) == 0
    assert (tmp_path / "tarn.xlsx").read_bytes().startswith(b"PK")
    assert main(["export", case, "-o", str(tmp_path / "tarn.STIX")]) == 0
    assert json.loads((tmp_path / "tarn.STIX").read_bytes())["type"] == "bundle"
    assert capsys.readouterr() == ("", "")


def test_an_ending_of_no_format_is_not_guessed(case: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["export", case, "-o", str(tmp_path / "tarn.xls")]) == 1
    assert "no format's files end in .xls" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    assert main(["export", case, "-o", str(tmp_path / "tarn.xls"), "--format", "csv"]) == 0
    assert main(["export", case, "-o", str(tmp_path / "tarn")]) == 0
    assert json.loads((tmp_path / "tarn").read_bytes())["schema_version"] == "1.0"


def test_any_table_as_csv(case: str, tmp_path: Path, capsys: Output) -> None:
    assert main(["export", case, "-o", str(tmp_path / "claims.csv"), "--table", "claims"]) == 0
    lines = (tmp_path / "claims.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("claim_id,document_id,outlet,source,")
    assert len(lines) > 1
    assert main(["export", case, "--table", "claims"]) == 2
    assert "--table is for csv" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("format", ["timemap", "parquet"])
def test_a_folder_is_made_and_its_files_are_named(
    case: str, format: str, tmp_path: Path, capsys: Output
) -> None:
    folder = tmp_path / "new" / "folder"
    assert main(["export", case, "--format", format, "-o", str(folder)]) == 0
    written = capsys.readouterr().out.split()
    assert sorted(written) == sorted(str(path) for path in folder.iterdir())
    assert main(["export", case, "--format", format]) == 2
    assert "name it with -o" in " ".join(capsys.readouterr().err.split())
    target = tmp_path / "file"
    target.write_text("mine")
    assert main(["export", case, "--format", format, "-o", str(target)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert target.read_text() == "mine"


def test_a_workbook_is_not_shown_on_a_terminal(
    case: str, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["export", case, "--format", "xlsx"]) == 2
    assert "name a file with -o" in " ".join(capsys.readouterr().err.split())


def test_export_tells_what_changed(case: str, heap: Path, tmp_path: Path, capsys: Output) -> None:
    earlier = tmp_path / "earlier.json"
    assert main(["export", str(heap / "1.json"), "-o", str(earlier)]) == 0
    assert main(["export", case, "--format", "atom", "--earlier", str(earlier)]) == 0
    news = capsys.readouterr().out
    assert main(["export", case, "--format", "atom"]) == 0
    whole = capsys.readouterr().out
    assert 0 < news.count("<entry>") < whole.count("<entry>")
    assert main(["export", case, "--format", "atom", "--since", "2100-01-01"]) == 0
    assert "<entry>" not in capsys.readouterr().out


def test_what_is_no_earlier_record_is_one_sentence(
    case: str, tmp_path: Path, capsys: Output
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{"documents": 3}')
    for path in (bad, tmp_path / "none.json"):
        assert main(["export", case, "--earlier", str(path)]) == 1
        out, err = capsys.readouterr()
        assert out == ""
        assert str(path) in err
        assert err.count("\n") == 1
    both = ["--earlier", str(bad), "--since", "2021-01-01"]
    assert main(["export", case, *both]) == 2


def test_the_export_is_as_the_schema_says(case: str, capsys: Output) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["export", case]) == 0
    jsonschema.validate(json.loads(capsys.readouterr().out), schema)


# --- report -----------------------------------------------------------------------------------


def test_report_of_a_case_and_of_pages(
    case: str, heap: Path, tmp_path: Path, capsys: Output
) -> None:
    for names in ([case], [str(heap)]):
        output = tmp_path / "out.html"
        assert main(["report", *names, "-o", str(output)]) == 0
        assert capsys.readouterr().out == f"{output}\n"
        assert STORIES[0][0] in output.read_text(encoding="utf-8")
        output.unlink()


def test_report_format_is_what_the_file_ends_in_or_what_is_asked(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", case, "-o", "a.md"]) == 0
    assert main(["report", case, "-o", "b.txt", "--format", "markdown"]) == 0
    assert main(["report", case]) == 0
    assert main(["report", case, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.split() == ["a.md", "b.txt", "report.html", "report.md"]
    written = {p.name: p.read_text(encoding="utf-8") for p in tmp_path.iterdir()}
    assert written["a.md"] == written["b.txt"] == written["report.md"]
    assert written["report.html"].startswith("<!")
    assert main(["report", case, "--format", "markdown", "-o", "-"]) == 0
    assert capsys.readouterr().out == written["a.md"]


@pytest.mark.parametrize("command", ["report", "export"])
def test_an_output_that_cannot_be_written(
    case: str, tmp_path: Path, capsys: Output, command: str
) -> None:
    name = "out.html" if command == "report" else "out.json"
    assert main([command, case, "-o", str(tmp_path / "none" / name)]) == 1
    assert "cannot be written" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["report", "export"])
def test_a_case_among_sources_is_a_mistyped_command(
    case: str, heap: Path, capsys: Output, command: str
) -> None:
    assert main([command, case, str(heap)]) == 2
    assert "name one case alone, or only sources" in " ".join(capsys.readouterr().err.split())


@pytest.mark.parametrize("command", ["report", "export"])
def test_nothing_readable_writes_nothing(tmp_path: Path, capsys: Output, command: str) -> None:
    output = tmp_path / "out"
    assert main([command, str(tmp_path / "none"), "-o", str(output)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not output.exists()
