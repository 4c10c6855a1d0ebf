"""What passes between the steps that resolve a text's expressions of time."""

from __future__ import annotations

from dataclasses import dataclass

from histor.extract.dates.edtf import Extent
from histor.time_forms import Tense, TimeForm

__all__ = ["Resolved", "Stated"]


@dataclass(frozen=True, slots=True)
class Stated:
    """An expression's place in the text in code points, its normal form and clause's tense.

    ``sentence`` is where its sentence begins, where that is known.
    """

    start: int
    end: int
    form: TimeForm | None
    tense: Tense | None
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means, and the expression it was counted from, by its number."""

    extent: Extent
    reference: int | None = None
