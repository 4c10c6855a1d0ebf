"""What changed pages no longer say: sentences, and the numbers, claims and events that went.

Precision comes first: what still stands anywhere on the page, in these words or nearly these, is
not called withdrawn, even if histor reads it differently now.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from histor.assess.changed import Change, ChangeKind
from histor.assess.revisions import Revision
from histor.counts import counted
from histor.records import CaseExport, Claim, Event, Figure, Span

__all__ = ["page_changes"]

#: likeness of a claim's words (Indel, 0 to 1) from which it was reworded and not taken back
_REWORDED = 0.5

Number = tuple[str, float | None, float | None]


def page_changes(
    before: CaseExport, after: CaseExport, revised: Sequence[Revision]
) -> Iterator[Change]:
    """Yield what each changed page says otherwise, page by page, and the events nobody tells now.

    Args:
        before, after: the two states.
        revised: the pages of the earlier state that stand in the later one in another version.
    """
    figures = _figures(before), _figures(after)
    claims = _claims(before), _claims(after)
    for revision in revised:
        old, new = revision.before.id, revision.after.id
        yield from _sentences(revision)
        yield from _numbers(revision, figures[0].get(old, ()), figures[1].get(new, ()))
        yield from _withdrawn_claims(revision, claims[0].get(old, ()), claims[1].get(new, ()))
    yield from _withdrawn_events(before, after, {r.before.id: r for r in revised})


def _figures(export: CaseExport) -> Mapping[str, list[Figure]]:
    found: dict[str, list[Figure]] = defaultdict(list)
    for event in export.events:
        for figure in event.figures:
            found[figure.span.document].append(figure)
    return found


def _claims(export: CaseExport) -> Mapping[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in export.claims:
        found[claim.document].append(claim)
    return found


def _sentences(revision: Revision) -> Iterator[Change]:
    documents = (revision.after.id,)
    parts = [
        f"{counted(len(spans), 'sentence')} {verb}"
        for spans, verb in (
            (revision.reworded, "reworded"),
            (revision.removed, "taken out"),
            (revision.added, "put in"),
        )
        if spans
    ]
    how = ", ".join(parts) or "the same sentences in another order"
    yield Change(
        kind="page_revised",
        of="page",
        summary=f"“{revision.after.label}” was changed: {how}.",
        documents=documents,
    )
    for was, now in revision.reworded:
        yield Change(
            kind="sentence_reworded",
            of="page",
            summary=f"“{was.text}” is now “{now.text}”",
            evidence=(was, now),
            documents=documents,
        )
    kinds: tuple[tuple[ChangeKind, tuple[Span, ...]], ...] = (
        ("sentence_removed", revision.removed),
        ("sentence_added", revision.added),
    )
    for kind, spans in kinds:
        for span in spans:
            yield Change(
                kind=kind,
                of="page",
                summary=f"“{span.text}”",
                evidence=(span,),
                documents=documents,
            )


def _number(figure: Figure) -> Number:
    return figure.quantity, figure.low, figure.high


def _numbers(
    revision: Revision, earlier: Sequence[Figure], later: Sequence[Figure]
) -> Iterator[Change]:
    kept = {_number(f) for f in later}
    known = {_number(f) for f in earlier}
    told: set[tuple[Number, Number | None]] = set()
    for figure in sorted(earlier, key=lambda f: f.span.place):
        number = _number(figure)
        if number in kept or _stands(revision, figure.span.text):
            continue
        now = _in_its_place(revision, figure, [f for f in later if _number(f) not in known])
        key = number, _number(now) if now else None
        if key in told:
            continue
        told.add(key)
        label, words = revision.after.label, f"{figure.quantity}, “{figure.span.text}”"
        yield Change(
            kind="figure_revised" if now else "figure_withdrawn",
            of="page",
            summary=(
                f"“{label}”: {words} is now “{now.span.text}”."
                if now
                else f"“{label}” no longer gives: {words}."
            ),
            evidence=(figure.span, now.span) if now else (figure.span,),
            documents=(revision.after.id,),
        )


def _in_its_place(revision: Revision, figure: Figure, later: Sequence[Figure]) -> Figure | None:
    """Return the number that the same sentence gives of the same quantity now."""
    sentence = revision.later_sentence(figure.span)
    if sentence is None:
        return None
    return next(
        (
            f
            for f in later
            if f.quantity == figure.quantity and sentence.start <= f.span.start < sentence.end
        ),
        None,
    )


def _withdrawn_claims(
    revision: Revision, earlier: Sequence[Claim], later: Sequence[Claim]
) -> Iterator[Change]:
    for claim in earlier:
        if _stands(revision, claim.content.text) or _reworded(revision, claim, later):
            continue
        who = claim.source.text if claim.source else "nobody named"
        yield Change(
            kind="claim_withdrawn",
            of="page",
            summary=(
                f"“{revision.after.label}” no longer has “{claim.content.text}” "
                f"({who}, {claim.act})."
            ),
            evidence=(claim.content,),
            documents=(revision.after.id,),
        )


def _stands(revision: Revision, words: str) -> bool:
    return " ".join(words.split()) in " ".join(revision.after.text.split())


def _reworded(revision: Revision, claim: Claim, later: Sequence[Claim]) -> bool:
    place = revision.later_place(claim.content)
    if place is not None:
        now = revision.after.text[place[1] : place[2]]
        if Indel.normalized_similarity(claim.content.text.split(), now.split()) >= _REWORDED:
            return True
    sentence = revision.later_sentence(claim.content)
    return sentence is not None and any(
        c.act == claim.act
        and _speaker(c) == _speaker(claim)
        and sentence.start <= c.content.start < sentence.end
        for c in later
    )


def _speaker(claim: Claim) -> str:
    return claim.source.text.casefold() if claim.source else ""


def _withdrawn_events(
    before: CaseExport, after: CaseExport, revised: Mapping[str, Revision]
) -> Iterator[Change]:
    if not revised:
        return
    told = {(*m.span.place, m.trigger) for e in after.events for m in e.mentions}
    for event in before.events:
        if _is_gone(event, revised, told):
            when = f" ({event.date.edtf})" if event.date else ""
            yield Change(
                kind="event_withdrawn",
                of="page",
                summary=f"{event.title}{when}: no page tells it any more.",
                evidence=tuple(m.span for m in event.mentions[:3]),
                events=(event.id,),
                documents=tuple(
                    sorted({revised[m.span.document].after.id for m in event.mentions})
                ),
            )


def _is_gone(
    event: Event, revised: Mapping[str, Revision], told: set[tuple[str, int, int, str]]
) -> bool:
    for mention in event.mentions:
        if mention.span.document not in revised:
            return False
        sentence = revised[mention.span.document].later_sentence(mention.span)
        if sentence is not None and (
            (*sentence.place, mention.trigger) in told or mention.trigger in sentence.text
        ):
            return False
    return True
