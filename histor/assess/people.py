"""Which people a number counts, and whether two numbers count the same."""

from __future__ import annotations

from histor.records import Figure

__all__ = ["classes_apart", "counts_the_same", "head_of", "roots_of"]

_POLICE, _ARMY = "police officers", "soldiers"
#: people who are not each other, by words of their heads
_CLASSES = {
    "soldiers": "soldier soldiers troop troops serviceman servicemen servicemembers conscript "
    "conscripts recruit recruits guardsman guardsmen marine marines military army",
    "police officers": "police policeman policemen officer officers constable constables",
    "civilians": "civilian civilians resident residents villager villagers people person persons",
    "children": "child children",
    "fighters": "militant militants rebel rebels fighter fighters insurgent insurgents gunmen "
    "militiaman militiamen jihadist jihadists mutineer mutineers guerrilla guerrillas",
    "journalists": "journalist journalists reporter reporters",
}
_WIDE = frozenset(["civilians"])
#: heads of counts of those who fight, whom their own side calls men
_MEN = frozenset(["men"])
_AT_ARMS = frozenset(["soldier", "troop", "servicemen", "fighter", "rebel", "militant"])
#: words that count anybody
_GENERAL = frozenset(["", "people", "person", "live", "life", "dead", "victim", "other", "body"])
#: letters that words of one trade share
_ROOT = 4


def counts_the_same(a: Figure, b: Figure) -> bool:
    """Say whether two figures count the same people, so that one of them must be wrong.

    "Two women" and "three people" may both be right; "nine people" and "31 miners" may not.
    """
    one, other = head_of(a.who), head_of(b.who)
    if one == other or roots_of(a.who) & roots_of(b.who):
        return True
    if _classes(a.who) & _classes(b.who) and _names(a.who) == _names(b.who):
        return True
    if {one, other} <= _MEN | _AT_ARMS and {one, other} & _MEN:  # "lost five men" of its soldiers
        return True
    general = [one in _GENERAL, other in _GENERAL]
    if all(general):
        return True
    if not any(general):
        return False
    whole, some = (a, b) if general[0] else (b, a)
    if (some.who or "").split()[-1][:1].isupper():  # "twelve Americans" among others
        return False
    return (some.low or 0.0) >= (whole.high if whole.high is not None else float("inf"))


def head_of(who: str | None) -> str:
    """Return the last word of whom a number counts, in the singular; empty if it says nobody."""
    words = (who or "").lower().split()
    return words[-1].rstrip("s") if words else ""


def roots_of(who: str | None) -> set[str]:
    """Return how the words of a count begin: "dockers" are dock workers.

    Words for anybody are left out.
    """
    words = [w for w in (who or "").split() if w.islower()]
    return {w[:_ROOT] for w in words if len(w) >= _ROOT and w.rstrip("s") not in _GENERAL}


def classes_apart(one: str | None, other: str | None) -> tuple[str, str] | None:
    """Return the classes of two counts where nobody is of both: soldiers, police officers."""
    mine, theirs = _class_of(one), _class_of(other)
    if not mine or not theirs or mine == theirs or {mine, theirs} & _WIDE:
        return None
    return mine, theirs


def _classes(who: str | None) -> set[str]:
    """Return the classes that whom a number counts can be of: "officers" are police or army.

    Words for anybody are of none.
    """
    if head_of(who) in _GENERAL:
        return set()
    found = {own for own in [_class_of(who)] if own is not None}
    if found == {_POLICE} and "police" not in (who or "").lower() and head_of(who) == "officer":
        found.add(_ARMY)
    return found


def _names(who: str | None) -> set[str]:
    """Return whose people a number counts: "Tajik servicemen"."""
    return {w for w in (who or "").split() if w[:1].isupper()}


def _class_of(who: str | None) -> str | None:
    if who is None:
        return None
    words = who.lower().split()
    for name, members in _CLASSES.items():
        if words and words[-1] in members.split():
            return _POLICE if "police" in words else name
    return None
