"""Attributions of one page as claims: who says what, by which words, and to what effect."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.claims.acts import act_of, performed_in, refuses
from histor.extract.claims.attributions import attributions_of
from histor.extract.claims.chains import with_chains
from histor.extract.claims.claim_days import bears, with_claim_days
from histor.extract.claims.claim_sources import SourceReader
from histor.extract.claims.content_ends import has_verb
from histor.extract.claims.contents import (
    content_parts,
    says_something,
    speaker_in_content,
    without_edges,
)
from histor.extract.claims.first_person import in_first_person
from histor.extract.claims.hearsay import HEARSAY
from histor.extract.claims.issuers import issuer_of, issuing
from histor.extract.claims.least_said import is_count, least_words
from histor.extract.claims.no_sayings import says_nothing
from histor.extract.claims.own_side import Sides
from histor.extract.claims.plain_acts import plain_act
from histor.extract.claims.quotes import QuotedText
from histor.extract.claims.repeats import without_repeats
from histor.extract.claims.said_acts import act_in, is_forecast, plea_in, thinks_ahead
from histor.extract.claims.telling import tells_nothing
from histor.extract.claims.turns import Turns
from histor.extract.claims.unsaid import is_unsaid
from histor.extract.events.agreed import is_deal, is_pledge
from histor.extract.events.event_words import event_words
from histor.extract.evidence import QUOTES, span_of, trimmed, without_stop
from histor.extract.lexicons import acts, titles
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE, STRETCHES, prepositions
from histor.records import (
    Claim,
    ClaimSource,
    Date,
    Document,
    Dropped,
    Entity,
    TimeExpression,
    make_id,
)

__all__ = ["extract_claims"]

#: what is denied, and was said right before
_POINTING = frozenset(["it", "this", "that", "them"])
#: characters of a dropped content that its record shows
_SHOWN = 80
#: characters between a cue and the date of the saying
_BESIDE = 30
#: parts of speech of which a cue must have one: "only" reports nothing
_TELLING = frozenset(["VERB", "NOUN", "ADP", "AUX", "PROPN", "X"])
#: verbs that tell a deed, with a noun of saying beside them or without
_DEEDS = frozenset(
    ["name", "visit", "attack", "launch", "arrest", "deploy", "travel", "settle", "seize", "free"]
)
#: and those that tell one of a bare noun: "imposed sanctions on three ministers"
_DONE_TO = frozenset(
    "impose sentence jail hold summon freeze suspend dispatch cancel block restore dismantle sue "
    "nominate appoint sack inaugurate detect intercept".split()
)
#: what parliaments and presidents do with laws
_ENACTING = frozenset("approve pass adopt enact ratify veto repeal overturn override sign".split())
_LAWS = frozenset(
    "law bill legislation act amendment budget treaty veto decree payment loan tranche funding "
    "sale".split()
)
#: what is done with "off"
_OFF = frozenset(["call", "break", "cut", "set", "lay", "seal"])
#: meetings, of which it is told only what they are about
_TALKS = frozenset(["talk", "talks", "meeting", "negotiation", "summit", "visit"])
#: and what somebody has, of which it is told what he does with it: "a list that she will publish"
_KEPT = frozenset(["list"])
_MATERIAL = frozenset(["ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "AID"])
#: of these, words are as often meant
_IN_WORDS = frozenset(["attack", "assault", "storm", "harm", "wound"])
_NAMES = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "ADP"])
_RESPONSIBLE = frozenset(["responsible", "accountable"])
#: verbs of giving out, and what is given out in words or pictures
_ISSUING = frozenset(["release", "issue", "publish", "circulate"])
_ISSUED = frozenset(
    "statement report video footage picture image photo photograph letter figure data datum list "
    "document transcript audio recording result note name detail communique declaration warning "
    "text forecast survey message press toll map advisory notice estimate study review account "
    "information findings finding bulletin alert verdict ruling order decree book".split()
)
#: verbs whose matter stands behind "for" or "of", and words of a longest name behind "as"
_BLAMING, _SHORT = frozenset(["blame", "accuse", "warn", "condemn"]), 4
_MATTER_OF = frozenset(["for", "of", "on", "about"])
_HAVING = frozenset(["has", "have", "had"])
_WHEN = frozenset(["as", "after", "amid", "while", "ahead"])
#: what news does to hopes and fears, which says nothing
_TO_HOPES = frozenset("dash raise lift dim fuel stoke spark ease allay dampen boost end".split())
_HOPES = frozenset(["hope", "fear", "concern", "doubt", "speculation", "worry", "expectation"])
_RUMOURS = frozenset(["rumour", "rumor", "report", "speculation", "claim", "allegation"])
_AWAITING = frozenset(["expect", "expectation"])
_THAT_IS = frozenset(["that is", "that's", "that’s", "that was", "this is", "this was"])
_STAFF = frozenset("cabinet board staff council team commander aide".split())
_INQUIRIES = frozenset("case inquiry enquiry investigation probe".split())
#: words of a label
_LABEL = 5
_DECLARING = frozenset(["declare", "proclaim", "pronounce"])
_SIGNING = frozenset(["sign"])


def extract_claims(
    document: Document,
    doc: Doc,
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
) -> tuple[tuple[Claim, ...], tuple[Dropped, ...]]:
    """Return the page's claims in the order of their contents, and the attributions left out.

    A content whose parts the cue or the source keeps apart gives one claim for each part, all with
    the same source and cue.
    """
    claims: dict[str, Claim] = {}
    dropped: list[Dropped] = []
    quotes = QuotedText(document.text)
    turns = Turns(doc)
    attributions = attributions_of(doc, quotes, turns)
    cues = Nearby((a.cue for a in attributions if a.cue is not None), lambda cue: cue.start)
    speakers = Nearby((a.source for a in attributions if a.source is not None), lambda s: s.start)
    dates = Nearby(times, lambda time: time.span.start)
    sources = SourceReader(document, doc, entities)
    sides = Sides(entities)
    for found in attributions:
        source = sources.read(
            _from_noun(found.cue)
            or _own_source(found)
            or _agent(found.cue)
            or speaker_in_content(found),
            found.cue,
            found.contents,
        )
        why = _unusable(found, source) or _unsaid(found)
        if why:
            dropped.append(_dropped(document, found, why))
            continue
        parts, scraps = content_parts(found, cues, speakers, quotes)
        for part in parts:
            claim = _claim(document, found, part, source, quotes, dates, turns, sides)
            if claim is None:
                scraps.append(part)
            else:
                claims.setdefault(claim.id, claim)
        dropped += [_dropped(document, found, "no_statement", scrap) for scrap in scraps]
    issuer = issuer_of(document, entities)
    own = [issuing(claim, issuer) for claim in claims.values()]
    named, twice = in_first_person(document, own, issuer)
    once, repeated = without_repeats(named)
    chained, second_hand = with_chains(document, once, sources, entities)
    ordered = sorted(chained, key=lambda c: (c.content.start, c.content.end, c.id))
    ordered = with_claim_days(ordered, doc, dates, document.text)
    return tuple(ordered), (*dropped, *twice, *repeated, *second_hand)


def _agent(cue: Span | None) -> Span | None:
    """Return the words after "by" that say who does what a passive cue says was done."""
    if cue is None or not any(t.tag_ == "VBN" for t in cue):
        return None
    if any(t.lower_ in _HAVING for t in cue) and not any(t.lower_ == "been" for t in cue):
        return None  # "has denied claims by N"
    for token in cue:
        for child in token.children:
            if child.dep_.startswith("obl") and any(c.lower_ == "by" for c in child.children):
                return child.doc[child.left_edge.i : child.right_edge.i + 1]
    return None


def _own_source(found: Attribution) -> Span | None:
    """Return the source that was read; none for a heading's noun, whose source stands elsewhere."""
    source, cue = found.source, found.cue
    if source is None or cue is None or cue.root.pos_ != "NOUN":
        return source
    if cue.root.lemma_.lower() in _RUMOURS and source.start >= cue.sent.end:
        return None  # "Rumours of a coup were false. N called them a lie": who speaks there
    first, second = (source, cue) if source.start < cue.start else (cue, source)
    apart = "\n\n" in cue.doc[first.end : second.start].text
    return None if apart else source


def _from_noun(cue: Span | None) -> Span | None:
    """Return the words after "from" in "warnings from N. N. that …": whose words they are."""
    if cue is None or cue.root.pos_ != "NOUN":
        return None
    for child in cue.root.children:
        cases = prepositions(child)
        if child.dep_ == "nmod" and child.i > cue.root.i and cases & {"from", "by"}:
            clause = (c.left_edge.i for c in child.children if c.dep_.startswith("acl"))
            end = min([child.right_edge.i + 1, *clause])
            return child.doc[child.i if child.n_lefts == 1 else child.left_edge.i + 1 : end]
    return None


def _unusable(found: Attribution, source: ClaimSource | None) -> str | None:
    """Return why nothing can be made of an attribution; none if something can."""
    if not found.contents:
        return "no_content"
    if found.cue is None and _is_asked_by_label(found):
        return "no_statement"
    if found.cue is None:
        return None if source is not None else "no_cue"
    if any(t.lower_ in HEARSAY for t in found.cue):
        return None
    if found.source is not None and len(found.source) == 1 and found.source[0].tag_ == "WP$":
        return "no_cue"  # "a campaign whose aim is"
    if source is None and found.cue.root.pos_ == "NOUN" and found.contents[0][0].tag_ == "WDT":
        return "no_content"  # "a suspicion for | which N said there was no ground"
    if source is None and (_is_own_news(found.cue) or found.cue.text.lower() in _TALKS):
        return "no_cue"
    if (
        says_nothing(found)
        or _does(found.cue)
        or is_deal(found)
        or _is_done(found)
        or _is_disclaimer(found)
    ):
        return "no_cue"
    feels = found.cue[0].pos_ == "ADJ" and all(t.pos_ in {"ADJ", "ADP"} for t in found.cue)
    tells = not feels and any(t.pos_ in _TELLING for t in found.cue)  # "angry at" tells nothing
    return None if tells else "no_cue"


def _is_asked_by_label(found: Attribution) -> bool:
    """Say whether a line with a label only asks: "Expert: is a war possible?"."""
    source, asked = found.source, found.contents[0]
    if source is None or asked[0].i != source.end + 1 or source.doc[source.end].text != ":":
        return False
    return asked[0].sent[-1].text == "?" and not any(t.is_quote for t in asked[0].sent)


def _is_own_news(cue: Span) -> bool:
    """Say whether a page only recalls what it told: "As reported earlier, …"."""
    before = cue.doc[cue.start - 1] if cue.start > cue.sent.start else None
    opens = before is not None and before.i == cue.sent.start and before.lower_ == "as"
    return opens and cue[0].tag_ in {"VBN", "VBD"}


def _unsaid(found: Attribution) -> str | None:
    content = found.contents[0] if found.contents else None
    unsaid = found.cue is not None and is_unsaid(found.cue, found.source, content)
    return "not_said" if unsaid else None


def _is_disclaimer(found: Attribution) -> bool:
    """Say whether a page only tells whose its views are: "the views expressed are her own"."""
    return found.source is not None and found.source.root.lemma_.lower() in {"view", "opinion"}


def _does(cue: Span) -> bool:
    """Say whether a cue only tells a deed: "signed a memorandum", "named"."""
    verb = cue.root
    if cue[0].pos_ != "ADP" and _is_of_law(cue):
        return True  # "passed the third reading of a bill on"
    if verb.lower_ in _KEPT and cue.start and cue.doc[cue.start - 1].text == ",":
        return True
    if verb.pos_ == "NOUN" and verb.lemma_.lower() in _TALKS:
        return True
    if verb.lemma_.lower() in _TO_HOPES and any(t.lemma_.lower() in _HOPES for t in cue):
        return True  # "dashing hopes of an early end"
    if verb.lemma_.lower() == "open" and any(c.lemma_.lower() in _INQUIRIES for c in verb.children):
        return True  # "opened a case over “war crimes”"
    if verb.pos_ != "VERB" or any(t.pos_ == "NOUN" and t.dep_ == "obj" for t in cue if t != verb):
        return verb.pos_ == "VERB" and verb.lemma_.lower() in _SIGNING
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if lemma == "recall" and cue[0].lower_ != "as" and any(names_party(c) for c in objects):
        return True  # "recalled its envoy"
    given = [*objects, *(c for c in verb.children if c.dep_ == "nsubj:pass")]
    if lemma in _ISSUING and given:  # "released 112 fishermen", "warrants were issued"
        return not any(c.lemma_.lower() in _ISSUED for c in given)
    as_what = any(t.lower_ == "as" for t in verb.subtree if t.i > verb.i)
    if lemma == "dismiss" and not as_what and any(_is_staff(c) for c in objects):
        return True  # "dismissed his cabinet"
    if lemma == "order" and objects:  # "ordered an inquiry"
        return not any(c.dep_ in {"xcomp", "ccomp", "advcl"} for c in verb.children)
    if lemma in _OFF and any(c.lower_ == "off" for c in verb.children):  # "broke off relations"
        return True
    if lemma == "break" and any(c.lower_ == "out" for c in verb.children):  # "protests broke out"
        return True
    if lemma == "call" and any(c.lower_ == "up" for c in verb.children):  # "called up reservists"
        return True
    return lemma in _DEEDS | _SIGNING


def _is_staff(word: Token) -> bool:
    """Say whether a noun is somebody who can lose a post: "his cabinet", "the army chief"."""
    return names_party(word) or word.lemma_.lower() in _STAFF | titles()


def _is_of_law(cue: Span) -> bool:
    """Say whether words behind a verb name a law that it makes or stops: "vetoed the bill"."""
    verb = next((t for t in cue if t.lemma_.lower() in _ENACTING), None)
    if verb is None:
        return False
    objects = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"} and c.i > verb.i]
    named = [*objects, *(c for o in objects for c in o.children if c.dep_ == "nmod")]
    return any(t.lemma_.lower() in _LAWS for t in named)


def _is_done(found: Attribution) -> bool:
    """Say whether a verb tells what was done to whom its "content" names: "jailed two editors"."""
    cue = found.cue
    if cue is None or cue.root.pos_ != "VERB":
        return False
    lemma = cue.root.lemma_.lower()
    material = event_words().sure.get(lemma, {}).get("verb") in _MATERIAL
    if not (material or lemma in _DONE_TO) or lemma in _IN_WORDS or (lemma,) in acts():
        return False
    return all(
        c.root.pos_ in _NAMES and not any(t.is_quote or t.lower_ in _RESPONSIBLE for t in c)
        for c in found.contents
    )


_WHY = {
    "no_content": "says nothing",
    "no_cue": "is no word of saying",
    "not_said": "tells of no saying",
    "no_statement": "is said of words that make no statement by themselves:",
}


def _dropped(
    document: Document, found: Attribution, code: str, scrap: Span | None = None
) -> Dropped:
    words = found.cue.text if found.cue is not None else ""
    about = f" “{scrap.text[:_SHOWN]}”" if scrap is not None else ""
    return Dropped(record=document.id, code=code, detail=f"“{words}” {_WHY[code]}{about}")


def _claim(
    document: Document,
    found: Attribution,
    part: Span,
    source: ClaimSource | None,
    quotes: QuotedText,
    times: Nearby[TimeExpression],
    turns: Turns,
    sides: Sides,
) -> Claim | None:
    cue = found.cue
    content = without_edges(_behind_cue(part, cue))
    act = act_of(cue)
    if content is None or _asks_of_nobody(found, content):
        return None
    told = any(quotes.holds(t.idx) for t in content)
    merely = cue is not None and act == "assert" and not told and tells_nothing(cue, part)
    unclosed = _is_unclosed(content)
    quoted = quotes.is_quotation(content) or turns.answers_at(content.start) or unclosed
    if act == "demand":
        act = plea_in(content, cue) or act
    if act == "assert":
        own = quoted or cue is None  # a label quotes whom it names: "Envoy: We will leave"
        performed = performed_in(content) if own else None
        act = performed or act_in(content, found.cue, quoted=own) or act
        watches = source is not None and is_forecast(content, source.text)
        if act == "assert" and (watches or thinks_ahead(content, cue)):
            act = "predict"
        if act == "assert" and source is not None:
            side = sides.of(source)
            act = plain_act(content, found.cue, side, quoted=own) or act
    if act == "assert" and is_pledge(found.cue, content):
        act = "promise"
    by_itself = act == "assert" and not told
    counted = source is not None and (is_count(content, found.cue) or _is_declared(content, cue))
    if merely and act == "assert" and not counted:
        return None
    pointing = content.text.strip().lower() in _POINTING
    denied = act == "deny" and source is not None and pointing
    if not (denied or counted) and not says_something(
        content, by_itself=by_itself, least=least_words(found.cue, content)
    ):
        return None
    if act == "promise" and _is_told_as_past(content.root):
        act = "assert"  # "swears that the shots came from inside"
    awaited = cue is not None and cue.root.lemma_.lower() in _AWAITING
    bare = content[0].lower_ == "to" or (awaited and content.root.pos_ in {"NOUN", "PROPN"})
    if source is None and bare and not quoted and _is_expected(found.cue):
        return None  # who "is expected to report" is told elsewhere
    if not told and not denied and all(t.pos_ in {"PRON", "ADV"} for t in content):
        return None  # "as it swore to | us only | two weeks ago"
    if content[0].lower_ == "for" and all(t.lemma_.lower() in STRETCHES for t in content[1:]):
        return None  # "something N had denied | for weeks"
    if _tells_when(content, found.cue) or (by_itself and _points_back(content, found.cue)):
        return None
    if act == "deny" and source is None and not quoted and not has_verb(content):
        return None  # "the toll is disputed" denies nothing that it names
    text = document.text
    start, end = trimmed(text, content.start_char, content.end_char)
    if quoted and (quotes.holds(start) or text[start] in QUOTES):
        start, end = trimmed(text, start, end, quotes=True)
    else:
        start, end = without_stop(text, start, end)
    start, end = quotes.balanced(start, end)
    if start >= end:
        return None
    if act == "deny" and refuses(cue, content):
        act = "assert"
    said = span_of(document, cue.start_char, cue.end_char) if cue is not None else None
    return Claim(
        id=make_id("clm", document.id, said and [said.start, said.end], start, end),
        document=document.id,
        source=source,
        cue=said,
        content=span_of(document, start, end),
        act=act,
        quoted=quoted,
        date=_date_beside(found, times),
    )


def _is_told_as_past(verb: Token) -> bool:
    """Say whether a verb tells what was: "came", "was held", "had been shot"."""
    helpers = {c.lower_ for c in verb.children if c.dep_.startswith("aux")}
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(helpers & {"was", "were", "had"}))


def _asks_of_nobody(found: Attribution, content: Span) -> bool:
    """Say whether a heading only asks: "Diary: who broke the truce?", "Review: what papers say"."""
    first = content[0]
    if found.cue is None and first.tag_ in {"WP", "WRB"} and first.head == content.root:
        return not _is_quoted(content) and first.sent.start >= content.start - _LABEL
    return found.cue is None and content.root.sent[-1].text == "?" and not _is_quoted(content)


def _is_unclosed(content: Span) -> bool:
    """Say whether words stand behind an opening mark that a bad page never closes."""
    opens = content[0].text in {"“", "«", "„"} and len(content) > _LABEL
    return opens and not any(t.is_quote for t in content.doc[content.start + 1 : content.end + 1])


def _is_declared(content: Span, cue: Span | None) -> bool:
    """Say whether somebody is declared something: "declared N. N. the winner of the vote"."""
    if cue is None or cue[-1].lemma_.lower() not in _DECLARING:
        return False
    return sum(t.pos_ in {"NOUN", "PROPN"} for t in content) > 1


def _is_quoted(content: Span) -> bool:
    return any(t.is_quote for t in content.doc[max(0, content.start - 1) : content.end + 1])


def _behind_cue(part: Span, cue: Span | None) -> Span:
    """Leave out a preposition of the cue that was read into the content: "asked for | 15 years"."""
    if cue is None or not cue.start < part.start < cue.end < part.end:
        return part
    read_twice = part.doc[part.start : cue.end]
    governing = all(t.lower_ in _MATTER_OF for t in read_twice)
    return part.doc[cue.end : part.end] if governing else part


def _is_expected(cue: Span | None) -> bool:
    return cue is not None and (act_of(cue) == "predict" or all(t.pos_ == "AUX" for t in cue))


def _modifies_a_noun(cue: Span, time: TimeExpression) -> bool:
    """Say whether a time stands in a clause on a noun: "the ferry that sank on Monday said"."""
    words = cue.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is not None and words.root.dep_ == "nmod:poss":
        return True  # "disputed the result of Sunday's vote"
    above = [words.root, *words.root.ancestors] if words is not None else []
    saying = {t.i for word in cue for t in (word, *word.ancestors)}
    return any(t.dep_ == "acl:relcl" and t.i not in saying for t in above)


def _is_elsewhere(cue: Span, time: TimeExpression) -> bool:
    """Say whether a time is of a clause beside the cue's: "the port shut on Friday, and N said"."""
    words = cue.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if words is None or words.start >= cue.start:
        return False
    verb = next((t for t in words.root.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.tag_ not in FINITE | {"VBN"} or any(t.i == verb.i for t in cue):
        return False
    joined = (t for t in cue.doc[words.end : cue.start] if t.pos_ == "CCONJ")
    return any(t.nbor(-1).text == "," for t in joined)


def _is_of_clause_above(cue: Span, time: TimeExpression) -> bool:
    """Say whether a time is of the clause around a cue's: "shut on Friday a port that N says …"."""
    verb = next((t for t in cue if t.dep_ == "acl:relcl"), None)
    words = cue.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return verb is not None and words is not None and words.end <= verb.left_edge.i


def _is_deadline(cue: Span, time: TimeExpression) -> bool:
    """Say whether a time is by when what is asked for is due: "demanded his release by Friday"."""
    words = cue.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return words is not None and words.start > cue.end and words.doc[words.start - 1].lower_ == "by"


def _of_another_verb(cue: Span, contents: Sequence[Span], time: TimeExpression) -> bool:
    """Say whether a time stands with a verb behind what is said: "which N says is safe, fell"."""
    ends = [c.end for c in contents if c.start >= cue.end and c.end_char <= time.span.start]
    behind = cue.doc[max(ends) : cue.sent.end] if ends else ()
    return any(t.tag_ in FINITE for t in behind if t.idx < time.span.start)


def _points_back(content: Span, cue: Span | None) -> bool:
    """Say whether words only point to what was said before: "stated this while talking to us"."""
    first = content[0]
    if content.text.lower() in _THAT_IS:
        return True  # "that is what it said"
    pointing = first.lower_ in {"this", "so"} and first.dep_ == "obj"
    return pointing and cue is not None and cue.start <= first.head.i < cue.end


def _tells_when(content: Span, cue: Span | None) -> bool:
    """Say whether unquoted words only tell when it was said: "owner blamed as toll climbs"."""
    first = content[0]
    behind = cue is not None and cue.end == content.start
    unquoted = not any(t.is_quote for t in content)
    blamed = cue is not None and cue[-1].lemma_.lower() in _BLAMING and len(content) > _SHORT
    told = first.dep_ == "mark" or (first.dep_ == "case" and blamed)
    return behind and unquoted and first.lower_ in _WHEN and told


def _date_beside(found: Attribution, times: Nearby[TimeExpression]) -> Date | None:
    """Return the date that stands beside the cue in its sentence and outside the content."""
    cue = found.cue
    if cue is None:
        return None
    low, high = cue.sent.start_char, cue.sent.end_char
    best: tuple[int, Date] | None = None
    for time in times.starting(low, high):
        if time.date is None or ".." in time.date.edtf:
            continue
        if any(c.start_char <= time.span.start < c.end_char for c in found.contents):
            continue
        own = bears(cue, time)
        week = own and time.form is not None and time.form.unit == "week" and not time.form.part
        if time.date.earliest != time.date.latest and not week:
            # "earlier this week" dates the background, not the saying
            continue
        if _of_another_verb(cue, found.contents, time) or (not own and _is_elsewhere(cue, time)):
            continue
        if _modifies_a_noun(cue, time) or _is_of_clause_above(cue, time):
            continue
        if _is_deadline(cue, time):
            continue
        gap = max(time.span.start - cue.end_char, cue.start_char - time.span.end)
        if (own or gap <= _BESIDE) and (best is None or gap < best[0]):
            best = (gap, time.date)
    return best[1] if best else None
