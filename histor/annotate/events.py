"""Events as the annotated document carries them, and the type of what a doer does to a target.

Types are PLOVER's (PLOVER manual, draft 2.0, 2024). A pair is typed by looking for the words that
tell it: an attention over the sentence asked by both parties, as in relation extraction without
marked triggers (Lin et al. 2016).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Span

from histor.annotate.decode import gelu
from histor.annotate.status import Status, status_of

__all__ = ["EVENT_ARRAYS", "EventMention", "EventTyper"]

Floats = NDArray[np.float32]
#: ``doc.user_data`` key of the arrays that :class:`EventTyper` needs
EVENT_ARRAYS = "histor_event_arrays"


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that name an event, with who does it to whom by the words of its sentence.

    ``type`` is a PLOVER type, or ``""`` where none fits; ``score`` its probability, 0 to 1;
    ``scores`` those of all types, the one for none first, as ``EventTyper.types`` names them;
    ``factuality`` from -3 (certainly did not happen) to 3 (certainly did; UDS It Happened);
    ``given`` the status that a pipeline tells, None where the grammar is to be asked for it.
    """

    trigger: Span
    type: str
    score: float
    doers: tuple[Span, ...]
    targets: tuple[Span, ...]
    factuality: float
    given: Status | None = None
    scores: tuple[tuple[str, float], ...] = ()

    @property
    def status(self) -> Status:
        """One of happened, ongoing, planned, predicted, denied, hypothetical."""
        # judged when asked: most of what a reader proposes comes to nothing
        return self.given or status_of(self.trigger[0], self.factuality)


class EventTyper:
    """Types events by their trigger, and pairs of parties by the words between and around them."""

    def __init__(self, weights: Mapping[str, Floats], types: Sequence[str]) -> None:
        self._weights = weights
        self.types = tuple(types)

    def at(
        self, event: Floats, asked: Sequence[tuple[int, Sequence[int], Sequence[int]]]
    ) -> Floats:
        """Return the probability of each type, float32 (events, types), of events at words.

        Args:
            event: a window's or document's ``event`` array.
            asked: for each event, the row of its first word, and the rows of the words of its doers
                and of its targets, either of which may be none.
        """
        width = event.shape[1] // 3
        found = event[[trigger for trigger, _, _ in asked], :width]
        for n, (_, *parties) in enumerate(asked):
            for side, words in enumerate(parties, 1):
                own = slice(side * width, (side + 1) * width)
                if len(words) == 1:
                    found[n] += event[words[0], own]
                elif words:
                    found[n] += event[words, own].mean(axis=0)
        return self._out(found)

    def between(self, doc: Doc, doer: Span, target: Span) -> tuple[dict[str, float], int]:
        """Return each type's probability for what ``doer`` does to ``target``, and the token that
        tells it most.

        Both spans stand in one sentence; the event is looked for in it.

        Raises:
            KeyError: the document was not read by ``histor_reader``.
        """
        arrays: dict[str, Any] = doc.user_data[EVENT_ARRAYS]
        sentence = doer.sent
        low = min(sentence.start, target.start)
        high = max(sentence.end, target.end)
        rows = np.array([t.i for t in doc[low:high] if not t.is_space])
        asking = [t.i for t in doer if not t.is_space], [t.i for t in target if not t.is_space]
        attention = self._attention(arrays["look"], rows, *asking)
        event = arrays["event"]
        width = event.shape[1] // 3
        found = attention @ event[rows, :width]
        for n, words in enumerate(asking, 1):
            found = found + event[words, n * width : (n + 1) * width].mean(axis=0)
        scores = self._out(found)
        outside = [i for i, row in enumerate(rows) if row not in asking[0] and row not in asking[1]]
        best = max(outside, key=lambda i: attention[i], default=int(attention.argmax()))
        named = {name: float(p) for name, p in zip(self.types, scores, strict=True)}
        return named, int(rows[best])

    def _attention(
        self, look: Floats, rows: NDArray[np.int64], doer: list[int], target: list[int]
    ) -> Floats:
        width = look.shape[1] // 3
        asked = look[doer, width : 2 * width].mean(axis=0) + look[target, 2 * width :].mean(axis=0)
        scores = gelu(look[rows, :width] + asked) @ self._weights["look_out"][0]
        weights = np.exp(scores - scores.max())
        total: Floats = weights / weights.sum()
        return total

    def _out(self, found: Floats) -> Floats:
        scores = gelu(found) @ self._weights["event_out"].T + self._weights["event_bias"]
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        out: Floats = weights / weights.sum(axis=-1, keepdims=True)
        return out
