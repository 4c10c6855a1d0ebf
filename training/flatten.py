"""Ways in which crawlers flatten a page to lines, to train on all of them."""

from __future__ import annotations

import re

import html2text
import inscriptis
import lxml.html

__all__ = ["FLATTENERS"]

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "td",
        "th",
        "title",
        "tr",
        "ul",
        "button",
    ]
)
_HIDDEN = frozenset(["script", "style", "noscript", "template", "head"])


def stripped(source: str) -> str:
    """Every text node on a line of its own block; blank lines where blocks nest."""
    out: list[str] = []
    _walk(lxml.html.document_fromstring(source), out)
    text = re.sub(r"[ \t\xa0]+", " ", "".join(out))
    return re.sub(r"\n[ \n]*\n", "\n\n", text)


def _walk(node: lxml.html.HtmlElement, out: list[str]) -> None:
    stack: list[tuple[str, object]] = [("open", node)]
    while stack:
        what, item = stack.pop()
        if what == "text":
            out.append(str(item))
            continue
        tag = item.tag if isinstance(item.tag, str) else "script"
        edge = "\n" if tag in _BLOCKS else ""
        if tag in _HIDDEN and tag != "head":
            continue
        out.append(edge)
        stack.append(("text", edge))
        for child in reversed(item):
            if child.tail:
                stack.append(("text", child.tail.replace("\n", " ")))
            stack.append(("open", child))
        if item.text:
            stack.append(("text", item.text.replace("\n", " ")))


def single_spaced(source: str) -> str:
    """As ``stripped`` without blank lines: nothing but the line's own looks remains."""
    return re.sub(r"\n\s*\n", "\n", stripped(source))


def rendered(source: str) -> str:
    """As a text browser would lay it out (inscriptis)."""
    return inscriptis.get_text(source)


def markdown(source: str) -> str:
    """As Markdown with links (html2text)."""
    maker = html2text.HTML2Text(bodywidth=0)
    maker.ignore_images = False
    return maker.handle(source)


def wrapped(source: str) -> str:
    """As Markdown without links, paragraphs wrapped at 78 columns."""
    maker = html2text.HTML2Text(bodywidth=78)
    maker.ignore_links = maker.ignore_images = True
    return maker.handle(source)


def spaced(source: str) -> str:
    """A blank line between all lines, as the commonest crawlers leave it."""
    return "\n\n".join(line for line in stripped(source).split("\n") if line.strip())


FLATTENERS = (stripped, single_spaced, rendered, markdown, wrapped, spaced)
