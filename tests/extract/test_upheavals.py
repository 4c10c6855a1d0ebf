"""Votes that are undone and sides that are changed, and who does it; invented sentences."""

from __future__ import annotations

import pytest
from spacy.language import Language

from benchmarks.articles import article, read
from histor.extract.events.proposals import proposals


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("The Constitutional Court annulled the victory of Ana Ruiz.", "annulled", "annulment"),
        ("Judges overturned the election result last week.", "overturned", "annulment"),
        ("The court annulled the run-off of 10 May on Monday.", "annulled", "annulment"),
        ("A new run-off will be held on 23 June.", "run-off", "election"),
        ("Run-off from farms polluted the river.", "Run-off", None),
        ("The annulment of the vote angered the opposition.", "annulment", "annulment"),
        ("The court annulled the marriage of two actors.", "annulled", None),
        ("The appeals court overturned the verdict against a banker.", "overturned", None),
        ("General Hugo Lind defected to the rebels on Friday.", "defected", "defection"),
        ("Colonel Anders Lind went over to the rebels on Monday.", "went", "defection"),
        ("Peru's northern commander has broken ranks with the president.", "broken", "defection"),
        ("Dozens of soldiers switched sides in Orle on Sunday.", "switched", "defection"),
        ("Two commanders have switched support to the activists.", "switched", "defection"),
        ("The minister broke with tradition and spoke Dutch.", "broke", None),
        ("He went over to the table.", "went", None),
    ],
)
def test_what_is_undone_or_changed_is_told(
    nlp: Language, text: str, word: str, kind: str | None
) -> None:
    found = {p.trigger.text: p.kind for p in proposals(nlp(text))}
    assert found.get(word) == kind


def test_who_undoes_a_vote_is_named_and_a_denied_defection_is_no_other() -> None:
    [page] = read(
        [
            article(
                "one",
                "The High Court of Peru annulled the victory of Ana Ruiz on Monday. General Hugo "
                "Lind broke with President Juan Torre on Friday. The army denied the defection.",
                "2015-06-02",
            )
        ]
    )
    names = {e.id: e.name for e in page.entities}
    by_word = {e.mentions[0].trigger: e for e in page.events}
    assert [names[a] for a in by_word["annulled"].actors] == ["High Court"]
    broke = by_word["broke"]
    assert [names[a] for a in broke.actors] == ["Hugo Lind"]
    assert [m.trigger for m in broke.mentions] == ["broke", "defection"]


def test_the_day_of_the_vote_is_not_that_of_its_annulment() -> None:
    [page] = read(
        [
            article(
                "one",
                "The High Court of Peru annulled the vote of 10 May. Norway condemned the bombing "
                "of 3 May.",
                "2015-06-02",
            )
        ]
    )
    dates = {e.mentions[0].trigger: e.date and e.date.edtf for e in page.events}
    assert dates["annulled"] is None and dates["vote"] == "2015-05-10"
    assert dates.get("condemned") is None and dates.get("bombing") == "2015-05-03"
