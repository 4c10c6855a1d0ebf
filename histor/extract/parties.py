"""The entities that take part in an event, and the place where it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import EventMention
from histor.records import Entity

__all__ = ["Parties"]

_SUBJECT = frozenset(["nsubj"])
_PASSIVE = frozenset(["nsubj:pass"])
_TARGET = frozenset(["obj", "iobj"])
_PLACE_CASES = frozenset(["in", "at", "near", "on", "outside", "around", "across", "into", "from"])
#: arcs between an event and its place
_PLACE_DEPTH = 3
_ACCUSING = frozenset(["accuse", "blame", "suspect", "charge", "acquit"])
_NAMING = frozenset(["person", "organization", "group", "place"])


class Parties:
    """Finds the entities of a page by their words."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self._doc = doc
        self._at: dict[int, Entity] = {}
        for entity in entities:
            if entity.kind not in _NAMING:
                continue
            for mention in entity.mentions:
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None:
                    for token in span:
                        self._at.setdefault(token.i, entity)
        self._chain_names: dict[int, str] = {}
        for chain in getattr(doc._, "chains", ()):
            name = next((n for span in chain if (n := self._named(span))), None)
            if name is not None:
                for span in chain:
                    self._chain_names.setdefault(span.root.i, name)

    def of(self, read: EventMention) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the ids of the actors and the recipients of an event."""
        token = read.trigger.root
        accused = self._accused(token)
        actors = accused or self._ids(read.doers)
        recipients = () if accused else self._ids(read.targets)
        if not actors:
            actors = self._ids(self._subjects(token))
        if not recipients:
            recipients = self._ids(self._objects(token))
        return actors, tuple(r for r in recipients if r not in actors)

    def _accused(self, token: Token) -> tuple[str, ...]:
        """Return whom "X accused Y of an attack" makes the doer of the attack: Y."""
        verb = token.head
        if verb.lemma_.lower() not in _ACCUSING or not token.dep_.startswith("obl"):
            return ()
        return self._ids(self._objects(verb))

    def bearers(self, token: Token) -> tuple[str, ...]:
        """Return the ids of those whom a happening without a doer befalls."""
        return self._ids([*self._objects(token), *self._subjects(token)])

    def place_of(self, token: Token, taken: Collection[str]) -> str | None:
        """Return the id of the place that an event's clause names; none if it names none."""
        level = [token]
        for _ in range(_PLACE_DEPTH):
            below = [c for t in level for c in t.children]
            for child in below:
                entity = self._at.get(child.i)
                if entity is None or entity.kind != "place" or entity.id in taken:
                    continue
                if any(c.lower_ in _PLACE_CASES for c in child.children if c.dep_ == "case"):
                    return entity.id
            level = [c for c in below if c.dep_ not in {"advcl", "acl:relcl", "ccomp", "parataxis"}]
        return None

    def _ids(self, spans: Iterable[Span]) -> tuple[str, ...]:
        found: list[str] = []
        for span in spans:
            name = self._named(span)
            if name is None:
                name = self._chain_names.get(span.root.i)
            if name is not None and name not in found:
                found.append(name)
        return tuple(found)

    def _named(self, span: Span) -> str | None:
        """Return the entity that a phrase names: the one at its head, else the first before it."""
        head = span.root
        if head.i in self._at:
            return self._at[head.i].id
        inside = [t for t in span if t.i in self._at]
        lead = [t for t in inside if t.dep_ in {"amod", "compound", "nmod:poss", "flat", "appos"}]
        chosen = lead or inside
        return self._at[chosen[0].i].id if chosen else None

    def _subjects(self, token: Token) -> list[Span]:
        found = [c for c in token.children if c.dep_ in _SUBJECT]
        found += [
            c
            for c in token.children
            if c.dep_ in {"obl", "obl:agent"}
            and any(g.lower_ == "by" for g in c.children if g.dep_ == "case")
        ]
        found += [c for c in token.children if c.dep_ == "nmod:poss" and token.pos_ == "NOUN"]
        if not found and token.dep_ in {"conj", "xcomp", "advcl"} and token.head.pos_ == "VERB":
            found = [c for c in token.head.children if c.dep_ in _SUBJECT]
        return [self._phrase(c) for c in found]

    def _objects(self, token: Token) -> list[Span]:
        found = [c for c in token.children if c.dep_ in _TARGET | _PASSIVE]
        return [self._phrase(c) for c in found]

    def _phrase(self, head: Token) -> Span:
        kept = [
            c
            for c in head.children
            if c.dep_ in {"amod", "compound", "flat", "nmod:poss", "det", "appos", "nummod"}
        ]
        start = min([head.i, *(c.left_edge.i for c in kept)])
        end = max([head.i, *(c.right_edge.i for c in kept if c.dep_ == "flat")])
        return self._doc[start : end + 1]
