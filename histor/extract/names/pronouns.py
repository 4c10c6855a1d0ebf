"""Whom "he" and "she" mean: the nearest person before them that speaks or acts.

Objects and possessors are passed over, and so is who is known to be of the other sex. On GAP
(Webster et al. 2018) this is right about as often as the chains of the language model; where the
two agree they are right four times in five.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from histor.extract.antecedents import names_party
from histor.extract.claims.quotes import QuotedText
from histor.extract.lexicons import given_names
from histor.extract.names.role_words import is_title
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE, VERBS, tokens_with
from histor.records import Entity

__all__ = ["PERSONAL", "SAME", "SUBJECTS", "People", "same_person"]

#: sex of the person that a pronoun means
PERSONAL = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}
#: relations by which the parts of one naming hang together ("Minister" and the minister's name)
SAME = frozenset(["flat", "compound", "appos", "nmod:desc", "nmod:unmarked", "list", "dep"])
SUBJECTS = frozenset(["nsubj", "nsubj:pass", "nsubj:outer"])
#: characters before a pronoun in which the person is named
_NEAR = 600
#: sentences before a pronoun in which the one person named is meant though he does nothing there
_FEW = 2
#: words from "by" to a spokesman's name
_SPOKE = 7
#: words of a line that only names somebody
_LINE = 12
#: who is somebody new behind "his" and "her"
_KIN = frozenset(
    "daughter son husband wife mother father brother sister cousin neighbour neighbor uncle aunt "
    "grandmother grandfather friend colleague".split()
)
_MEN = ("man", "king", "prince", "mr", "monk", "emir", "sultan", "pope", "sheikh")
_WOMEN = ("woman", "queen", "princess", "mrs", "ms", "nun")


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    person: Entity


class People:
    """The persons of a page, where they act."""

    def __init__(
        self, doc: Doc, entities: Sequence[Entity], quotes: QuotedText | None = None
    ) -> None:
        self._quotes = quotes
        acting: list[_Named] = []
        named: list[_Named] = []
        owning: list[_Named] = []
        self._sexes: dict[str, str] = {}
        #: persons by the last word of their names
        self._surnames: dict[str, set[Entity]] = defaultdict(set)
        for person in entities:
            if person.kind != "person":
                continue
            spans = [
                (m, words)
                for m in person.mentions
                if (words := doc.char_span(m.start, m.end, alignment_mode="expand")) is not None
            ]
            self._surnames[person.name.rsplit(" ", 1)[-1]].add(person)
            acting += [_Named(m.start, m.end, person) for m, words in spans if _acts(words.root)]
            named += [_Named(m.start, m.end, person) for m, words in spans if not _owns(words)]
            owning += [_Named(m.start, m.end, person) for m, words in spans if _owns_a_thing(words)]
            sex = _sex(person, [words for _, words in spans])
            if sex:
                self._sexes[person.id] = sex
        self._acting = Nearby(acting, lambda named: named.start)
        self._named = Nearby(named, lambda named: named.start)
        #: persons whose things are told of: "Ana Ruiz's house", where nobody else is named
        self._owning = Nearby(owning, lambda named: named.start)
        self._sexes |= self._called(doc)

    def _called(self, doc: Doc) -> dict[str, str]:
        """Return the sex of persons whom only one kind of pronoun can mean where they are alone."""
        votes: dict[str, set[str]] = defaultdict(set)
        for pronoun in tokens_with(doc, "LOWER", PERSONAL):
            before = doc[max(0, pronoun.sent.start - 1)].sent.start_char
            near = self._acting.starting(before, pronoun.idx)
            people = {named.person.id for named in near}
            if len(people) == 1:
                votes[people.pop()].add(PERSONAL[pronoun.lower_])
        sexes = {who: told.pop() for who, told in votes.items() if len(told) == 1}
        return {who: sex for who, sex in sexes.items() if who not in self._sexes}

    def before(
        self,
        pronoun: Token,
        spoke: Sequence[tuple[int, Entity | None]] = (),
        others: Collection[str] = (),
        reported: Sequence[tuple[int, int]] = (),
    ) -> Entity | None:
        """Return the person that "he" or "she" means; none if nobody fits.

        Args:
            pronoun: one of :data:`PERSONAL`.
            spoke: who spoke before, by the end of their naming; none where nobody knows who it was.
            others: ids of persons whom it does not mean.
            reported: where what somebody said begins and ends; whom it names is passed over where
                he who said it fits.
        """
        sex = PERSONAL[pronoun.lower_]
        asked = self._in_line_above(pronoun, sex, others)
        if asked is not None:
            return asked
        low = pronoun.idx - _NEAR
        candidates = [(at, who) for at, who in spoke if low <= at <= pronoun.idx]
        candidates += [
            (named.end, named.person)
            for named in self._acting.starting(low, pronoun.idx)
            if named.end <= pronoun.idx and not self._only_quoted(named.start, pronoun.idx)
        ]
        fitting = [
            (at, who)
            for at, who in candidates
            if who is None or (self._sexes.get(who.id, sex) == sex and who.id not in others)
        ]
        if not candidates:
            fitting = self._only_one(pronoun, sex, others)
        spoken = {at for at, who in spoke if who is not None}
        if any(at in spoken for at, _ in fitting):
            fitting = [
                (at, who)
                for at, who in fitting
                if at in spoken or not any(start < at <= end for start, end in reported)
            ]
        at, found = max(fitting, key=lambda c: c[0]) if fitting else (0, None)
        return None if found is not None and _is_newer(pronoun, at) else found

    def _in_line_above(self, pronoun: Token, sex: str, others: Collection[str]) -> Entity | None:
        """Return the one person of a question right above the paragraph that a pronoun opens.

        "Will Ana Ruiz resign?" and below it "She said that …".
        """
        doc, first = pronoun.doc, pronoun.i
        if first == 0 or "\n\n" not in doc[first - 1].text or pronoun.dep_ not in SUBJECTS:
            return None
        start = first - 1
        while start > 0 and "\n\n" not in doc[start - 1].text and first - start <= _LINE + 1:
            start -= 1
        line = [t for t in doc[start : first - 1] if not t.is_space]
        if not line or len(line) > _LINE or not any(t.text == "?" for t in doc[first - 2 : first]):
            return None
        near = self._named.starting(doc[start].idx, pronoun.idx)
        people = {n.person.id: n.person for n in near}
        # "Will Ruiz" at its beginning is read as a name of another
        people = people or {p.id: p for t in line for p in self._surnames.get(t.text, ())}
        if len(people) != 1:
            return None
        who = people.popitem()[1]
        fits = self._sexes.get(who.id, sex) == sex and who.id not in others
        return who if fits else None

    def acting_before(self, word: Token) -> Entity | None:
        """Return the one person who acts in a word's sentence before it, or the one before."""
        near = self._acting.starting(_sentences_before(word, 1), word.idx)
        people = {
            named.person.id: named.person
            for named in near
            if not self._only_quoted(named.start, word.idx)
        }
        before = word.doc[word.doc[max(0, word.sent.start - 1)].sent.start : word.i]
        together = any(
            t.dep_ == "conj" and t.head.dep_ in SUBJECTS and t.ent_type_ == "PERSON" for t in before
        )
        return people.popitem()[1] if len(people) == 1 and not together else None

    def _only_one(
        self, pronoun: Token, sex: str, others: Collection[str]
    ) -> list[tuple[int, Entity | None]]:
        """Return the one person named in the sentences before, where nobody is known to act."""
        low = max(pronoun.idx - _NEAR, _sentences_before(pronoun, _FEW))
        near = [
            (named.end, named.person)
            for named in self._named.starting(low, pronoun.idx)
            if named.end <= pronoun.idx and not self._only_quoted(named.start, pronoun.idx)
        ]
        near = near or [
            (named.end, named.person)
            for named in self._owning.starting(low, pronoun.idx)
            if named.end <= pronoun.idx and not self._only_quoted(named.start, pronoun.idx)
        ]
        one = len({person.id for _, person in near}) == 1
        return [
            (at, who)
            for at, who in near
            if one and self._sexes.get(who.id, sex) == sex and who.id not in others
        ]

    def _only_quoted(self, name: int, pronoun: int) -> bool:
        """Say whether a name is one that somebody's quotation names, and a pronoun is not in it."""
        return self._quotes is not None and (
            self._quotes.holds(name) and not self._quotes.holds(pronoun)
        )


def same_person(one: Entity | None, other: Entity | None) -> Entity | None:
    """Return the person that two readings of a pronoun mean; none if they mean two."""
    if one is None or other is None:
        return one or other
    return one if one.id == other.id else None


def _acts(name: Token) -> bool:
    if name.dep_ in SUBJECTS or _heads_an_entry(name) or _is_announced(name):
        return True
    if _goes_before_its_verb(name):
        return True
    if _speaks_for(name):
        return True
    if name.dep_ not in SAME:
        return False
    head = name.head
    if head.dep_ == "nmod" and is_title(head.head):
        head = head.head  # "Chief of the Army Staff (CAS), General N. N. opened"
    return head.dep_ in SUBJECTS  # "Prime Minister N. N. said"


def _goes_before_its_verb(name: Token) -> bool:
    """Say whether a name opens a sentence and its verb follows, whatever the tree has."""
    if name.dep_ != "root" or name.left_edge.i > name.sent.start:
        return False
    behind = next((t for t in name.sent if t.i > name.i and t.ent_iob_ != "I"), None)
    return behind is not None and behind.tag_ in FINITE


def _owns(name: Span) -> bool:
    """Say whether a name only tells whose something is: "N. N.'s brother"."""
    edge = name.doc[max(name.start, name.end - 1) : name.end + 1]
    return any(t.tag_ == "POS" or t.lower_ in {"'s", "’s"} for t in edge)


def _owns_a_thing(name: Span) -> bool:
    """Say whether a name tells whose thing something is: "N. N.'s house", not "N. N.'s brother"."""
    root = name.root
    if not _owns(name) or root.dep_ != "nmod:poss":
        return False
    return not (names_party(root.head) or is_title(root.head) or root.head.lemma_ in _KIN)


def _sentences_before(word: Token, count: int) -> int:
    """Return where the sentence so many before a word's begins in the text."""
    first = word.sent.start
    for _ in range(count):
        first = word.doc[first - 1].sent.start if first > 0 else 0
    return word.doc[first].idx


def _is_newer(pronoun: Token, at: int) -> bool:
    """Say whether the sentence before tells of somebody new behind a person: "a teacher agrees".

    So does the clause above the pronoun's: "a clerk died after | he | was hit".
    """
    if pronoun.dep_ in SUBJECTS and any(
        t.dep_ in SUBJECTS and t.idx > at and t.head.is_ancestor(pronoun) and _is_somebody_new(t)
        for t in pronoun.doc[pronoun.sent.start : pronoun.i]
    ):
        return True
    last = pronoun.sent.start - 1
    before = list(pronoun.doc[last].sent) if last > 0 else []
    if any(t.is_quote for t in before) and before[0].i > 0:  # a quotation may stand between
        before = [*pronoun.doc[before[0].i - 1].sent, *before]
    return any(
        t.dep_ == "nsubj"
        and t.tag_ == "NN"
        and t.idx > at
        and t.head.dep_ == "root"
        and any(
            c.lower_ in {"a", "an", "another"}
            or (c.lower_ in {"his", "her"} and t.lemma_.lower() in _KIN)
            for c in t.children
        )
        and names_party(t)
        for t in before
    )


def _is_somebody_new(noun: Token) -> bool:
    new = any(c.lower_ in {"a", "an", "another"} for c in noun.children)
    return new and noun.tag_ in {"NN", "NNP"} and names_party(noun)


def _heads_an_entry(name: Token) -> bool:
    """Say whether a name opens a line of its own, as in a list of people: "ANA RUIZ, mayor"."""
    doc, first = name.doc, name.left_edge.i
    if name.dep_ != "root" or not (first == 0 or "\n" in doc[first - 1].text):
        return False
    line = doc[name.i : name.i + _LINE]
    end = next((i for i, t in enumerate(line) if "\n" in t.text), None)
    return end is not None and not any(t.pos_ in VERBS or t.text == "." for t in line[:end])


def _is_announced(name: Token) -> bool:
    """Say whether a line that ends with a colon names whose words follow: "More from N. N.:"."""
    doc = name.doc
    for token in doc[name.i + 1 : name.i + _LINE]:
        if token.text == ":":
            return token.i + 1 < len(doc) and "\n" in doc[token.i + 1].text
        if "\n" in token.text or token.text == ".":
            return False
    return False


def _speaks_for(name: Token) -> bool:
    """Say whether a name is a spokesman's who passed something on: "by its spokesman, N. N."."""
    before = name.doc[max(0, name.left_edge.i - _SPOKE) : name.i]
    by = next((t.i for t in before if t.lower_ == "by"), None)
    return by is not None and any(t.lower_.startswith("spokes") and t.i > by for t in before)


def _sex(person: Entity, namings: Sequence[Span]) -> str | None:
    """Return what a person's titles, or the given name, say of the sex: "m", "f" or nothing."""
    said = {role.title.lower().split()[-1] for role in person.roles}
    said |= {w.doc[w.start - 1].lower_.strip(".") for w in namings if w.start > 0}
    if any(word.endswith(_WOMEN) for word in said):
        return "f"
    if any(word.endswith(_MEN) for word in said):
        return "m"
    first, _, rest = person.name.lower().partition(" ")
    return given_names().get(first) if rest else None
