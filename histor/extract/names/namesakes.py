"""Two people of one surname on one page, told apart by what they are called: "Gen. X", "Ms X"."""

from __future__ import annotations

from collections.abc import Sequence

from histor.extract.names.mentions import Mention
from histor.records import make_id

__all__ = ["namesake_id", "namesakes"]

_SHE = frozenset(["ms", "mrs", "miss", "mme", "madam", "madame"])
_HE = frozenset(["mr", "sir", "sheikh"])
_RANKS = frozenset(
    "general gen colonel col lieutenant lt brigadier brig marshal admiral adm commodore "
    "sergeant sgt corporal".split()
)
#: styles that one person does not bear on one page
_APART = (frozenset(["he", "she"]), frozenset(["rank", "she"]))
#: characters before a name in which its style stands
_BEFORE = 24


def namesakes(mentions: Sequence[Mention], text: str) -> tuple[list[list[Mention]], bool]:
    """Return the mentions of one name on a page, in two lists where they are of two people.

    They are where somebody is "Ms X" and somebody "General X". They may be where "General X" is
    spoken of before anybody of that surname is named in full, and who is named so has no rank. The
    first list has those named in full; beside it stands whether there are two for sure.

    Args:
        mentions: of a surname, and of the only full name on the page that has it.
        text: the page's story.
    """
    told = sorted(mentions, key=lambda m: m.start)
    styles = [_style(m, text) for m in told]
    known = set(styles)
    full = [" " in m.text for m in told]
    if not any(one <= known for one in _APART):
        first = full.index(True) if True in full else 0
        of_rank = [style == "rank" for style in styles]
        if not any(of_rank[:first]) or any(r and f for r, f in zip(of_rank, full, strict=True)):
            return [list(mentions)], False
        split = ["rank" if r else "" for r in of_rank[:first]] + [""] * len(told[first:])
        return _parts(told, split, full), False
    return _parts(told, _carried(styles, full, "she"), full), True


def namesake_id(document: str, name: str) -> str:
    """Return the id of the second person whom a page tells of by one name."""
    return make_id("ent", document, "person", name, "namesake")


def _style(mention: Mention, text: str) -> str:
    before = text[max(0, mention.start - _BEFORE) : mention.start].split()
    word = before[-1].strip("“”\"'‘’(.").lower() if before else ""
    return "she" if word in _SHE else "he" if word in _HE else "rank" if word in _RANKS else ""


def _carried(styles: Sequence[str], full: Sequence[bool], one: str) -> list[str]:
    """Return of each mention whether it is of ``one`` style: as the last before it, else the next.

    Who is named in full is called next as he is called.
    """
    found = [""] * len(styles)
    for n, style in enumerate(styles):
        before = next((s for s in reversed(styles[:n]) if s), "")
        after = next((s for s in styles[n + 1 :] if s), "")
        near = style or (after or before if full[n] else before or after)
        found[n] = one if near == one else ""
    return found


def _parts(
    told: Sequence[Mention], split: Sequence[str], full: Sequence[bool]
) -> list[list[Mention]]:
    """Return the mentions of either style, those with the full name first."""
    parts: dict[str, list[Mention]] = {}
    for mention, style in zip(told, split, strict=True):
        parts.setdefault(style, []).append(mention)
    named = {s for s, f in zip(split, full, strict=True) if f}
    return [parts[s] for s in sorted(parts, key=lambda s: (s not in named, s))]
