"""Times up to which something lasts: "until Wednesday", and what lasts on from now: "shut until".

What was halted "until Wednesday" in the news goes on till the Wednesday to come.
"""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_end", "lasts_on"]

_UNTIL = frozenset(["until", "till"])
#: what is put on people or stopped for a time to come
_PUT = frozenset(
    "ban bar block cancel close declare detain evacuate extend ground halt impose keep order "
    "prolong remand shut stop suspend".split()
)
#: words between the verb and its "until"
_REACH = 12
#: what follows a day on which it was over: "until Friday, when flights resumed"
_OVER = frozenset(["when"])


def is_end(first: Token) -> bool:
    """Say whether the words from a token on only tell until when something lasts."""
    return first.i > first.sent.start and first.nbor(-1).lower_ in _UNTIL


def lasts_on(first: Token, last: Token) -> bool:
    """Say whether what was done lasts till a time to come: "trains were halted until Monday"."""
    if not is_end(first):
        return False
    rest = first.doc[last.i + 1 : min(last.sent.end, last.i + 3)]
    if any(t.lower_ in _OVER for t in rest):
        return False
    before = first.doc[max(first.sent.start, first.i - _REACH) : first.i]
    verb = next((t for t in reversed(list(before)) if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _PUT:
        return False
    return not any(c.lower_ in {"had", "after", "before"} for c in verb.children)
