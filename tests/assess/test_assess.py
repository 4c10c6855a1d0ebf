"""Judgements over small records made by hand, and over pages read by the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import histor
from benchmarks.articles import article, read
from histor.assess.corroboration import credible
from histor.assess.leaning import witness_of
from histor.link import link
from histor.records import (
    CaseExport,
    Claim,
    ClaimSource,
    Event,
    EventMention,
    EventStatus,
    Span,
)
from tests.sample_records import assault


def words(document: str, start: int = 0, text: str = "Tarnia shelled Lowmark") -> Span:
    return Span(document=document, start=start, end=start + len(text), text=text)


def event(*documents: str, status: EventStatus = "happened", claim: str | None = None) -> Event:
    mentions = (
        EventMention(span=words(d), trigger="shelled", status=status, claim=claim)
        for d in documents
    )
    return assault(
        "event_1",
        *mentions,
        title="Tarnia shelled Lowmark",
        status=status,
        actors=("ent_t",),
        recipients=("ent_l",),
    )


@pytest.mark.parametrize(
    ("documents", "disputed", "grade"),
    [
        (("a", "b", "c"), (), 1),
        (("a", "b"), (), 2),
        (("a",), (), 3),
        (("a", "copy"), (), 3),
        (("a", "b"), ("contradiction",), 3),
        (("a",), ("denial",), 4),
    ],
)
def test_credibility_counts_origins(
    documents: tuple[str, ...], disputed: tuple[str, ...], grade: int
) -> None:
    origins = {"a": "o1", "copy": "o1", "b": "o2", "c": "o3"}
    judged = credible(event(*documents), {}, origins, origins, disputed)
    assert judged.credibility.admiralty == grade
    assert judged.credibility.why


def test_pages_that_quote_one_source_are_one_witness() -> None:
    claim = Claim(
        id="claim_1",
        document="a",
        source=ClaimSource(text="the ministry", span=words("a"), entity="ent_m"),
        cue=None,
        content=words("a"),
        act="assert",
        quoted=False,
    )
    told = event("a", "b", claim="claim_1")
    origins = {"a": "o1", "b": "o2"}
    judged = credible(told, {"claim_1": claim}, origins, origins, ())
    assert judged.credibility.admiralty == 3
    assert "one source" in judged.credibility.why


def test_pages_filed_by_one_agency_are_one_witness() -> None:
    filed = "SALTO, March 8 (Reuters) - A mine killed two clerks near Orle, police said."
    again = "By midday a mine had killed two clerks on the road near Orle, police said."
    linked = link(read([article("a", filed, "2016-03-09"), article("b", again, "2016-03-09")]))
    documents = {d.id: d for d in linked.documents}
    [other] = [d for d in linked.documents if d.location == "b"]
    found = witness_of(linked.origins, documents, {})
    assert set(found.values()) == {"reuters", other.origin}
    found = witness_of(linked.origins, documents, {other.id: "Reuters"})
    assert set(found.values()) == {"reuters"}


def test_what_is_to_come_cannot_be_judged() -> None:
    origins = {"a": "1", "b": "2", "c": "3"}
    judged = credible(event("a", "b", "c", status="planned"), {}, origins, origins, ())
    assert judged.credibility.admiralty == 6


# --- over pages -------------------------------------------------------------------------------

PAGES = {
    "one.txt": """Mine kills four police officers near Lowmark

Published 4 May 2021

A mine killed four police officers and two civilians on a road near Lowmark on Monday, the interior
ministry of Kenya said. Kenya accused Uganda of laying the mine. Kenya said that Uganda would attack
the border town of Busia within two weeks.

Nine people were injured in the blast near Lowmark, doctors said on Tuesday.
""",
    "two.txt": """Four soldiers dead on the road to Lowmark

Published 5 May 2021

A mine on the road near Lowmark killed four soldiers and two civilians on Monday, a spokesman for
the army of Kenya said. Uganda denied that its troops had laid the mine near Lowmark.

The blast near Lowmark injured 31 people, doctors said on Wednesday.
""",
}


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CaseExport]:
    folder: Path = tmp_path_factory.mktemp("pages")
    for name, text in PAGES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with histor.Case.temporary() as case:
        case.add([folder])
        yield case.export()


def kinds(export: CaseExport) -> set[str]:
    return {f.kind for f in export.findings}


def test_one_number_of_different_people_is_a_contradiction(export: CaseExport) -> None:
    [finding] = [f for f in export.findings if f.kind == "contradiction"]
    assert "police officers" in finding.summary
    assert "soldiers" in finding.summary
    assert len(finding.documents) == 2


def test_a_later_higher_number_is_a_revision_and_no_finding(export: CaseExport) -> None:
    [entry] = [d for d in export.disputes if d.about == "figure"]
    assert entry.why == "revision"
    assert [a.says for a in entry.accounts] == ["Nine people", "31 people"]
    assert [a.since for a in entry.accounts] == ["2021-05-04", "2021-05-05"]
    assert "figure_conflict" not in kinds(export)


def test_a_denial_names_who_denies_what(export: CaseExport) -> None:
    [finding] = [f for f in export.findings if f.kind == "denial"]
    assert "is denied by Uganda" in finding.summary


def test_every_finding_rests_on_words_of_the_pages(export: CaseExport) -> None:
    texts = {d.id: d.text for d in export.documents}
    for finding in export.findings:
        assert finding.evidence
        for span in finding.evidence:
            assert texts[span.document][span.start : span.end] == span.text


def test_dates_written_out_make_no_stale_page(export: CaseExport) -> None:
    assert "stale_page_date" not in kinds(export)
    assert all(d.written is not None and d.written.basis == "page" for d in export.documents)
