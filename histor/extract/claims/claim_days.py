"""On which day something was said: by the time that its verb of saying bears, or goes on from.

"On 2 May the minister said the bridge was safe. He added that it would open." Whoever goes on
speaking in a paragraph does so on the day that was told of his first words there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Span

from histor.extract.dates.tenses import is_past
from histor.extract.dates.time_values import DATELESS
from histor.extract.nearby import Nearby
from histor.records import Claim, TimeExpression

__all__ = ["bears", "with_claim_days"]

#: relations of a time to the verb that it dates
_OF_A_VERB = ("obl", "advmod", "nmod:unmarked")
_SAME = re.compile(
    r"\bthe same (?:statement|speech|interview|address|message|letter|post|briefing|"
    r"press conference|occasion)\b",
    re.I,
)


def bears(cue: Span, time: TimeExpression) -> bool:
    """Say whether a verb of saying bears a time: "on 2 May the minister, N. N., said"."""
    words = cue.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None or not words.root.dep_.startswith(_OF_A_VERB):
        return False
    verb = words.root.head
    return verb.pos_ == "VERB" and any(t.i == verb.i for t in cue)


def with_claim_days(
    claims: Sequence[Claim], doc: Doc, times: Nearby[TimeExpression], text: str
) -> list[Claim]:
    """Return the claims, those that go on with what somebody said on a day with that day.

    Args:
        claims: the claims, in the order of their contents.
        doc: the annotated text.
        times: its expressions.
        text: the text.
    """
    found: list[Claim] = []
    #: by who says it, the last claim that has a day
    dated: dict[str, Claim] = {}
    starts = [sentence.start_char for sentence in doc.sents]
    ends = [*starts[1:], len(text)]
    for claim in claims:
        entity = claim.source.entity if claim.source is not None else None
        before = dated.get(entity) if entity is not None else None
        at = bisect_right(starts, claim.cue.start) - 1 if claim.cue is not None else 0
        if (
            claim.date is None
            and claim.cue is not None
            and before is not None
            and before.cue is not None
            and before.cue.start < claim.cue.start
            and (
                "\n" not in text[before.cue.start : claim.cue.start].strip()
                or _SAME.search(text, starts[at], ends[at])
            )
            and _was_said(doc, claim.cue.start, claim.cue.end)
            and not _has_time(claim, times.starting(starts[at], ends[at]))
        ):
            claim = msgspec.structs.replace(claim, date=before.date)
        found.append(claim)
        if entity is not None and claim.date is not None and not _is_aside(doc, claim):
            dated[entity] = claim
    return found


def _is_aside(doc: Doc, claim: Claim) -> bool:
    """Say whether a clause on who speaks tells of it: "N, who on Monday denied it, said …"."""
    if claim.cue is None:
        return False
    cue = doc.char_span(claim.cue.start, claim.cue.end, alignment_mode="expand")
    return cue is not None and cue.root.dep_ == "acl:relcl"


def _was_said(doc: Doc, start: int, end: int) -> bool:
    """Say whether a cue tells in the simple past that something was said."""
    cue = doc.char_span(start, end, alignment_mode="expand")
    if cue is None:
        return False
    helped = any(t.lower_ in {"has", "have", "had", "'ve", "’ve"} for t in cue)
    return not helped and any(is_past(t) for t in cue if t.pos_ == "VERB")


def _has_time(claim: Claim, times: Sequence[TimeExpression]) -> bool:
    """Say whether the sentence of a cue tells a time beside what is said."""
    content = claim.content
    return any(
        time.form is not None
        and time.form.kind not in DATELESS
        and not content.start <= time.span.start < content.end
        for time in times
    )
