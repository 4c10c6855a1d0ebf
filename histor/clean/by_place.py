"""Lines that are furniture where they stand: what an advert's label announces, a picture's caption.

Elsewhere the same words may be story: many an outlet puts the agency behind a story's last word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from histor.records import RemovedReason

__all__ = ["furniture_by_place", "is_credited"]

#: words of a label, "- Advertisement -", and characters of what is sold below it
_LABEL, _LONGEST = 4, 160
#: what sells: a price, an offer, a telephone
_SELLS = re.compile(
    r"[€$£₹¥]\s?\d|\b(?:RM|R|Rs\.?|USD|EUR|KSh)\s?\d|"
    r"\b(?:from|only|for) \d[\d,. ]*[A-Z][A-Za-z]{0,3}\b|"
    r"\b(?:book|order|buy|shop|save|discount|offer|offers|delivery|free|sale|win|visit|call)\b|%",
    re.I,
)
_SAID = re.compile(r"[“”\"]|\b(?:said|says|told|according)\b")
#: a picture's credit behind its caption
_CREDITED = re.compile(
    r"[.!?)\]]\s*[-–—]\s*(?:AFP|AP|Reuters|EPA(?:-EFE)?|dpa|EFE|ANSA|Xinhua|TASS|Bernama|Anadolu|"
    r"[A-Z][\w.]+ (?:pic|pix|photo|file|picture))(?: (?:photo|pic|pix|file|picture))?\.?\Z"
)


def furniture_by_place(
    texts: Sequence[str], reasons: Sequence[RemovedReason | None], first: int
) -> Mapping[int, RemovedReason]:
    """Return the lines that are furniture for what stands beside them, and why.

    Args:
        texts: the page's lines.
        reasons: why the wording of each makes it furniture.
        first: the index of the story's first paragraph.
    """
    found: dict[int, RemovedReason] = {
        i: "caption" for i in range(first) if reasons[i] is None and is_credited(texts[i])
    }
    for i in range(1, len(texts)):
        labelled = reasons[i - 1] == "advert" and len(texts[i - 1].split()) <= _LABEL
        if labelled and reasons[i] is None and _is_sold(texts[i]):
            found[i] = "advert"
    return found


def is_credited(text: str) -> bool:
    """Say whether an agency stands behind a sentence: "The ferry is late. - Reuters"."""
    return _CREDITED.search(text) is not None


def _is_sold(text: str) -> bool:
    calls = text.endswith("!") or len(text.split()) <= _LABEL * 4
    return len(text) <= _LONGEST and calls and bool(_SELLS.search(text)) and not _SAID.search(text)
