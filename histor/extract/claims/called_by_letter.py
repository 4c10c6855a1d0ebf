"""What somebody calls for by a letter or at a meeting: "called in a statement for his release"."""

from __future__ import annotations

from spacy.tokens import Span

from histor.annotate import Attribution
from histor.extract.events.called_for import CALLING
from histor.extract.tokens import NAMING, without_marks

__all__ = ["is_call", "with_what_is_called_for"]

_BY = frozenset(["in", "at", "during", "through", "via", "by"])
#: what it is called for by
_MEANS = frozenset(
    "statement letter message declaration communique communiqué speech address appeal resolution "
    "post interview meeting summit conference petition manifesto open note telegram sermon".split()
)
#: words between "called" and "for"
_BETWEEN = 10


def with_what_is_called_for(found: Attribution) -> Attribution:
    """Return what is called for, where its means stand between the verb and "for"."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in CALLING), None) if cue is not None else None
    if cue is None or verb is None or verb.pos_ != "VERB" or verb.i + 1 >= verb.sent.end:
        return found
    doc, stop = cue.doc, min(verb.i + _BETWEEN, verb.sent.end - 1)
    end = next((i for i in range(verb.i + 2, stop) if doc[i].lower_ == "for"), None)
    if doc[verb.i + 1].lower_ not in _BY or end is None:
        return found
    means = doc[verb.i + 2 : end]
    named = all(t.pos_ in NAMING for t in means)
    if not named or not any(t.lemma_.lower() in _MEANS for t in means):
        return found
    last = max([c.end for c in found.contents if c.start > verb.i], default=verb.sent.end)
    asked = doc[end + 1 : without_marks(doc, end + 1, last)]
    if not len(asked):
        return found
    return Attribution(cue=doc[cue.start : end + 1], source=found.source, contents=(asked,))


def is_call(cue: Span) -> bool:
    """Say whether words of saying call for something by some means."""
    return len(cue) > 1 and cue[-1].lower_ == "for" and any(t.lemma_.lower() in _MEANS for t in cue)
