"""Lines that name who says them: "WHO: 200 dead in floods", "Blast kills 12: police".

Headings, entries of live pages and lists of tolls leave the verb of saying out. Before a colon may
stand any body, person or office; behind one, or behind a dash, what is no site's or writer's name.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.events.event_words import event_words
from histor.extract.lexicons import is_outlet, offices, titles
from histor.extract.names.affiliations import party_words
from histor.extract.names.known_actors import known_actor
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE, VERBS, text_of
from histor.records import FigureQuantity

__all__ = ["NO_SPEAKERS", "with_labelled"]

_BEFORE = re.compile(
    r"^(?:[-–—•*·]\s)?(?P<label>[A-Z][^\n:.!?“”\"]{1,40})(?P<mark>:\s)(?P<said>[^\n:“”\"?]{4,200})$",
    re.M,
)
#: the same at the beginning of an entry of a live page: "13:20 President N. N.: Peru gives way."
_ENTRY = re.compile(
    r"^\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?\s(?:[-–—|]\s)?(?P<label>[A-Z][^\n:.!?“”\"]{1,60})"
    r"(?P<mark>:\s)(?P<said>[^\n:“”\"?.!]{12,200})(?=[.!])",
    re.M,
)
_BEHIND = re.compile(
    r"^(?P<said>[^\n:?]{12,160})(?P<mark>:\s|\s[-–—]\s)(?P<label>[^\n:.,!?“”\"–—-]{2,40})$", re.M
)
#: words of the longest label
_LONGEST = 6
#: speakers without a name, besides those of the lists of people and bodies
_SPEAKERS = frozenset(
    "police staff source witness medic monitor media mediator study report survey lawyer family "
    "relative authorities officials prosecutors".split()
)
#: labels of people who made the page, and of what is listed
NO_SPEAKERS = frozenset(
    "editor reporter reporting writer author correspondent photographer director producer contact "
    "photo video source update opinion analysis explainer interview people woman man child review "
    "exclusive watch live comment editorial feature profile".split()
)
_VICTIMS: tuple[FigureQuantity, ...] = ("killed", "injured", "missing", "displaced", "detained")


def with_labelled(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with those of lines whose speaker stands at an end of the line.

    Lines with a speaker in front that hold an attribution already are left alone. Where he stands
    behind, what another says in the line ends before him: "Lima sees no reason for it – envoy".
    """
    parts = [p for a in found for p in (a.cue, a.source, *a.contents) if p is not None]
    ends = Nearby(sorted(parts, key=lambda p: p.end), lambda p: p.end)
    names = {t.i for a in found for p in (a.cue, a.source) if p is not None for t in p}
    before = [
        Attribution(cue=None, source=label, contents=(said,))
        for label, said, _ in (*_lines(doc, _BEFORE), *_lines(doc, _ENTRY))
        if not ends.starting(label.start + 1, said.end + 1)
        and _speaks(label, behind=False, dash=False)
        and _states(said)
    ]
    behind = [
        Attribution(cue=None, source=label, contents=(said,))
        for label, said, dash in _lines(doc, _BEHIND)
        if not any(t.i in names for t in label)
        and _speaks(label, behind=True, dash=dash)
        and (any(t.tag_ in FINITE for t in said) or _states(said))
    ]
    labels = Nearby([a.source for a in behind if a.source is not None], lambda s: s.start)
    return [*(_before_label(a, labels) for a in found), *before, *behind]


def _lines(doc: Doc, pattern: re.Pattern[str]) -> Iterator[tuple[Span, Span, bool]]:
    """Yield label and words of the lines of a form, and whether a dash stands between them."""
    for match in pattern.finditer(text_of(doc)):
        label = doc.char_span(*match.span("label"), alignment_mode="expand")
        said = doc.char_span(*match.span("said"), alignment_mode="contract")
        if label is not None and said is not None and _is_one_line(said):
            yield label, said, ":" not in match["mark"]


def _before_label(found: Attribution, labels: Nearby[Span]) -> Attribution:
    """End what was read as said in a line before the label that ends it."""
    contents = []
    for content in found.contents:
        inside = labels.starting(content.start + 2, content.end)
        end = inside[0].start - 1 if inside else content.end
        contents.append(content.doc[content.start : end])
    return dataclasses.replace(found, contents=tuple(contents))


def _is_one_line(said: Span) -> bool:
    """Say whether a line is no paragraph of several sentences."""
    return not any(t.text in {".", "!"} for t in said[:-1])


def _speaks(label: Span, *, behind: bool, dash: bool) -> bool:
    """Say whether a label names who can speak."""
    words = [t for t in label if not t.is_punct]
    if not 0 < len(words) <= _LONGEST:
        return False
    head, name = label.root, label.text
    lemma = head.lemma_.lower()
    if not behind and (lemma in NO_SPEAKERS or head.lower_ in NO_SPEAKERS):
        return False
    speakers = _speakers()
    if len(words) > 1 and any(t.pos_ in VERBS for t in words):
        return False
    if lemma in speakers or head.lower_ in speakers:
        return not (dash and head.ent_type_ == "PERSON")
    if dash and is_outlet(name):
        return False  # the name of the site behind a title
    whole = all(t.ent_type_ == head.ent_type_ for t in words)
    person = any(t.ent_type_ == "PERSON" for t in words)
    if not behind and person and words[-1].pos_ == "PROPN" and any(map(_is_office, words[:-1])):
        return True  # "Peruvian President N. N."
    if head.ent_type_ == "PERSON" and whole:
        return not behind or len(words) == 1
    if len(words) == 1 and head.pos_ == "PROPN" and not dash and _bears(label.doc, name):
        return True  # a surname read as a body's name, or as none
    if head.ent_type_ != "ORG" or not whole or dash:
        return False
    known = known_actor(name) is not None or is_outlet(name) or name.isupper()
    return known or any(t.lemma_.lower() in party_words() for t in words)


def _is_office(word: Token) -> bool:
    return word.lemma_.lower() in titles()


def _bears(doc: Doc, name: str) -> bool:
    """Say whether a word is the first or last name of somebody whom the page names in full."""
    people = (e for e in doc.ents if e.label_ == "PERSON" and len(e) > 1)
    return any(name in {e[0].text, e[-1].text} for e in people)


@cache
def _speakers() -> frozenset[str]:
    """Return the words for who can speak: no "health", no "education"."""
    return (party_words() - offices()) | titles() | _SPEAKERS


def _states(said: Span) -> bool:
    """Say whether words state something: a finite verb, or a toll."""
    root = said.root
    if root.tag_ in FINITE or any(c.tag_ in FINITE for c in root.children if c in said):
        return any(_is_subject(c) for c in root.children) or root.tag_ in {"VBZ", "VBD"}
    if root.tag_ == "VBN" and root.i > said.start:
        return True
    return any(t.pos_ == "NUM" for t in said) and any(map(_tells_a_toll, said))


def _is_subject(word: Token) -> bool:
    return word.dep_.startswith(("nsubj", "expl"))


def _tells_a_toll(word: Token) -> bool:
    known = event_words().figures
    return any(word.lemma_.lower() in known[q] or word.lower_ in known[q] for q in _VICTIMS)
