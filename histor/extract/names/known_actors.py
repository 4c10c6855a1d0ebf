"""Bodies and persons whose country and sector are known: ``data/actors.txt``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast, get_args

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from histor.errors import InputError
from histor.extract.lexicon_files import lexicon_lines
from histor.extract.places.gazetteer import is_known_place, is_people
from histor.extract.tokens import text_of, tokens_with
from histor.records import EntityKind

__all__ = ["KnownActor", "known_actor", "mark_known", "mark_peoples"]

_LABELS = {"person": "PERSON", "organization": "ORG", "group": "GROUP", "place": "PLACE"}
_FIELDS = 3
#: the longest name's words
#: what a body's name may end in that is not part of it
_KINDS = frozenset(["party", "movement", "group", "militia", "organisation", "organization"])
_LONGEST = 8
#: words from a name back to the initials that a hyphen ties to it
_JOINED = 2
#: tags of the words that may name a people
_NAMED = ["NNP", "NNPS", "NNS", "JJ"]
#: parts of speech of words that initials may spell
_SPELT = frozenset(["PRON", "DET", "ADP", "AUX", "VERB", "NOUN"])


class KnownActor(NamedTuple):
    """What is known of a name: country as ISO 3166-1 alpha-2, sector after PLOVER."""

    #: the name by which all its names are joined
    name: str
    kind: EntityKind
    country: str | None
    sector: str | None


def known_actor(name: str) -> KnownActor | None:
    """Return what is known of a name as it is written, or with its kind: "the Fatah party"."""
    words = name.split()
    found = _actors().get(" ".join(words))
    if found is None and len(words) > 1 and words[-1].casefold() in _KINDS:
        found = _actors().get(" ".join(words[:-1]))
        return found if found is not None and found.kind == "organization" else None
    return found


def mark_known(doc: Doc) -> None:
    """Make names of ``doc.ents`` of the known names that were read as none or as another kind.

    A longer name that holds a known one ("the Wagner Opera") is left as it is.
    """
    found, ents = [], doc.ents
    for first, end, actor in _names_in(doc):
        start = first - _JOINED if _hangs_on_initials(doc, first) else first
        over = [e for e in ents if e.start < end and e.end > start]
        if all(start <= e.start and e.end <= end for e in over):
            found.append(Span(doc, start, end, label=_LABELS.get(actor.kind, "OTHER")))
    if found:
        for span in found:
            _read_as_name(span)
        taken = {t.i for span in found for t in span}
        kept = [e for e in ents if not any(t.i in taken for t in e)]
        doc.set_ents(filter_spans([*found, *kept]))


def _hangs_on_initials(doc: Doc, start: int) -> bool:
    """Say whether a hyphen makes a known name the end of a longer one: "ACT- | Wazalendo"."""
    if start < _JOINED or doc[start - 1].text != "-" or doc[start - 1].whitespace_:
        return False
    before = doc[start - _JOINED]
    initials = before.text.isupper() and before.text.isalpha() and len(before) > 1
    known = known_actor(before.text) is not None or is_known_place(before.lower_)
    return initials and not known and not before.whitespace_


def mark_peoples(doc: Doc) -> None:
    """Make entities of peoples that were read as no name: "deported 45 Kenyans"."""
    found = [
        Span(doc, token.i, token.i + 1, label="GROUP")
        for token in tokens_with(doc, "TAG", _NAMED)
        if not token.ent_type_ and token.is_title and is_people(token.lower_)
    ]
    if found:
        doc.set_ents([*doc.ents, *found])


def _read_as_name(name: Span) -> None:
    """Tag initials as a name that were read as the word they spell: "WHO said"."""
    word = name[0]
    if len(name) > 1 or word.pos_ not in _SPELT or not any(t.is_lower for t in word.sent):
        return
    word.pos_, word.tag_, word.lemma_ = "PROPN", "NNP", word.text
    if word.dep_ == "det":
        word.dep_ = "compound"


def _names_in(doc: Doc) -> Iterator[tuple[int, int, KnownActor]]:
    """Yield the longest known names, each with its first token and the one after its last."""
    last, text = 0, text_of(doc)
    places = doc.to_array(["IDX", "LENGTH"]).astype(int)
    starts, ends = places[:, 0].tolist(), places.sum(axis=1).tolist()
    for first in tokens_with(doc, "ORTH", _starts()):
        i = first.i
        if i < last:  # inside the name before
            continue
        for end in range(min(len(doc), i + _LONGEST), i, -1):
            actor = known_actor(text[starts[i] : ends[end - 1]])
            if actor is not None:
                yield i, end, actor
                last = end
                break


@cache
def _actors() -> dict[str, KnownActor]:
    found: dict[str, KnownActor] = {}
    for path, line in lexicon_lines("actors.txt"):
        fields = line.split(maxsplit=_FIELDS)
        if len(fields) <= _FIELDS or fields[0] not in get_args(EntityKind):
            raise InputError(
                f"{path} has the line “{line.strip()}”; a line of actors names a kind "
                f"({', '.join(get_args(EntityKind))}), a country, a sector and names."
            )
        kind, country, sector, names = fields
        for same in names.split("|"):
            one = [" ".join(name.split()) for name in same.split("=")]
            actor = KnownActor(
                one[0],
                cast(EntityKind, kind),
                None if country == "-" else country,
                None if sector == "-" else sector,
            )
            found.update(dict.fromkeys(one, actor))
    return found


@cache
def _starts() -> frozenset[str]:
    """Return the names' first words, as spaCy parts them."""
    return frozenset(
        first
        for name in _actors()
        for first in (name.split()[0], name.split("-")[0], name.split("'")[0], name.split("’")[0])
    )
