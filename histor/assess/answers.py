"""What a denial answers that does not name it: "denied the accusation", "denied any link", "false".

The words before it on the page tell: what another source said last, an accusation first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from histor.assess.ledger import Ground
from histor.assess.parts import sentence_at
from histor.extract.claims.said_acts import UNTRUE, said_untrue
from histor.records import Claim, Document

__all__ = ["answered", "branded", "is_pointing", "owns_no_share", "pointing"]

_POINTING = re.compile(
    r"(?:that|this|it|them|so|(?:(?:the|this|that|these|those|such|any such|all|all the|both|"
    r"his|her|their|its) )?(?:latter )?(?:[a-z-]+ )?(?P<said>claim|report|allegation|accusation|"
    r"charge|suggestion|rumou?r|assertion|statement|account|version|finding|figure|toll|number|"
    r"estimate|view|stor(?:y|ie)|letter|document|dossier|memo|complaint)s?)",
    re.I,
)
#: what one is accused of having a share in
_SHARE = re.compile(
    r"(?:any|all|its|his|her|their|such|having (?:any|a)|a)(?: such)? (?:[a-z]+ )?(?:link|"
    r"role|part|involvement|responsibility|wrongdoing|connection|tie|hand|blame|guilt|knowledge)s?",
    re.I,
)
#: "denies that and says …"
_POINTS_ON = re.compile(
    r"\s*(that|this|it|the (?:charge|claim|accusation|allegation|report)s?),? (?:and|but)\b", re.I
)
#: words by which a statement is called untrue
_FALSE = re.compile(
    r"\W+(?:(?:as|absolute(?:ly)?|complete(?:ly)?|total(?:ly)?|simply|utter(?:ly)?|entirely|blatant|sheer|a|an|pure|"
    r"outright) )*"
    r"(?:an? \W?[a-z-]+ )?"
    rf"(?P<false>{UNTRUE})\b\W*\Z",
    re.I,
)
#: "the claim that ten had died | was | false"
_COPULA = re.compile(r"\s(?:is|are|was|were|(?:has|have) been)\Z", re.I)
#: "the union had no part in it", which answers who said that it had
_NO_SHARE = re.compile(
    r"\W*(?:[\w’'-]+ ){1,4}?(?:ha[sd]|have|played|took) (?:(?P<share>no (?:part|role|hand|"
    r"involvement|share) in)|nothing (?:at all )?to do with) (?:it|this|that|them|the \w+)\b",
    re.I,
)
#: what it is called, whatever that is: "rejected the accusation | as “absurd”"
_AS = re.compile(r"\s(?:as|calling it|saying it was)\s\W*")
_STATED = re.compile(
    r"\b(?:claim|report|allegation|accusation|charge|suggestion|rumou?r|figure|toll|count)s?\b",
    re.I,
)
#: characters back in which what is answered stands
_REACH = 450


def is_pointing(content: str) -> bool:
    """Say whether a denial's words point to what was said, and tell nothing of it themselves.

    >>> is_pointing("the accusation"), is_pointing("any link"), is_pointing("any link to the fire")
    (True, True, False)
    """
    text = content.strip(" “”\"'‘’.,")
    return bool(_POINTING.fullmatch(text) or _SHARE.fullmatch(text))


def branded(content: str) -> str | None:
    """Return what a statement's words call untrue; none if they call nothing so.

    >>> branded("the union’s claim that ten had died “absolutely incorrect”")
    'the union’s claim that ten had died'
    """
    match = _FALSE.search(content)
    if match is None or not _STATED.search(content[: match.start()]):
        return said_untrue(content)
    return _COPULA.sub("", content[: match.start()].strip())


def owns_no_share(claim: Claim) -> bool:
    """Say whether somebody's own words clear him: “The union had no part in it.”"""
    return claim.act == "deny" and _NO_SHARE.match(claim.content.text) is not None


def pointing(claim: Claim, document: Document) -> str | None:
    """Return the words of a denial that only point to what was said; none if it names it.

    "Denies that and says …" points, whatever is said then.
    """
    if claim.cue is None:
        return None
    between = document.text[claim.cue.end : max(claim.cue.end, claim.content.start)]
    if match := _POINTS_ON.match(between):
        return match[1]
    if owns_no_share(claim):
        return "any part"
    content = claim.content.text
    for words in (content, branded(content) or "", _AS.split(content)[0]):
        if is_pointing(words):
            return words
    return None


def answered(claim: Claim, words: str, said: Sequence[Claim], ground: Ground) -> Claim | None:
    """Return what another source says just before a denial that points to it.

    ``words`` are those that point, ``said`` the claims of the page. What names an accusation, or a
    share in something, answers an accusation.
    """
    own = ground.speaker(claim.id)
    text = words.strip(" “”\"'‘’.,")
    before = [
        c
        for c in said
        if c.content.end <= claim.content.start
        and claim.content.start - c.content.end <= _REACH
        and c.act in {"accuse", "assert"}
        and not is_pointing(c.content.text)
        and (ground.speaker(c.id) not in {None, own} or _is_in_it(c, text))
    ]
    sentence = sentence_at(ground.documents[claim.document], claim.content.start)
    if sentence is not None and any(
        c.id != claim.id
        and ground.speaker(c.id) is None
        and sentence.start <= c.content.start < claim.content.start
        for c in said
    ):
        return None  # "they were beaten, people say, by the police, which denies it"
    accusing = [c for c in before if c.act == "accuse"]
    match = _POINTING.fullmatch(text)
    stated = match["said"] if match else None
    if match is None or (stated or "").lower() in {"accusation", "allegation", "charge"}:
        here = ground.documents[claim.document].text.rfind("\n\n", 0, claim.content.start)
        beside = [c for c in before if c.content.start > here]
        accused = [c for c in accusing if c in beside]
        # what the paragraph tells is nearer than an accusation of another one
        told = accused or (beside if stated else ()) or accusing
        if not told and stated:  # else what the paragraph before tells
            above = ground.documents[claim.document].text.rfind("\n\n", 0, max(here, 0))
            told = [c for c in before if c.content.start > above]
        return max(told, key=_place, default=None)
    return max(before, key=_place, default=None)


def _is_in_it(claim: Claim, words: str) -> bool:
    """Say whether a statement is ascribed to the paper that a denial points to: "the letter"."""
    source = claim.source.text.lower() if claim.source is not None else ""
    return source != "" and source == words.lower()


def _place(claim: Claim) -> tuple[int, int]:
    return claim.content.end, claim.content.start
