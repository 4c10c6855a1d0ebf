"""The one shape in which every training set reaches the model: a window of words with masks."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["ENTITY_KINDS", "Link", "Window", "entity_tags", "entity_tags_allowing"]

#: kinds of named entity; a set that does not mark a kind leaves it open instead of denying it
ENTITY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")


@dataclass(slots=True)
class Link:
    """One attribution inside a window, as word indices."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass(slots=True)
class Window:
    """Words of consecutive sentences with whatever a set marks on them.

    A list that is ``None`` is not marked by the set and is not trained on. ``entities`` holds for
    each word the tag indices the gold allows, as a bit mask, so that a set with coarser or fewer
    kinds teaches only what it knows.
    """

    words: list[str]
    breaks: list[int] = field(default_factory=list)
    sentence_starts: list[int] | None = None
    upos: list[str] | None = None
    xpos: list[str] | None = None
    heads: list[int] | None = None
    deprels: list[str] | None = None
    entities: list[int] | None = None
    entity_weight: float = 1.0
    links: list[Link] | None = None


def entity_tags() -> list[str]:
    """Return the BIO tags of the entity head, in index order."""
    return ["O", *(f"{prefix}-{kind}" for kind in ENTITY_KINDS for prefix in "BI")]


def entity_tags_allowing(prefix: str, kinds: tuple[str, ...], *, outside: bool = False) -> int:
    """Return the bit mask of the tags ``prefix``-kind, with ``O`` too if ``outside``."""
    tags = entity_tags()
    mask = 1 if outside else 0
    for kind in kinds:
        for letter in prefix:
            mask |= 1 << tags.index(f"{letter}-{kind}")
    return mask
