"""Why the names of several pages are one entity, in sentences."""

from __future__ import annotations

from benchmarks.articles import article, read
from histor.link import link


def reasons(*texts: str) -> dict[str, tuple[str, ...]]:
    linked = link(read([article(f"page {n}", t, "2016-03-09") for n, t in enumerate(texts)]))
    return {e.name: e.reasons for e in linked.entities}


def test_a_merge_has_its_reasons() -> None:
    found = reasons(
        "Oleksandr Hryhorenko, the mayor of Salto, closed the port. The World Health Organization "
        "sent doctors to Uruguay.",
        "Oleksandr Hrihorenko, the mayor of Salto, opened the port again. The WHO thanked Uruguay.",
    )
    mayor = next(why for name, why in found.items() if "Oleksandr" in name)
    assert any("spelt alike" in reason for reason in mayor)
    body = found["World Health Organization"]
    assert any("“WHO”" in reason for reason in body)
    assert any("2 pages name “Uruguay”" in reason for reason in found["Uruguay"])


def test_what_one_page_names_needs_no_reason() -> None:
    assert set(reasons("Rosa Ibarra closed the port of Salto on Monday.").values()) == {()}


def test_what_is_named_after_a_country_is_not_the_country() -> None:
    found = reasons(
        "Forty patients died at the Uruguay Children Hospital in Salto.",
        "Uruguay sent doctors to the Uruguay Children Hospital on Monday.",
    )
    assert not any("Hospital" in reason for reason in found.get("Uruguay", ()))
