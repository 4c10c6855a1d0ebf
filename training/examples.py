"""The one shape in which every training set reaches the model: a window of words with masks."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "ENTITY_KINDS",
    "PLOVER",
    "Coreference",
    "Link",
    "Pair",
    "Twins",
    "Window",
    "entity_tags",
    "entity_tags_allowing",
]

#: kinds of named entity; a set that does not mark a kind leaves it open instead of denying it
ENTITY_KINDS = ("PERSON", "ORG", "PLACE", "GROUP", "OTHER")

#: PLOVER's event types, and NONE for what is no event between the two parties
PLOVER = (
    "NONE",
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)


@dataclass(slots=True)
class Link:
    """One attribution inside a window, as word indices."""

    cue: list[int]
    source: list[int]
    content: list[int]


@dataclass(slots=True)
class Pair:
    """What a doer does to a target: word indices, the types it may be, the event's first word.

    Without doer and target it tells the type of the whole window; the trigger may be unknown.
    """

    doer: list[int]
    target: list[int]
    kinds: tuple[int, ...]
    trigger: int | None


@dataclass(slots=True)
class Coreference:
    """A word that may refer back: the earlier words it refers to (none: a first mention).

    ``among`` are the words it was chosen from, where a set asks for a choice.
    """

    word: int
    golds: list[int]
    among: list[int] | None = None


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
    #: 0 outside, 1 begin, 2 inside an event's trigger; -100 where the set is silent
    triggers: list[int] | None = None
    #: the same for time expressions
    times: list[int] | None = None
    #: word and factuality, from -3 (certainly did not happen) to 3 (certainly did)
    facts: list[tuple[int, float]] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    coreference: list[Coreference] = field(default_factory=list)
    #: sentences whose embedding is distilled from the base model
    sentences: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Twins:
    """Two sentences and whether the second supports (0), refutes (1) or neither (2) the first."""

    claim: Window
    evidence: Window
    label: int


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
