"""Cues that make a statement of a bare noun or infinitive, and those that only tell what is done.

"Announced a curfew" and "voiced dismay at the ruling" say something; "are considering a coalition",
"listed his wins" and "declined to weigh in" tell what somebody does, wants or speaks about. A
clause is a statement whatever cue it has.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.claims.hearsay import is_hearsay
from histor.extract.claims.plain_sayings import COUNTING
from histor.extract.lexicons import acts, sayings, tellings
from histor.extract.tokens import FINITE, NEGATIONS

__all__ = ["tells_nothing"]

#: what begins a question that is only reported: "contemplate whether", "talked about why"
_ASKING = frozenset(["whether", "how", "why", "what", "who", "where", "when", "which", "if"])
#: verbs of saying whose matter behind these words is only what they are about
_ANSWERING = frozenset(["comment", "respond", "reply", "react", "write"])
_ABOUT = frozenset(["on", "about", "to", "of", "over"])
#: verbs of seeing, which say something of what they see something as
_SEEING = frozenset(["see", "view", "regard", "perceive", "consider", "paint", "portray", "treat"])
#: relations of what something is seen as: "considers the vote a farce"
_CALLED = frozenset(["xcomp", "nsubj"])
_GIVING = COUNTING | {"give", "put"}
#: cues that tell whatever lemma another pipeline gives them
_PLAIN = frozenset(["said", "says", "told"])
_ACCORDING = frozenset(["according", "under", "per"])
_SPEAKING = frozenset(["speak", "talk"])


def tells_nothing(cue: Span, content: Span) -> bool:
    """Say whether a cue that only asserts makes no statement of what it governs.

    Args:
        cue: words of saying for which there is no other act than to assert.
        content: what is read as said, without a quotation in it.
    """
    if _is_clause(content) or (is_hearsay(cue) and content.start < cue.start < content.end):
        return False  # "a fund, which is said to be empty"
    words = [t for t in cue if t.is_alpha]
    lemmas = {t.lemma_.lower() for t in words}
    if words and words[0].lower_ in _ACCORDING:
        return False
    if lemmas & _GIVING and any(t.pos_ == "NUM" for t in content):
        return False
    if "offer" in lemmas and content[0].lower_ == "to":
        return False  # "offered to send experts"
    if lemmas & _SEEING and any(t.lower_ == "as" or _is_called(t, content) for t in content):
        return False
    if lemmas & _SPEAKING and any(t.pos_ == "NUM" for t in content):
        return False  # "has spoken of more than forty dead"
    about = cue[-1].lower_ in _ABOUT or content[0].lower_ in _ABOUT
    if lemmas & _ANSWERING and (about or "write" not in lemmas):
        return True  # "responding to those who doubt it"
    return not any(_tells(t) for t in words)


def _is_called(word: Token, content: Span) -> bool:
    """Say whether a content is somebody and what he is seen as: "the vote a farce"."""
    root = content.root
    return word.dep_ in _CALLED and word.head == root and root.pos_ in {"NOUN", "ADJ", "PROPN"}


def _tells(word: Token) -> bool:
    lemma = word.lemma_.lower()
    if word.lower_ in _PLAIN:
        return True
    return lemma in tellings() or lemma in sayings() or ((lemma,) in acts() and _negated(word))


def _negated(word: Token) -> bool:
    """Say whether a word that does more than to assert is negated: "does not expect a deal"."""
    return any(c.lower_ in NEGATIONS for c in word.children)


def _is_clause(content: Span) -> bool:
    """Say whether a content is a clause: "it had left", but not "the day it left", "to leave"."""
    first = next((t for t in content if not (t.is_punct or t.is_space)), content[0])
    if first.lower_ in _ASKING:
        return False
    if first.lower_ == "that":
        return True
    root = content.root
    finite = root.tag_ in FINITE or any(
        c.tag_ in FINITE and c.dep_.startswith(("aux", "cop")) for c in root.children
    )
    inside = any(
        c.dep_.startswith(("nsubj", "expl", "csubj")) and content.start <= c.i < content.end
        for c in root.children
    )
    return finite and (inside or not root.dep_.startswith("acl"))
