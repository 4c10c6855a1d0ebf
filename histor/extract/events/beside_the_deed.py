"""Names that stand beside a deed and are no side of it, whatever it is.

Whose count it is ("killed, by X's estimate, ten"), a pact of a town's name ("broke the X accord"),
on whose side somebody fights, and who is told of in another clause.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.antecedents import antecedent_of
from histor.extract.tokens import prepositions

__all__ = ["is_no_side"]

_RECKONINGS = frozenset("estimate count tally account reckoning calculation".split())
_QUELLING = frozenset("quell crush suppress put foil thwart repress squash quash".split())
_PACTS = frozenset(
    "agreement accord pact treaty deal declaration protocol convention resolution".split()
)
_BEFORE = frozenset(["compound", "nmod:poss", "amod"])
_SUBJECTS = ("nsubj", "nsubj:pass")
_VERBS = frozenset(["VERB", "AUX"])


def is_no_side(party: Span, event: Token) -> bool:
    """Say whether a phrase names neither who did a deed nor whom it befell."""
    root = party.root
    return (
        _is_reckoning(root)
        or _is_of_pact(root, event)
        or _is_on_side(root)
        or _is_in_another_clause(root, event)
        or _is_of_verb_before(root, event)
        or _quells(root, event)
        or _says_of_it(root, event)
    )


def _is_reckoning(word: Token) -> bool:
    """Say whether it is by whose count: "by the envoy's estimate killed forty"."""
    if word.lower_ == "which":
        word = antecedent_of(word)
    return word.lemma_.lower() in _RECKONINGS and "by" in prepositions(word)


def _is_of_pact(word: Token, event: Token) -> bool:
    """Say whether a name is a pact's, and not what it is of: "broke the Lima accord"."""
    named = word.dep_ in _BEFORE and word.ent_type_ == "PLACE"
    return named and word.head.lemma_.lower() in _PACTS and word.head.i != event.i


def _is_on_side(word: Token) -> bool:
    """Say whether somebody fights on its side: "fought on Peru's side"."""
    return word.lemma_.lower() == "side" and "on" in prepositions(word)


def _is_in_another_clause(word: Token, event: Token) -> bool:
    """Say whether a relative clause has sides of its own, and a word stands before it.

    "X arms groups in the north, where soldiers | have fought | rebels since May."
    """
    if event.dep_ != "acl:relcl" or event.pos_ != "VERB":
        return False
    where = any(c.lower_ == "where" for c in event.children)
    own = {c.dep_ for c in event.children if c.pos_ in {"NOUN", "PROPN"}}
    return where and bool(own & {*_SUBJECTS}) and word.i < event.left_edge.i


def _is_of_verb_before(word: Token, event: Token) -> bool:
    """Say whether it is only whom the verb before met: "colluded with X and armed gangs"."""
    verb = event.head
    joined = event.dep_ == "conj" and event.pos_ == "VERB" and verb.pos_ in _VERBS
    deeds = [event, *(c for c in event.children if c.dep_ == "conj")]  # "arms and trains gangs"
    own = any(c.dep_ == "obj" and c.i > event.i for d in deeds for c in d.children)
    while word.dep_ == "nmod" and word.head.i < word.i:
        word = word.head  # "with a faction of X"
    return joined and own and word.head.i == verb.i and word.dep_ == "obl" and word.i < event.i


def _quells(word: Token, event: Token) -> bool:
    """Say whether somebody puts down what others do: "troops were sent to put down the revolt"."""
    verb = event.head
    if event.dep_ != "obj" or event.pos_ != "NOUN" or verb.lemma_.lower() not in _QUELLING:
        return False
    return word.dep_.startswith("nsubj") and word.i < verb.i


def _says_of_it(word: Token, event: Token) -> bool:
    """Say whether somebody only says something of it: "X said the inquiry had made no progress"."""
    verb = event.head
    if event.pos_ != "NOUN" or event.dep_ != "nsubj" or verb.dep_ != "ccomp":
        return False
    if any(c.tag_ == "PRP$" for c in event.children):
        return False  # "said its raid had succeeded"
    while word.dep_ == "conj" and word.head.i < word.i:
        word = word.head
    return word.dep_ == "nsubj" and word.head.i == verb.head.i
