"""Which body "the bloc", "the ministry" or "the rights group" means, of those named before.

The nearest naming before it with the same noun tells: a name that has the word in it ("the Council
for Peace", then "the council"), a name that the noun describes ("N, a rights group"), or nobody
named ("a clinic", then "the clinic"). Where no such naming stands before, words that fit any body
mean the one that spoke last.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.extract.lexicons import is_outlet
from histor.extract.names.affiliations import countries_in
from histor.extract.nearby import Nearby
from histor.extract.tokens import tokens_with
from histor.records import Entity
from histor.records import Span as TextSpan

__all__ = ["BODIES", "Bodies"]

#: words that fit any outlet
_OUTLETS = frozenset(
    "newspaper daily broadcaster channel paper magazine network station website outlet tabloid "
    "weekly agency".split()
)
#: nouns for bodies, which stand in the names of some
BODIES = _OUTLETS | frozenset(
    "ministry commission council court committee university party organisation organization "
    "association institute bank union mission company federation movement front fund "
    "authority department office academy assembly alliance coalition league observatory "
    "centre center foundation society group board bureau chamber syndicate confederation programme "
    "program brigade church hospital clinic army force corps militia police service tribunal "
    "firm charity watchdog bloc body ngo tank monitor congress "
    "senate parliament diocese directorate secretariat forum initiative campaign embassy "
    "command".split()
)
#: of these, words that fit any body, or any of no state
_ANY = frozenset(["bloc", "organisation", "organization", "agency", "body", "institution"])
_NO_STATES = frozenset(
    ["group", "charity", "watchdog", "ngo", "tank", "company", "firm", "movement", "association"]
)
#: which armed groups are not
_FIRMS, _ARMED = frozenset(["company", "firm"]), frozenset(["REB", "UAF", "SEP", "INS", "CRM"])
_STATES = frozenset(["GOV", "MIL", "COP", "JUD", "LEG", "SPY"])
#: words before the noun in a naming: "the New York-based rights group"
_LONGEST = 6
#: characters before it in which the naming stands
_REACH = 6_000
_DESCRIBING = frozenset(["ADJ", "NOUN", "PROPN", "PUNCT"])
_GIVEN = frozenset(["the", "this", "that"])
_SPELT = {"centre": "center", "organisation": "organization", "programme": "program"}
#: words that tell nothing of which body it is
_WIDE = frozenset(
    "regional local international medical aid humanitarian rights global world government state "
    "monitoring advocacy human independent national leading biggest largest nine nation member "
    "based think".split()
)
#: what a country has of its own: beside a militia called "the White Guard Army" it is another's
_STATE_S = "army"
#: tokens from "a rights group" back to the name it describes: "N, a local"
_APART = 5


class Bodies:
    """The bodies of a page, by where they are named."""

    def __init__(self, doc: Doc, mentions: Sequence[tuple[Span, Entity]]) -> None:
        self._doc = doc
        self._mentions = Nearby(mentions, lambda m: m[0].start)
        self._found: dict[str, list[Token]] = {}

    def meant(self, naming: Span, last: Entity | None) -> Entity | None:
        """Return the body that a description means; none if nobody named fits.

        Args:
            naming: words that are no name: "the regional bloc".
            last: the body that spoke last, if it is named.
        """
        head = naming[-1]
        word = head.lower_
        words = [t for t in naming[:-1] if t.lower_ not in _GIVEN]
        given = naming[0].lower_ in _GIVEN and len(naming) <= _LONGEST
        if not given or word not in BODIES or any(t.ent_type_ == "ORG" for t in words):
            return None
        told = {t.lower_ for t in words if t.is_alpha}
        for before in reversed(self._alike(head)):
            named = self._of(before, told)
            if named is not None or not self._is_definite(before):
                return named  # "the council" again tells nothing
        if last is None or last.kind != "organization":
            return None
        if word in _OUTLETS and is_outlet(last.name):
            return last
        if word in _FIRMS and last.sector in _ARMED:
            return None
        fits = word in _ANY or (word in _NO_STATES and last.sector not in _STATES)
        return last if fits else None

    def told(self, words: TextSpan, last: Entity | None) -> Entity | None:
        """Return the body that words of the text mean, as :meth:`meant` does."""
        naming = self._doc.char_span(words.start, words.end, alignment_mode="expand")
        return None if naming is None else self.meant(naming, last)

    def _alike(self, head: Token) -> list[Token]:
        """Return the same nouns before one, in any spelling, but for "an army spokesman"."""
        word = head.lower_
        if word not in self._found:
            spelt = {word, _SPELT.get(word, word)}
            spelt |= {british for british, other in _SPELT.items() if other == word}
            self._found[word] = [
                t
                for t in tokens_with(self._doc, "LOWER", spelt)
                if not (t.dep_ == "compound" and t.head.i > t.i and t.head.text.islower())
                or self._at(t) is not None
            ]
        return [t for t in self._found[word] if 0 < head.idx - t.idx < _REACH]

    def _is_definite(self, noun: Token) -> bool:
        """Say whether a noun stands with "the" and words that tell nothing of its own."""
        doc, at = noun.doc, noun.i
        first = at
        while first > 0 and doc[first - 1].lower_ in _WIDE:
            first -= 1
        article = first > 0 and doc[first - 1].lower_ in _GIVEN
        followed = at + 1 < len(doc) and (doc[at + 1].lower_ == "of" or doc[at + 1].pos_ == "PROPN")
        return article and not followed and self._at(noun) is None

    def _at(self, token: Token) -> Entity | None:
        """Return the body in whose name a word stands, if the name is more than the word."""
        for span, entity in self._mentions.starting(token.i - 2 * _LONGEST, token.i + 1):
            if span.start <= token.i < span.end and entity.kind == "organization":
                return entity if any(" " in name.text for name in entity.names) else None
        return None

    def _of(self, noun: Token, told: set[str]) -> Entity | None:
        """Return the body that a naming with a noun names, if no word of a description differs."""
        own = self._at(noun)
        if own is not None:
            names = {w for name in own.names for w in name.text.casefold().split()}
            if noun.lower_ == _STATE_S and not self._of_a_country(own):
                return None
            return own if told <= names | _WIDE else None
        called = self._right_before(noun)
        if called is not None:
            return called if told <= _WIDE | {"news"} else None
        doc, first = noun.doc, noun.i
        while first > 0 and (doc[first - 1].pos_ in _DESCRIBING or doc[first - 1].tag_ == "VBN"):
            if doc[first - 1].text in {",", ".", ";", ":"} or noun.i - first >= _APART:
                break
            first -= 1
        said = {t.lower_ for t in doc[first : noun.i]}
        if not told <= said | _WIDE:
            return None
        article = doc[first - 1].lower_ if first else ""
        if article in {"a", "an", "the"} and first > 1 and doc[first - 2].text == ",":
            ending = first - 2  # "N (NN), a local rights group"
            return self._ending(ending)
        behind = self._mentions.starting(noun.i + 1, noun.i + 2)
        return behind[0][1] if behind and behind[0][1].kind == "organization" else None

    @staticmethod
    def _of_a_country(body: Entity) -> bool:
        """Say whether an army is a country's by its name: not "the Orle Liberation Army"."""
        return any(countries_in(n.text) or "National" in n.text for n in body.names)

    def _right_before(self, noun: Token) -> Entity | None:
        """Return the outlet named right before the word for what it is: "the [N] news agency"."""
        if noun.lower_ not in _OUTLETS:
            return None
        doc = noun.doc
        end = noun.i - (noun.i > 0 and doc[noun.i - 1].lower_ == "news")
        for span, entity in self._mentions.starting(end - _LONGEST, end):
            if span.start > 0 and doc[span.start - 1].lower_ in {"a", "an", "another"}:
                continue  # "a Lima newspaper" is not called Lima
            if span.end == end and entity.kind in {"organization", "other"}:
                return entity
        return None

    def _ending(self, at: int) -> Entity | None:
        """Return the body whose name ends before a comma."""
        for span, entity in self._mentions.starting(at - 2 * _LONGEST, at):
            last = span.end == at or self._doc[span.end : at].text in {")", '"', "”"}
            if last and entity.kind == "organization":
                return entity
        return None
