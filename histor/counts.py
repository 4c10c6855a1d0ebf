"""Counts and numbers as histor's sentences give them."""

from __future__ import annotations

__all__ = ["counted", "number_words"]


def counted(n: int, noun: str) -> str:
    """Return a count with its noun.

    >>> counted(1, "page"), counted(12, "origin")
    ('1 page', '12 origins')
    """
    return f"{n} {noun}{'s' * (n != 1)}"


def number_words(value: float) -> str:
    """Return a number in digits, thousands divided by commas.

    >>> number_words(1_200_000.0), number_words(2.5), number_words(99.999)
    ('1,200,000', '2.5', '99.999')
    """
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0")
