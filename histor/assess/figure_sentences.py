"""What is said of two accounts that differ in a number, its people, their day or their place."""

from __future__ import annotations

from histor.assess.parts import Told
from histor.records import DisputeMatter, DisputeReason

__all__ = ["sentence_of"]

#: what explains two numbers; the braces take the later page's day
_REASONS: dict[DisputeReason, str] = {
    "correction": " (the later page, of {}, corrects the number)",
    "rounding": " (they may be one number rounded)",
    "revision": " (the later page, of {}, has the higher number: it may be a revision)",
    "scope": " (one of them counts more widely)",
}
#: the same of a page that sets its own number right
_ITSELF = " (the page corrects an earlier number)"
#: the same of people who are found as days pass
_FOUND = " (on the later page, of {}, fewer are missing: some may have been found)"


def sentence_of(
    about: DisputeMatter,
    why: DisputeReason,
    values: tuple[str, str],
    one: Told,
    other: Told,
    tellers: tuple[str | None, str | None],
) -> str:
    """Return the sentence for two accounts, the earlier page's first.

    ``values`` is what each says in the part that differs, ``tellers`` who says it.
    """
    mine, theirs = values
    here, there = f"“{one.document.label}”", f"“{other.document.label}”"
    number = f"“{one.figure.span.text}”"
    if about == "victim":
        count = f"{one.figure.low:g} {one.figure.quantity}"
        return f"The {count} are {mine} in {here}, {theirs} in {there}."
    if about == "date":
        return f"{number} in {here} is dated “{mine}”, and in {there} “{theirs}”."
    if about == "place":
        return f"{number} in {here} is told of “{mine}”, and in {there} of “{theirs}”."
    if one.document.id == other.document.id:
        first, second = tellers
        reason = _ITSELF if why == "correction" else _REASONS.get(why, "")
        return (
            f"{one.figure.quantity.capitalize()}: {mine} according to {first}, "
            f"{theirs} according to {second}, both in {here}{reason}."
        )
    written = other.document.written
    found = why == "revision" and (other.figure.low or 0.0) < (one.figure.low or 0.0)
    reason = (_FOUND if found else _REASONS.get(why, "")).format(written.edtf if written else "")
    return f"{one.figure.quantity.capitalize()}: {mine} in {here}, {theirs} in {there}{reason}."
