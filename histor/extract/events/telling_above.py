"""Who tells of a deed: the verb of saying over it, its subject, and those who only speak of it."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import case_of
from histor.extract.claims.closing_cues import closing_speaker
from histor.extract.events.event_words import event_words

__all__ = ["calls_it", "cue_over", "is_about", "speaker_of", "strays", "told_by", "verb_over"]

_NOTICING = frozenset("report hear see witness record register".split())
#: verbs that say what somebody holds a thing to be: "called the strike illegal"
_NAMING = frozenset("call describe label brand term dub deem declare rule consider".split())


def strays(subject: Token) -> bool:
    """Say whether a subject is read as that of the clause below its verb: "X said | it would go".

    It stands before the verb above, and the clause has another.
    """
    verb = subject.head
    return (
        verb.dep_ == "ccomp"
        and subject.i < verb.head.i < verb.i
        and any(c.dep_ == "nsubj" and c.i > verb.head.i for c in verb.children)
    )


def told_by(noun: Token) -> Token | None:
    """Return the verb that only tells of a noun's event: "X condemned the attack on Y"."""
    verb = verb_over(noun)
    if verb is None or _is_noticed(noun, verb):
        return None
    return verb if calls_it(verb) or is_about(verb) else None


def _is_noticed(noun: Token, verb: Token) -> bool:
    """Say whether a verb says no more than that it was: "clashes were reported in X on Monday"."""
    if noun.dep_ != "nsubj:pass" or noun.head.i != verb.i or verb.lemma_.lower() not in _NOTICING:
        return False
    told = any(c.dep_.startswith("obl") and case_of(c) in {"by", "to"} for c in verb.children)
    return not told  # "was reported to the police"


def is_about(verb: Token) -> bool:
    """Say whether a verb only says something of an event: "announced", "condemned"."""
    return verb.lemma_.lower() in event_words().about


def calls_it(verb: Token) -> bool:
    """Say whether a verb only tells what something is held to be: "called the strike illegal"."""
    held = (c for c in verb.children if c.i > verb.i)
    return verb.lemma_.lower() in _NAMING and any(
        c.dep_ == "xcomp" or (c.dep_ == "ccomp" and c.pos_ in {"NOUN", "ADJ"}) for c in held
    )


def verb_over(noun: Token) -> Token | None:
    """Return the verb over the noun of a deed; none of a verb, or where no verb is over it."""
    if noun.pos_ != "NOUN":
        return None
    for above in noun.ancestors:
        if above.pos_ == "VERB":
            return above
        if above.dep_ in {"nsubj", "nsubj:pass"}:
            return None
    return None


def speaker_of(verb: Token) -> Token | None:
    """Return the subject of the verb whose clause a verb stands in: "X said it had withdrawn"."""
    closing = closing_speaker(verb.sent) if _is_main(verb) else None
    if closing is not None:
        return closing[0]
    for _ in range(2):
        above = verb.head
        if verb.dep_ == "ccomp" and above.pos_ == "VERB":
            own = next((c for c in above.children if c.dep_ == "nsubj"), None)
            own = own or next((c for c in verb.children if c.dep_ == "nsubj" and strays(c)), None)
            if own is None and above.dep_ == "conj":  # "appealed for help and said it had sent"
                own = next((c for c in above.head.children if c.dep_ == "nsubj"), None)
            return own
        if verb.dep_ not in {"conj", "xcomp"}:
            return None
        verb = above
    return None


def _is_main(verb: Token) -> bool:
    """Say whether a verb is that of a sentence's main clause, whoever says it at the end."""
    if verb.dep_ == "root":
        return True
    return verb.dep_ in {"ccomp", "parataxis"} and verb.head.dep_ == "root" and verb.head.i > verb.i


def cue_over(verb: Token) -> Token:
    """Return the verb of saying over a clause, however the tree reads it."""
    closing = closing_speaker(verb.sent) if _is_main(verb) else None
    return closing[1] if closing is not None else verb.head
