"""What is only awaited: "braced for protests", "on the brink of war", "will see more clashes"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["called_into_being", "is_drawing_near", "is_part_of_plan", "will_be_seen"]

#: verbs of getting ready for what others will do
_BRACING = frozenset(["brace", "gird", "gear", "ready", "steel"])
#: what is given out before it comes
_ALERTS = frozenset(["alert", "forecast", "preparation"])
_BRINK = frozenset("brink verge edge precipice spectre specter threshold".split())
_LOOMING = frozenset(["loom", "brew", "near", "impend", "beckon"])
_TOWARD = frozenset(["toward", "towards"])
_MAKING = frozenset("forge reach broker secure agree negotiate hold achieve build".split())
#: verbs of those whom something befalls
_SEEING = frozenset(["see", "face", "witness", "experience", "suffer"])
#: deeds of many that somebody calls, and that are held later
_CALLED = frozenset(
    "protest strike rally demonstration march sit-in walkout boycott stoppage vigil".split()
)
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
#: arcs of what a verb's deed is done in or with
_WITHIN = frozenset(["obl", "obj"])


def is_drawing_near(event: Token) -> bool:
    """Say whether it is only near: "braced for protests", "on the brink of war", "toward war"."""
    looms = event.dep_.startswith("nsubj") and event.head.lemma_.lower() in _LOOMING
    if event.pos_ == "NOUN" and looms and not _is_known(event):
        return True  # "a war is looming"
    if event.pos_ == "NOUN" and event.dep_ == "obj":  # "toward forging a truce"
        marks = {c.lower_ for c in event.head.children if c.dep_ in {"mark", "case"}}
        making = event.head.tag_ == "VBG" and event.head.lemma_.lower() in _MAKING
        return making and bool(marks & _TOWARD) and not _is_known(event)
    if event.pos_ != "NOUN" or event.dep_ not in {"obl", "nmod"}:
        return False
    cases = {c.lower_ for c in event.children if c.dep_ == "case"}
    if len(cases) > 1:
        return False  # "threw stones towards guards during clashes", in a broken tree
    over = event.head.lemma_.lower()
    if cases & {"for"} and (over in _BRACING or over in _ALERTS) and not _is_known(event):
        return True
    toward = bool(cases & _TOWARD) or ("of" in cases and over in _BRINK)
    return toward and not _is_known(event)


def will_be_seen(event: Token) -> bool:
    """Say whether a place or people is foretold to have it: "the port will see more clashes"."""
    return event.dep_ == "obj" and event.head.lemma_.lower() in _SEEING


def called_into_being(event: Token) -> bool:
    """Say whether a protest is called, to be held later: "called nationwide protests for Sunday".

    "Called the protests a plot" is no call, nor is "what he called a protest".
    """
    verb = event.head
    bare = not any(c.dep_ == "case" for c in event.children)
    if event.dep_ not in _WITHIN | {"xcomp"} or not bare or verb.lemma_.lower() != "call":
        return False
    if _is_known(event) or (event.dep_ == "xcomp" and any(c.dep_ == "obj" for c in verb.children)):
        return False
    others = [c for c in verb.children if c.i != event.i]
    named = any(c.dep_ == "xcomp" or c.tag_ == "WP" for c in others)
    return event.lemma_.lower() in _CALLED and verb.pos_ == "VERB" and not named


def is_part_of_plan(event: Token) -> bool:
    """Say whether a noun is what a deed to come is done in: "to bring out crowds in protests".

    What is known ("to speak at the talks") or was before ("to flee over the raid") may have been.
    """
    if event.pos_ != "NOUN" or event.dep_ not in _WITHIN or _is_known(event):
        return False
    cases = {c.lower_ for c in event.children if c.dep_ == "case"}
    if event.dep_ == "obl" and not cases & {"in", "with", "during", "at"}:
        return False
    verb = event.head
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.children)


def _is_known(noun: Token) -> bool:
    return any(
        c.lower_ in _DEFINITE or c.dep_ == "nmod:poss" for c in noun.children if c.i < noun.i
    )
