"""Presidents of chambers and clubs, who are not the country's."""

from __future__ import annotations

from benchmarks.articles import article, read


def test_the_president_of_a_body_is_not_the_head_of_state() -> None:
    text = (
        "President Andrés Peralta of Mexico said the port would recover. The president of the "
        "Chamber of Business of Acapulco said that it would take two years. The president said it "
        "would take one."
    )
    [page] = read([article("one", text, "2024-05-06")])
    names = {e.id: e.name for e in page.entities}
    told = {c.content.text: names.get(c.source.entity or "") for c in page.claims if c.source}
    assert told["it would take two years"] is None
    assert told["it would take one"] == "Andrés Peralta"
