"""Who stands beside a deed's word and has no part in it: what set it off, who counts its dead."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Span, Token

from histor.extract.events.armed_men import armed
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import VERBS, prepositions

__all__ = [
    "has_no_part_in",
    "hears_charge",
    "is_in_cause",
    "is_marched_for",
    "is_of_plan",
    "is_protest",
    "said_of",
    "sent_troops",
    "set_off_by",
    "voiced_by",
]

#: verbs whose subject makes others rise or fight
_CAUSING = frozenset(
    "spark trigger provoke prompt ignite kindle stoke fuel inspire unleash incite".split()
)
#: nouns of what people do together against somebody
_PROTESTS = frozenset(
    "protest demonstration rally march riot rioting unrest uprising revolt rebellion revolution "
    "sit-in strike vigil walkout".split()
)
#: and of fights
_FIGHTS = frozenset("clash fighting violence battle war conflict mutiny".split())
#: verbs of those who keep the tally of others' deeds
_COUNTING = frozenset("count tally document record register verify estimate tabulate".split())
#: and of those who are there
_NOTICING = frozenset("hear see witness watch notice film observe spot show depict reveal".split())
#: what one feels, or says, of what others did: "voiced support for the attack"
_FEELINGS = frozenset(
    "support concern alarm regret outrage condolence sympathy anger opposition grief sorrow "
    "backing praise solidarity dismay horror shock sadness disgust indignation "
    "disapproval understanding".split()
)
_SENT = frozenset("deploy send dispatch station mobilise mobilize".split())
#: verbs of what is planned, of which who plans it is told
_PLANNING = frozenset(
    "outline propose draft broker sponsor mediate unveil design present adopt approve".split()
)
#: what is brought before a court or a council, and verbs of bringing it there
_CHARGES = frozenset("complaint suit lawsuit petition".split())
#: nouns that tell how much there is of what stands behind them
_MUCH = frozenset(
    "wave series spate string round storm week month day night outbreak flurry surge".split()
)
_LODGING = frozenset("file lodge submit bring".split())
#: "in" what people gather for somebody
_CAUSES = frozenset("support favour favor solidarity memory defence defense honour honor".split())
#: verbs of what people gather for
_WANTING = frozenset(
    "demand call seek denounce protest oppose urge chant shout condemn support".split()
)
#: arcs of what belongs to a verb, but for clauses of their own
_BEHIND = frozenset(["obl", "obl:agent", "nmod"])
#: clauses that tell something by themselves
_CLAUSES = frozenset(["ccomp", "advcl", "acl:relcl", "parataxis"])


def is_protest(noun: Token) -> bool:
    """Say whether a noun names a protest."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in _PROTESTS


def voiced_by(verb: Token) -> Token | None:
    """Return the protest right before a participle, which says what it is for.

    Who takes part in "protests demanding reform" demands it, however the clause is joined.
    """
    if verb.tag_ != "VBG" or verb.i == verb.sent.start:
        return None
    before = verb.nbor(-1)
    if is_protest(before):
        return before
    # "a rally in Lima demanding"
    noun = verb.head
    return noun if verb.dep_ == "acl" and noun.i < verb.i and is_protest(noun) else None


def is_in_cause(word: Token, event: Token) -> bool:
    """Say whether a word stands in what set a protest or a fight off: "X's decree sparked riots".

    Likewise with "riots sparked by X's decree" and "inspired by risings in X, crowds marched".
    """
    if not (is_protest(event) or event.lemma_.lower() in _FIGHTS):
        return False
    verb = set_off_by(event)
    if verb is not None and _wave_of(event).dep_ == "obj":
        return word.i < verb.i  # "X resigned, sparking riots"
    if verb is not None and _is_in(word, verb, _BEHIND):
        return True
    clauses = (c for c in event.children if c.dep_.startswith("acl") and c.tag_ == "VBN")
    causes = [c for c in clauses if c.lemma_.lower() in _CAUSING]
    return any(_is_in(word, c, _BEHIND) or _is_right_behind(word, c) for c in causes)


def _is_right_behind(word: Token, participle: Token) -> bool:
    """Say whether a word stands behind "sparked by" before any other verb."""
    between = word.doc[participle.i + 1 : word.i]
    by = len(between) > 0 and between[0].lower_ == "by"
    return by and not any(t.pos_ in VERBS for t in between)


def has_no_part_in(word: Token, event: Token) -> bool:
    """Say whether somebody does something else than the event beside which he stands."""
    tells = _counts_it(word, event) or _acts_elsewhere(word, event) or _notices(word, event)
    tells = tells or _feels_of(word, event)
    return tells or is_in_cause(word, event) or is_of_plan(word, event)


def set_off_by(event: Token) -> Token | None:
    """Return the verb that says of a protest or a fight that something set it off."""
    noun = _wave_of(event)
    verb = noun.head
    rises = is_protest(event) or event.lemma_.lower() in _FIGHTS
    causes = verb.pos_ == "VERB" and verb.lemma_.lower() in _CAUSING
    return verb if rises and causes and noun.dep_ in {"obj", "nsubj:pass"} else None


def _wave_of(event: Token) -> Token:
    """Return the noun that tells how much there is of a deed, else its own: "a wave of riots"."""
    over = event.head
    much = event.dep_ == "nmod" and over.lemma_.lower() in _MUCH and "of" in prepositions(event)
    return over if much else event


def _is_in(word: Token, verb: Token, arcs: Collection[str]) -> bool:
    """Say whether a word stands in one of a verb's own phrases of some arcs."""
    while word.head.i not in {verb.i, word.i}:
        word = word.head
    return word.head.i == verb.i and word.dep_ in arcs


def hears_charge(word: Token, event: Token) -> bool:
    """Say whether a name only tells before whom a charge is brought: "a complaint with | X |"."""
    complaint = word.head if word.head.lemma_.lower() in _CHARGES else None
    if complaint is None and word.head.lemma_.lower() in _LODGING:
        complaint = next((c for c in word.head.children if c.lemma_.lower() in _CHARGES), None)
    beside = complaint is not None and event.i in {complaint.i, complaint.head.i}
    return beside and bool(prepositions(word) & {"with", "to", "at", "before"})


def is_marched_for(name: Token) -> bool:
    """Say whether a name only tells for whom a crowd comes together: "a rally in support of X"."""
    cause = name.head
    tied = bool(prepositions(name) & {"of", "with"}) and "in" in prepositions(cause)
    return tied and cause.lemma_.lower() in _CAUSES


def is_of_plan(word: Token, event: Token) -> bool:
    """Say whether a name only tells whose plan it is: "a march against the deal outlined by X"."""
    verb = word.head
    agent = word.dep_ in {"obl:agent", "obl"} and verb.lemma_.lower() in _PLANNING
    return agent and verb.dep_.startswith("acl") and verb.i != event.i and verb.head.i != event.i


def said_of(verb: Token) -> Token | None:
    """Return the people right before a participle that says what they want.

    "Police fought | miners | demanding pay": the tree may give it the subject before.
    """
    asks = verb.lemma_.lower() in _WANTING and verb.tag_ == "VBG" and verb.i > verb.sent.start
    before = verb.nbor(-1) if asks else verb
    people = before.i != verb.i and before.tag_ == "NNS" and before.lemma_.lower() in party_words()
    return before if people and not before.ent_type_ else None


def _counts_it(word: Token, event: Token) -> bool:
    """Say whether somebody only keeps the tally: "A. B. has counted ten dead in clashes"."""
    verb = word.head
    counting = verb.lemma_.lower() in _COUNTING and word.dep_ == "nsubj" and verb.i != event.i
    return counting and verb.is_ancestor(event)


def _notices(word: Token, event: Token) -> bool:
    """Say whether somebody only hears or sees a deed: "we heard shooting"."""
    verb = event.head
    noticed = verb.lemma_.lower() in _NOTICING and event.dep_ in {"obj", "xcomp", "ccomp"}
    return noticed and not _is_in(word, event, {"nsubj", "nmod", "nmod:poss", "compound", "amod"})


def _feels_of(word: Token, event: Token) -> bool:
    """Say whether somebody only tells what he feels: "voiced support for the attack"."""
    felt = event.head
    over = event.dep_ == "nmod" and bool(prepositions(event) & {"for", "over", "about", "at", "on"})
    return over and felt.lemma_.lower() in _FEELINGS and not event.is_ancestor(word)


def _acts_elsewhere(word: Token, event: Token) -> bool:
    """Say whether somebody is the subject of a clause that does not hold the event.

    "As word came that | X | had agreed, the rebels attacked", "the fall of X, which | Y | saw".
    """
    verb = word.head
    if word.dep_ != "nsubj" or verb.pos_ != "VERB" or verb.i == event.i:
        return False
    held = verb.is_ancestor(event) or event.is_ancestor(verb)
    return verb.dep_ in _CLAUSES and not held


def sent_troops(verb: Token) -> tuple[Span, ...]:
    """Return the troops that are sent, who act whoever sends them: "| 20 Danish troops | left"."""
    if verb.lemma_.lower() not in _SENT or verb.pos_ != "VERB":
        return ()
    troops = (c for c in verb.children if c.dep_ == "nsubj:pass" and armed(c))
    return tuple(c.doc[c.left_edge.i : c.i + 1] for c in troops)
