"""Claims that are nouns: "denied the union's claim that …", "a claim by the radio that …".

In "voters back claim to the islands" nobody claims anything in words: in headings without articles
the sequence model reads such nouns as verbs of saying.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.claims.acts import act_of
from histor.extract.tokens import VERBS, prepositions, tokens_with, without_marks

__all__ = ["with_claims_of_others", "without_noun_claims"]

_CLAIM = frozenset(["claim", "claims"])
#: nouns for what somebody said, with whose it was and what it was
_SAID = frozenset(["claim", "allegation", "accusation", "assertion", "charge", "suggestion"])
#: of these and others, those that are somebody's "by" him: "a statement by N that …"
_BY = _SAID | frozenset(["statement", "announcement", "report", "remark", "warning", "estimate"])
#: verbs by which a claim is called something, and words behind it that tell whose or which it is
_BRANDING = frozenset("dismiss reject denounce describe deride brand condemn discount".split())
_WHOSE = frozenset(["in", "by", "from", "of", "that", "made"])
#: words from such a noun to "that"
_NEAR = 20


def without_noun_claims(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions without those whose cue is the claim to a thing.

    What is said by the verb before such a claim holds it: "back | claim to the islands".
    """
    branded = {
        a.cue.start: a.contents[-1].end
        for a in found
        if a.cue is not None and a.contents and _is_branded(a.cue, found)
    }
    found = [
        _with_branded(a, branded) for a in found if a.cue is None or a.cue.start not in branded
    ]
    nouns = {a.cue.start for a in found if a.cue is not None and _is_noun(a.cue)}
    if not nouns:
        return list(found)
    kept = (a for a in found if a.cue is None or a.cue.start not in nouns)
    return [_with_noun(a, nouns) for a in kept]


def with_claims_of_others(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with what others are said to claim: "rejected N's claim that …"."""
    cues = {t.i for a in found if a.cue is not None for t in a.cue}
    told = (
        claim
        for noun in tokens_with(doc, "LEMMA", _BY)
        if noun.pos_ == "NOUN" and noun.i not in cues
        for claim in _claimed(noun)
    )
    return [*found, *told]


def _claimed(noun: Token) -> Iterator[Attribution]:
    """Read "N's claim that …" and "claims by N that …"; expects UD trees."""
    doc, stop = noun.doc, noun.sent.end
    owner = next((c for c in noun.children if c.dep_ == "nmod:poss" and c.pos_ != "PRON"), None)
    by = next((c for c in noun.children if prepositions(c) & {"by", "from"} and c.i > noun.i), None)
    near = doc[noun.i + 1 : min(stop, noun.i + _NEAR)]
    that = next((t for t in near if t.lower_ == "that"), None)
    who = owner or by
    if (
        who is None
        or that is None
        or not _is_speaker(who, noun, by_whom=who is by)
        or that.tag_ not in {"IN", "WDT"}
    ):
        return
    verb = that.head
    own = verb.dep_.startswith("acl") and noun in {verb.head, verb.head.head}
    start, end = who.left_edge.i + (who is by), min(who.right_edge.i, that.i - 1) + 1
    while end > start + 1 and doc[end - 1].tag_ == "POS":
        end -= 1
    right = that.i == (noun.i + 1 if who is owner else end)
    said = doc[that.i + 1 : _end(noun, verb, min(verb.right_edge.i + 1, stop))]
    if own and right and len(said) > 1 and start < end:
        yield Attribution(cue=doc[noun.i : noun.i + 1], source=doc[start:end], contents=(said,))


def _is_speaker(who: Token, noun: Token, *, by_whom: bool) -> bool:
    """Say whether a claim is that of those beside it: not "a report over the weekend that"."""
    named = names_party(who) or who.ent_type_ in {"PERSON", "ORG", "GROUP"}
    if noun.lemma_.lower() in _SAID:
        return by_whom or names_party(who)
    return by_whom and named and "by" in prepositions(who)


def _end(noun: Token, verb: Token, end: int) -> int:
    """Return where a clause on a noun ends, before the verb of which the noun is the subject."""
    above = noun.head
    if noun.dep_.startswith("nsubj") and verb.i < above.i < end:
        helpers = (c.i for c in above.children if c.dep_.startswith(("aux", "advmod")))
        end = min([above.i, *(i for i in helpers if i > verb.i)])
    return without_marks(noun.doc, verb.i, end)


def _is_branded(cue: Span, found: Sequence[Attribution]) -> bool:
    """Say whether "claims" is what somebody calls something: "dismissed as “idle” [claims] that".

    The verb before it, by which it is called so, has no other object.
    """
    if len(cue) != 1 or cue[0].lower_ not in _CLAIM or cue.end >= len(cue.doc):
        return False
    behind = cue.doc[cue.end].lower_ in _WHOSE
    return behind and any(_brands_up_to(a, cue.start) for a in found)


def _brands_up_to(found: Attribution, at: int) -> bool:
    """Say whether somebody calls something a name that ends right before a word."""
    cue = found.cue
    if cue is None or not found.contents or cue.start >= at:
        return False
    verb = next((t for t in cue if t.pos_ == "VERB"), None)
    named = "as" in {t.lower_ for t in (*cue, *found.contents[0][:1])}
    if not named or verb is None or verb.lemma_.lower() not in _BRANDING:
        return False
    doc = cue.doc
    before = at
    while doc[before - 1].is_quote:
        before -= 1
    return any(c.start < at < c.end or c.end in {at, before} for c in found.contents)


def _with_branded(found: Attribution, branded: dict[int, int]) -> Attribution:
    """Return what is called something whole; of what is denied, without what it is called."""
    at = next((at for at in branded if _brands_up_to(found, at)), None)
    if at is None or found.cue is None:
        return found
    start = at if act_of(found.cue) == "deny" else found.contents[0].start
    return dataclasses.replace(found, contents=(found.cue.doc[start : branded[at]],))


def _is_noun(cue: Span) -> bool:
    """Say whether "claim" stands before "to" and a noun: "claims to have won" is said."""
    if len(cue) != 1 or cue[0].lower_ not in _CLAIM or cue.end + 1 >= len(cue.doc):
        return False
    preposition, behind = cue.doc[cue.end], cue.doc[cue.end + 1]
    return preposition.lower_ == "to" and behind.pos_ not in VERBS | {"ADV", "PART"}


def _with_noun(found: Attribution, nouns: set[int]) -> Attribution:
    if found.cue is None or found.cue.end not in nouns or not found.contents:
        return found
    first, *rest = found.contents
    if first.start != found.cue.end + 2:
        return found
    whole = first.doc[found.cue.end : first.end]
    return dataclasses.replace(found, contents=(whole, *rest))
