"""Lists and headings of a story on pages that mark no article."""

from __future__ import annotations

from histor.clean.markup import extract_blocks

PARAGRAPHS = [
    f"The council of the town met on day {n} and spoke for {n} hours about the dam above the "
    "harbour, which engineers had called unsafe in a letter that nobody answered."
    for n in range(2, 8)
]
LIST = (
    "<ul><li>The mayor says the dam is <b>safe</b> &amp; sound</li>"
    "<li>The opposition denies any part in the leak</li></ul>"
)


def _page(between: str) -> str:
    first, second = PARAGRAPHS[:3], PARAGRAPHS[3:]
    return (
        "<html><body><div><a href='/'>Home</a> <a href='/n'>News</a></div><h1>Dam talks go on</h1>"
        + "".join(f"<p>{p}</p>" for p in first)
        + between
        + "".join(f"<p>{p}</p>" for p in second)
        + "</body></html>"
    )


def test_a_list_between_paragraphs_is_the_story_s() -> None:
    source = _page(f"<h3>19:10 What we know so far</h3>{LIST}")
    blocks, _ = extract_blocks(source)
    texts = [b.text for b in blocks]
    at = texts.index(PARAGRAPHS[2])
    assert texts[at + 1 : at + 4] == [
        "19:10 What we know so far",
        "The mayor says the dam is safe & sound",
        "The opposition denies any part in the leak",
    ]
    assert texts[at + 4] == PARAGRAPHS[3]
    item = blocks[at + 3]
    assert source[item.start : item.end] == item.text


def test_a_list_of_links_or_in_a_box_is_not() -> None:
    linked = "<ul><li><a href='/a'>Ten dead in the mill fire, police say</a></li></ul>"
    boxed = "<div class='more'><ul><li>Ten dead in the mill fire, police say</li></ul></div>"
    for between in (linked, boxed):
        blocks, _ = extract_blocks(_page(between))
        assert not any("mill fire" in b.text for b in blocks)
