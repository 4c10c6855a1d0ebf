"""The attributions of a page, as the language model read them and as plain grammar mends them."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.claims.according import with_according, with_main_clauses, with_pairs
from histor.extract.claims.according_beside import with_both_tellers
from histor.extract.claims.acts import act_of
from histor.extract.claims.answered import Answers
from histor.extract.claims.as_reported import with_inserted_reports
from histor.extract.claims.blamed_alone import with_blamed_alone
from histor.extract.claims.called_by_letter import with_what_is_called_for
from histor.extract.claims.citing_clauses import with_citing_clauses
from histor.extract.claims.content_ends import behind_time
from histor.extract.claims.contested import without_contested
from histor.extract.claims.continued import with_continued
from histor.extract.claims.coordinated_cues import split_coordinated
from histor.extract.claims.feelings import with_feelings
from histor.extract.claims.hearsay import with_hearsay
from histor.extract.claims.inserted_sayings import with_inserted
from histor.extract.claims.judged import without_judged
from histor.extract.claims.labels import with_labelled
from histor.extract.claims.narrators import with_main_clause
from histor.extract.claims.nearest_cues import with_nearest_cues
from histor.extract.claims.nested import nested_attributions
from histor.extract.claims.next_sayings import with_next_sayings
from histor.extract.claims.noun_claims import with_claims_of_others, without_noun_claims
from histor.extract.claims.passed_on import without_carriers
from histor.extract.claims.plain_sayings import NAMINGS, plain_sayings
from histor.extract.claims.quote_frames import with_framed_quotes
from histor.extract.claims.quotes import QuotedText
from histor.extract.claims.relative_clauses import SAID_NOUNS, within_relative_clauses
from histor.extract.claims.relayed import passing_on, quoted_as_saying, with_outlets
from histor.extract.claims.retold import with_retold
from histor.extract.claims.semicolons import within_own_clauses
from histor.extract.claims.shown import with_shown
from histor.extract.claims.speakers import with_whole_speakers
from histor.extract.claims.subjects import with_subjects
from histor.extract.claims.turns import Turns
from histor.extract.claims.word_order import with_foreign_order
from histor.extract.events.second_verbs import with_second_verbs
from histor.extract.lexicons import acts, titles
from histor.extract.tokens import NAMING, STRETCHES, VERBS, antecedent

__all__ = ["attributions_of"]

_TIMES = STRETCHES | {"while", "time"}
#: what headings are about, which nobody says: "Harbour strike: …"
_MATTERS = frozenset(
    "protest strike election war crisis coup conflict attack riot talk flood earthquake quake fire "
    "crash siege clash fighting outbreak vote referendum blast explosion shooting raid drought "
    "famine dispute standoff row scandal trial case summit deal truce ceasefire sanction unrest "
    "violence massacre bombing hostage airstrike invasion offensive border migration refugee "
    "update timeline analysis explainer profile".split()
)
_RELATIVE = frozenset(["WDT", "WP"])
#: parts of speech of words before a noun
_BEFORE_NOUNS = frozenset(["DET", "ADJ"])
#: parts of speech of words that stand in no noun's phrase
_CLAUSAL = frozenset(["VERB", "AUX", "PUNCT"])
_CLAIMING = frozenset(["claim", "accept"])
#: verbs that say what they hold a thing to be, and words of such a verdict
_DISMISSING, _LEAST, _VERDICT = frozenset("dismiss reject denounce condemn".split()), 2, 6
_OURS = frozenset(["we", "our", "us"])


def attributions_of(doc: Doc, quotes: QuotedText, turns: Turns) -> list[Attribution]:
    """Return who says what on a page, in the order of its words."""
    read = [reduce(lambda a, mend: mend(a), _MENDS, a) for a in doc._.attributions if _is_read(a)]
    read, answers = with_pairs(with_main_clauses(with_next_sayings(read))), Answers(doc)
    read = answers.left_out(with_retold(read))
    read = with_shown(doc, without_noun_claims(with_citing_clauses(without_carriers(read))))
    found = split_coordinated(
        with_inserted(
            with_both_tellers(
                with_whole_speakers(
                    within_own_clauses(with_subjects(with_framed_quotes(doc, read, quotes)))
                )
            )
        )
    )
    found = with_inserted_reports(doc, with_second_verbs(found))
    found = answers.added(found)
    found = within_relative_clauses(with_hearsay(doc, with_foreign_order(doc, found)))
    found = with_outlets(doc, found)
    quoted = [said for a in found for said in quoted_as_saying(a)]
    found = [*passing_on(found, quoted), *quoted]
    found = with_feelings(doc, found)
    found += plain_sayings(doc, found, quotes)
    found = with_claims_of_others(doc, found)
    found = with_labelled(doc, with_nearest_cues(found, quotes))
    found = with_continued(doc, without_contested(found, quotes), quotes)
    found = turns.with_answers(doc, found)
    found = [without_judged(a) for a in found]
    return sorted((*found, *nested_attributions(found)), key=_place)


def _is_read(found: Attribution) -> bool:
    return not (_names_cited(found) or _only_heads(found))


def _only_heads(found: Attribution) -> bool:
    """Say whether a place and a colon tell where a heading's news are: "Peru: Crowds march"."""
    cue, source = found.cue, found.source
    if cue is None or source is None or any(t.is_alpha for t in cue):
        return False
    before = source.end <= cue.start
    place = before and (source.root.ent_type_ == "PLACE" or _names_a_matter(source.root))
    return place and not any(t.is_quote or t.lower_ in _OURS for c in found.contents for t in c)


def _names_a_matter(head: Token) -> bool:
    """Say whether a heading's first word names what it is about: "Harbour strike: union splits"."""
    known = names_party(head) or head.lemma_.lower() in titles() or head.ent_type_
    return head.pos_ == "NOUN" and head.lemma_.lower() in _MATTERS and not known


def _without_colon(found: Attribution) -> Attribution:
    """Return "Envoy: ‘…’", whose colon is no word of saying, as an attribution without cue."""
    cue = found.cue
    if cue is None or found.source is None or any(t.is_alpha for t in cue):
        return found
    return Attribution(cue=None, source=found.source, contents=found.contents)


def _whole_cue(found: Attribution) -> Attribution:
    """Return "said [in a] post" without the words that begin another phrase."""
    cue = found.cue
    if cue is None or len(cue) < 3 or cue[-1].pos_ != "DET" or cue[-2].pos_ != "ADP":
        return found
    return Attribution(cue=cue[:-2], source=found.source, contents=found.contents)


def _for_weeks(found: Attribution) -> Attribution:
    """Return "refused [for weeks] to leave" without the time between cue and content."""
    cue = found.cue
    if cue is None or not found.contents or len(cue) < 2 or cue[-1].lower_ != "for":
        return found
    first, *others = found.contents
    if first.start != cue.end or first[0].lemma_.lower() not in _TIMES:
        return found
    contents = (first[1:], *others) if len(first) > 1 else tuple(others)
    return Attribution(cue=cue[:-1], source=found.source, contents=contents) if contents else found


def _said_when(found: Attribution) -> Attribution:
    """Return "denied [on Friday] that it fired" with the clause alone for what is said."""
    cue = found.cue
    if cue is None or not found.contents or found.contents[0].start < cue.end:
        return found
    said = tuple(behind_time(c) if c.start == cue.end else c for c in found.contents)
    heard = len(said) > 1 and said[1][0].lower_ == "that" and len(said[0]) <= _LEAST
    if heard and cue[-1].lemma_ != "say" and not any(t.pos_ == "VERB" for t in said[0]):
        said = said[1:]  # "told N as | she was | gassed | that …"; "N said | M | told us | that"
    return Attribution(cue=cue, source=found.source, contents=said)


def _warned_by(found: Attribution) -> Attribution:
    """Return "ignoring [warnings from N] that …" as N's warnings, not his who ignores them."""
    cue = found.cue
    told = (c for c in found.contents if any(t.pos_ in VERBS for t in c))
    first = min(told, key=lambda c: c.start, default=None)
    if cue is None or first is None or cue.root.pos_ != "VERB" or first.start <= cue.end:
        return found
    if cue[0].pos_ == "VERB" and act_of(cue[:1]) != "assert":
        return found  # who rejects a claim says so
    doc, end = cue.doc, first.start - (cue.doc[first.start - 1].lower_ == "that")
    if doc[end].lower_ != "that" or end - cue.start > _VERDICT + _LEAST:
        return found
    for noun in doc[cue.start + 1 : end - _LEAST]:
        if noun.pos_ != "NOUN" or doc[noun.i + 1].lower_ not in {"from", "by"}:
            continue
        said = noun.lemma_.lower() in SAID_NOUNS or (noun.lemma_.lower(),) in acts()
        named = doc[noun.i + 2 : end]
        if said and all(t.pos_ in NAMING or t.ent_type_ for t in named):
            return Attribution(doc[noun.i : noun.i + 1], named, (first,))
    return found


def _named_in_relative(found: Attribution) -> Attribution:
    """Return "a move that [the union] described as a crime", whose speaker was read as said."""
    cue = found.cue
    if cue is None or found.source is not None or cue[-1].lemma_.lower() not in NAMINGS:
        return found
    before = max((c for c in found.contents if c.end == cue.start), key=len, default=None)
    behind = tuple(c for c in found.contents if c.start >= cue.end)
    if before is None or not behind or before.start < 1:
        return found
    whole = cue.doc[before.start - 1 : before.end]
    at = next((t.i for t in whole if t.tag_ in _RELATIVE or t.lower_ == "that"), before.end)
    who = cue.doc[at + 1 : cue.start]
    if not who or not all(t.pos_ in NAMING or t.ent_type_ for t in who):
        return found
    return Attribution(cue, who, behind)


def _taken(found: Attribution) -> Attribution:
    """Return "claimed [responsibility for] the attack" with what is claimed."""
    cue = found.cue
    verb = next((t for t in cue if t.lemma_.lower() in _CLAIMING), None) if cue else None
    if cue is None or verb is None or not found.contents:
        return found
    content, doc = found.contents[0], cue.doc
    before = doc[verb.i + 1 : content.start]
    taken = [t.lower_ for t in before if t.pos_ != "DET"]
    if taken not in (["responsibility", "for"], ["blame", "for"]):
        return found
    whole = doc[before.start : content.end]
    return Attribution(doc[cue.start : before.start], found.source, (whole, *found.contents[1:]))


def _with_antecedent(found: Attribution) -> Attribution:
    """Return "a pact which N has criticised" with the pact for what is criticised."""
    bare = [c for c in found.contents if len(c) > 1 or c[0].tag_ not in _RELATIVE]
    if len(found.contents) > 1 and bare:  # "whom N promised | to free"
        return Attribution(cue=found.cue, source=found.source, contents=tuple(bare))
    if len(found.contents) != 1 or len(found.contents[0]) > 1:
        return found
    relative = found.contents[0][0]
    if relative.tag_ == "TO" and relative.head.i > relative.i:  # "promised in Lima | to | free"
        to_do = relative.doc[relative.i : relative.head.right_edge.i + 1]
        return Attribution(cue=found.cue, source=found.source, contents=(to_do,))
    if relative.tag_ not in _RELATIVE or act_of(found.cue) == "assert":
        return found
    deed = _deed_promised(found.cue)
    if deed is not None:
        return Attribution(cue=found.cue, source=found.source, contents=(deed,))
    noun, doc = antecedent(relative), relative.doc
    if noun is None:
        return Attribution(cue=found.cue, source=found.source, contents=())
    first = noun.left_edge.i
    while first < noun.i and doc[first].dep_ in {"case", "cc", "punct", "mark"}:
        first += 1  # "[on] a pact which"
    clauses = [c.left_edge.i for c in noun.children if c.dep_.startswith("acl") and c.i > noun.i]
    end = min([relative.i, *clauses])
    named = doc[first : end - doc[end - 1].is_punct]
    return Attribution(cue=found.cue, source=found.source, contents=(named,))


def _deed_promised(cue: Span | None) -> Span | None:
    """Return what one promises to do in "men whom it promised in Lima [to free]"."""
    verb = cue[-1] if cue is not None else None
    if verb is None or act_of(cue) != "promise":
        return None
    deed = next((c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i), None)
    to = next((c for c in deed.children if c.tag_ == "TO"), None) if deed is not None else None
    if deed is None or to is None:
        return None
    return verb.doc[to.i : min(deed.right_edge.i + 1, verb.sent.end)]


def _without_verdict(found: Attribution) -> Attribution:
    """Return "dismissed [as absurd] the claim" with the claim alone for what is dismissed."""
    cue = found.cue
    if cue is None or not found.contents or cue[-1].lemma_.lower() not in _DISMISSING:
        return found
    first, *others = found.contents
    if first.start != cue.end or first[0].lower_ != "as" or len(first) < _LEAST:
        return found
    if others and others[0].start == first.end and others[0][0].pos_ == "DET":
        return Attribution(cue=cue, source=found.source, contents=tuple(others))
    noun = next((t.i for t in first[2:_VERDICT] if t.pos_ == "DET"), None)
    if first[1].pos_ not in {"ADJ", "NOUN", "ADV"} or noun is None:
        return found
    contents = (first.doc[noun : first.end], *others)
    return Attribution(cue=cue, source=found.source, contents=contents)


def _without_stray(found: Attribution) -> Attribution:
    """Leave out whom an outlet cites, and what stands before "criticism that …"."""
    cue = found.cue
    if cue is None or any(t.is_quote for c in found.contents for t in c):
        return found
    kept = [c for c in found.contents if not _is_cited(c, cue)]
    behind = [c for c in kept if c.start >= cue.end and c[0].lower_ == "that"]
    if behind and cue.root.pos_ == "NOUN":
        kept = [c for c in kept if c.start >= cue.end]
    if len(kept) == len(found.contents):
        return found
    return Attribution(cue=cue, source=found.source, contents=tuple(kept))


def _is_cited(content: Span, cue: Span) -> bool:
    """Say whether words name whom an outlet cites: "reported, citing [two aides], said"."""
    citing = content.start > 0 and content.doc[content.start - 1].lower_ in {"citing", "quoting"}
    return (
        citing
        and not cue.start <= content.start - 1 < cue.end
        and not any(t.pos_ in VERBS for t in content)
    )


def _names_cited(found: Attribution) -> bool:
    """Say whether a clause only names whom an outlet cites: "the paper, which cited two aides"."""
    cue, source = found.cue, found.source
    if cue is None or source is None or len(source) != 1 or source[0].tag_ not in {"WDT", "WP"}:
        return False
    cites = cue[-1].lemma_.lower() in {"cite", "quote"}
    return cites and not any(t.pos_ in VERBS for c in found.contents for t in c)


def _with_whole_noun(found: Attribution) -> Attribution:
    """Let a content begin with the words before its noun that were read into the cue.

    "Has issued | a red alert", not "has issued a red | alert for four districts".
    """
    cue = found.cue
    if cue is None or not found.contents or cue[-1].pos_ not in _BEFORE_NOUNS:
        return found
    start = cue.end
    while start > cue.start + 1 and cue.doc[start - 1].pos_ in _BEFORE_NOUNS:
        start -= 1
    last = found.contents[-1]
    between = cue.doc[cue.end : max(cue.end, last.start)]
    noun = cue[-1].head
    if not (start < cue.end <= noun.i < last.end) or cue.doc[start].pos_ != "DET":
        return found
    if cue.doc[start - 1].pos_ != "VERB" or any(t.pos_ in _CLAUSAL for t in between):
        return found
    return Attribution(cue.doc[cue.start : start], found.source, (cue.doc[start : last.end],))


#: what is mended of each attribution as it was read, in this order
_MENDS: tuple[Callable[[Attribution], Attribution], ...] = (
    _without_colon,
    _with_whole_noun,
    _whole_cue,
    _for_weeks,
    _said_when,
    _warned_by,
    _named_in_relative,
    _taken,
    _with_antecedent,
    _without_verdict,
    _without_stray,
    with_what_is_called_for,
    with_blamed_alone,
    with_according,
    with_main_clause,
)


def _place(found: Attribution) -> tuple[int, int]:
    first = found.cue or found.source or (found.contents[0] if found.contents else None)
    return (first.start, first.end) if first is not None else (0, 0)
