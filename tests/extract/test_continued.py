"""Quotations that go on from paragraph to paragraph are one man's words. Invented sentences."""

from __future__ import annotations

import pytest

from benchmarks.articles import article, read


def said(text: str) -> list[tuple[str | None, str]]:
    [page] = read([article("one", text, "2015-06-02")])
    names = {e.id: e.name for e in page.entities}
    return [
        (names.get(c.source.entity or "", c.source.text) if c.source else None, c.content.text)
        for c in page.claims
    ]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"')])
def test_what_goes_on_behind_a_mark_is_his_who_began(opening: str, closing: str) -> None:
    found = said(
        f"Omar Diaz met reporters in Lima on Monday.\n\n{opening}We will rebuild the port,{closing} "
        f"Diaz said. {opening}The work has begun.\n\n{opening}The army will guard it. Nobody will "
        f"stop us.\n\n{opening}Peru is strong.{closing}\n\nThe port was hit in May."
    )
    assert ("Omar Diaz", "The army will guard it. Nobody will stop us") in found
    assert ("Omar Diaz", "Peru is strong") in found


def test_what_another_is_told_to_say_is_his() -> None:
    found = said(
        '"We will rebuild the port," Omar Diaz said in Lima. "The work has begun.\n\n'
        '"It is late," said Ana Ruiz.'
    )
    assert [c for c in found if c[1] == "It is late"] == [("Ana Ruiz", "It is late")]
