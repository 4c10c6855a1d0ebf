"""English for what a record holds as fields: verbs that agree with who speaks, and offices."""

from __future__ import annotations

import re
from collections.abc import Mapping

from histor.records import Claim, Entity, Event, Role

__all__ = ["event_words", "role_words", "speaker_words", "verb_of"]

#: reporting words for each act, for one who speaks and for several: "X says: …", "they say: …"
_ACTS = {
    "assert": ("says", "say"),
    "deny": ("denies", "deny"),
    "accuse": ("accuses", "accuse"),
    "condemn": ("condemns", "condemn"),
    "warn": ("warns", "warn"),
    "predict": ("predicts", "predict"),
    "demand": ("demands", "demand"),
    "promise": ("promises", "promise"),
    "ask": ("asks", "ask"),
    "praise": ("praises", "praise"),
    "support": ("supports", "support"),
}
#: cues that say no more than "says"
_SAYING = re.compile(
    r"(?i)\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|add(?:s|ed|ing)?|according|by|as)\b"
)
#: cues that are verbs, and no nouns
_VERBAL = re.compile(
    r"(?i)\b(?:\w+(?:ed|ing)|ha(?:s|ve|d)|is|are|was|were|spoke|wrote|made|knew|thought|felt|found|"
    r"gave|(?:believe|want|hope|think|know|doubt|expect)s?)\b"
)
#: what stands behind the noun of a phrase
_AFTER_NOUN = re.compile(
    r",|\s(?:of|from|in|at|for|with|on|near|to|who|that|which|close|familiar)\b"
)
_AS_SUBJECT = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "I", "whom": "who"}
_MANY = frozenset("i we they you people police some many both others most few several".split())


def event_words(event: Event, entities: Mapping[str, Entity]) -> str:
    """Return an event's title, with its place where the title does not name it: "killed, Orle"."""
    place = entities.get(event.place) if event.place else None
    if place is None or place.name.casefold() in event.title.casefold():
        return event.title
    return f"{event.title}, {place.name}"


def verb_of(claim: Claim) -> str:
    """Return the verb of a claim's act, as its source asks for it.

    Who asserts something in words of his own, and does not just say it, has the page's words:
    "announced", "refused".
    """
    one, several = _ACTS[claim.act]
    source = claim.source
    if source is None:
        return one
    if claim.act == "assert" and claim.cue is not None:
        cue = claim.cue.text.strip(" :,")
        if _VERBAL.search(cue) and not _SAYING.search(cue):
            return cue[:1].lower() + cue[1:]
    return several if _are_many(speaker_words(source.text), source.entity) else one


def speaker_words(source: str) -> str:
    """Return a source as the subject of its verb: "he", where the page has "according to him"."""
    return _AS_SUBJECT.get(source.lower(), source)


def _are_many(source: str, entity: str | None) -> bool:
    """Say whether a source is more than one, by its words: "two officials", "she and the envoy"."""
    noun = _AFTER_NOUN.split(source, maxsplit=1)[0]
    words = noun.split()
    if not words:
        return False
    if " and " in noun and not all(w[0].isupper() for w in words if w != "and"):
        return True  # "Bloom and Son" may be one
    last = words[-1].lower()
    if last in _MANY:
        return True
    if last.endswith("men") or last in {"children", "media"}:
        return True
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is", "’s", "'s"))
    return plural and (words[-1].islower() or entity is None)  # not "Reuters"


def role_words(role: Role) -> str:
    """Return an office with whose it is, in the order of the page's words where it is known."""
    if role.of is None:
        return role.title
    words = re.sub(r"(?i)\Athe ", "", role.evidence[0].text)
    told = words.lower()
    if told.startswith(role.title.lower()) and told.endswith(role.of.lower()):
        return words  # "adviser to the Peruvian president"
    if not told.startswith(role.of.lower()):
        return f"{role.title} of {role.of}"
    owner = "’s" if told[len(role.of) :].startswith(("'s", "’s")) else ""
    return f"{role.of}{owner} {role.title}"
