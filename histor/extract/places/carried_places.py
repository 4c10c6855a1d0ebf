"""Where a deed was whose sentence names no place: where the sentence before it goes on.

"Rebels attacked the market of Ao on Monday. Nine traders were killed." are of one scene.
"""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.events.event_words import event_words
from histor.extract.tokens import prepositions

__all__ = ["goes_on_from"]

#: what begins another scene, or tells more than one
_ANEW = frozenset(
    "elsewhere meanwhile separately separate another also other earlier previous previously "
    "last former similar since ago later year years month months week weeks decade history "
    "nationwide across country abroad region yet next overall total altogether far".split()
)
_KNOWN = frozenset(["the", "this", "that", "these", "those"])
_ASIDE = frozenset(["for", "after", "over", "following", "since", "before", "of"])
_HAD = frozenset(["had", "has", "have", "'ve", "’ve"])


def goes_on_from(event: Token, before: Token) -> bool:
    """Say whether an event is told right after another as of its scene.

    Whoever asks sees to it that the event's sentence names no place.
    """
    now, then = event.sent, before.sent
    if now.start != then.end or any(t.lower_ in _ANEW for t in now):
        return False
    if event.dep_ == "acl:relcl" or _is_of_another(event, before) or _is_aside(before):
        return False
    return not any(c.dep_.startswith("aux") and c.lower_ in _HAD for c in event.children)


def _is_aside(event: Token) -> bool:
    """Say whether an event is only told beside another: "jailed for the bombing of X"."""
    return any(
        t.dep_ in {"acl:relcl", "acl"} or prepositions(t) & _ASIDE
        for t in (event, *event.ancestors)
    )


def _is_of_another(event: Token, before: Token) -> bool:
    """Say whether an event is, or is told to be of, a known deed other than the one before.

    "The rioting spread to X. Three were killed in the attack."
    """
    words = event_words()
    known = [event, *(c for c in event.children if c.dep_ in {"obl", "nmod", "obl:agent"})]
    return any(
        t.pos_ == "NOUN"
        and any(c.lower_ in _KNOWN for c in t.children)
        and (t.lemma_.lower() in words.sure or t.lemma_.lower() in words.other)
        and words.sense(t.lemma_.lower()) != words.sense(before.lemma_.lower())
        for t in known
    )
