"""Who leads a body is known again by the body's name."""

from __future__ import annotations

from benchmarks.articles import article, read

TEXT = (
    "The head of the Orle mercenary group, Yevgeny Torre, said on Saturday that his fighters had "
    "left. The leader of the Orle group said it was over. The mercenary chief said that he was "
    "well. The rebel leader said that nothing had changed."
)


def test_the_chief_of_a_body_is_who_was_told_to_lead_it() -> None:
    [page] = read([article("one", TEXT, "2024-05-06")])
    names = {e.id: e.name for e in page.entities}
    told = {c.source.text: names.get(c.source.entity or "") for c in page.claims if c.source}
    assert told["The leader of the Orle group"] == "Yevgeny Torre"
    assert told["The mercenary chief"] == "Yevgeny Torre"
    assert told["The rebel leader"] is None
