"""Sayings whose grammar is plain and that the sequence model has passed over.

"The ministry condemned the strike", "we undertake to bring them home", "the union put the toll at
forty": a subject, a verb of saying in a finite form, and what it governs. Expects UD trees.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.claims.according import plain_according
from histor.extract.claims.closings import is_manner
from histor.extract.claims.quotes import QuotedText
from histor.extract.claims.relayed import quoting
from histor.extract.events.event_words import event_words
from histor.extract.events.ultimatums import is_time_given
from histor.extract.lexicons import acts, sayings
from histor.extract.tokens import (
    NAMING,
    NEGATIONS,
    VERBS,
    antecedent,
    prepositions,
    tokens_with,
    without_marks,
)
from histor.verb_tags import TENSED

__all__ = ["COUNTING", "NAMINGS", "plain_sayings"]

#: verbs that say something with nothing but an object, or with a clause
_PLAIN = frozenset(
    ["accuse", "deny", "condemn", "denounce", "deplore", "predict", "demand", "urge", "vow",
     "refute", "rebut", "warn", "praise", "commend", "applaud", "laud"]
)  # fmt: skip
#: verbs that do what they say in the first person
_PERFORMING = frozenset(
    ["support", "welcome", "regret", "reject", "oppose", "expect", "thank", "congratulate"]
)
_APPEALING = frozenset(["call", "appeal"])
_WITH_CLAUSE = sayings() | {
    "undertake",
    "promise",
    "pledge",
    "estimate",
    "believe",
    "swear",
    "threaten",
}
#: verbs whose object is what happened
_OF_EVENTS = frozenset(["report", "confirm", "announce"])
#: words for what is denied when it is rejected or dismissed
_DENIALS = frozenset(["reject", "dismiss", "contest", "dispute", "contradict"])
_SAID = frozenset(
    ["claim", "accusation", "allegation", "report", "charge", "suggestion", "rumour", "rumor",
     "version", "account", "information", "figure", "toll", "number", "finding", "story",
     "assertion", "insinuation"]
)  # fmt: skip
_FALSE = frozenset(["false", "untrue"])
#: verbs that deny with "off" or "aside": "laughs off the accusation"
_SHRUGGING = frozenset(["laugh", "brush", "shrug", "wave"])
_DENYING = frozenset(
    ["deny", "reject", "dismiss", "refute", "rebut", "dispute", "contradict", "discard"]
)
#: verbs by which somebody names a thing in words of his own, marked as such
NAMINGS = frozenset(
    ["call", "describe", "label", "brand", "dub", "term", "characterise", "qualify"]
)
#: words for what is counted: "put the toll at"
_COUNTED = frozenset(
    [
        "toll",
        "number",
        "figure",
        "count",
        "estimate",
        "total",
        "cost",
        "tally",
        "loss",
        "share",
        "dead",
        "wounded",
        "injured",
        "missing",
        "distance",
        "price",
        "value",
        "damage",
        "size",
        "rate",
        "turnout",
        "speed",
        "magnitude",
        "population",
        "deficit",
        "reserve",
        "it",
        "they",
        "them",
    ]
)
#: verbs that give a count beside another verb: "confirmed the blasts but gave a lower figure"
_GIVING = frozenset(["give", "put"])
_VICTIMS = frozenset(["dead", "killed", "wounded", "injured", "hurt", "missing"])
#: verbs by which a body gives a toll of its own
_KNOWN = frozenset(["the", "this", "that", "his", "her", "its", "their"])
COUNTING = frozenset(["count", "tally", "record", "register", "document", "log", "list", "verify"])
#: what is kept of the dead, and shows their number
_RECORDS = frozenset(
    ["record", "register", "data", "datum", "figure", "tally", "count", "list", "log"]
)
_CLAUSES = frozenset(["ccomp", "xcomp"])
_GOVERNED = frozenset(["obj", "iobj", "ccomp", "xcomp", "obl", "advcl"])
#: prepositions of the stretch of time that is counted
_COUNTED_IN = frozenset(["since", "in", "over", "during", "from", "for"])
#: words of a label before a statement
_LABEL = 3
#: words between what is counted and its figure
_NEAR = 6
_FIRST = frozenset(["i", "we"])
_ABOUT = frozenset(["of", "about", "against", "for", "over"])
_NAMES = frozenset(["NOUN", "PROPN", "PRON"])
#: verbs of saying that close a sentence
_CLOSING = sayings() | {"estimate", "believe", "warn", "complain", "allege"}
#: what is read out or put up: "…, a statement read"
_WRITTEN = frozenset("statement letter message post notice communique communiqué sign".split())
_SUBJECTS = frozenset(["nsubj", "nsubj:outer"])
_PERFECT = frozenset(["has", "have", "had", "'s", "’s", "'ve", "’ve"])
_PROGRESSIVE = frozenset(["is", "are", "was", "were", "been", "'s", "’s", "'re", "’re"])


def plain_sayings(doc: Doc, found: Sequence[Attribution], quotes: QuotedText) -> list[Attribution]:
    """Return the sayings that none of the attributions has read."""
    read = [a for a in found if a.contents]
    known = {t.i for a in read for part in (a.cue, _named(a.source)) if part for t in part}
    plain = [
        said
        for token in tokens_with(doc, "POS", ["VERB"])
        if token.i not in known
        for said in (
            *_read(token, known),
            *_put_at(token),
            *_closing(token, known),
            *_told_by(token),
            *_quoted_as(token),
            *quoting(token, read),
            *_in_relative(token),
        )
        # "we condemn" in a quotation is said by whom the quotation is
        if not (said.source and said.source.text.lower() in _FIRST and quotes.holds(token.idx))
    ]
    misread = (t for t in tokens_with(doc, "LOWER", ["estimates"]) if t.pos_ == "NOUN")
    plain += [said for t in misread if t.i not in known for said in _closing(t, known)]
    plain += [said for t in tokens_with(doc, "LEMMA", _DENYING) for said in _denied(t, known)]
    held = {t.i for a in (*read, *plain) for part in a.contents for t in part}
    false = (t for t in tokens_with(doc, "LOWER", _FALSE) if t.i not in held)
    plain += [said for t in false for said in _untrue(t)]
    according = (t for t in tokens_with(doc, "LOWER", ["according"]) if t.i not in known)
    return plain + [said for token in according for said in plain_according(token)]


def _named(source: Span | None) -> Span | None:
    """Return who speaks without the clause on him, which may tell of another saying of his."""
    if source is None:
        return None
    who = next((t.i for t in source[1:] if t.tag_ == "WP" and t.nbor(-1).text == ","), source.end)
    return source.doc[source.start : who]


def _denied(verb: Token, known: set[int]) -> Iterator[Attribution]:
    """Read "the report was denied by the ministry", "the claim that it fired is rejected"."""
    if (
        verb.i in known
        or verb.tag_ != "VBN"
        or not any(c.dep_ == "aux:pass" for c in verb.children)
    ):
        return
    said = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    agent = next((c for c in verb.children if "by" in prepositions(c)), None)
    if said is None or said.lemma_.lower() not in _SAID or (agent and agent.i < verb.i):
        return
    doc = verb.doc
    content = doc[said.left_edge.i : said.right_edge.i + 1]
    if content.end > verb.i:
        return
    if agent is not None:
        source = _without_comma(doc[agent.left_edge.i + 1 : agent.right_edge.i + 1])
        yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(content,))
    elif any(
        c.dep_ in {"acl", "acl:relcl", "ccomp"} and "that" in _marks(c) for c in said.children
    ):
        first = min(c.i for c in verb.children if c.dep_ == "aux:pass")
        yield Attribution(cue=doc[first : verb.i + 1], source=None, contents=(content,))


def _marks(clause: Token) -> set[str]:
    return {c.lower_ for c in clause.children if c.dep_ == "mark"}


def _untrue(word: Token) -> Iterator[Attribution]:
    """Read "it is false that it fired", which says so itself."""
    clause = next((c for c in word.children if c.dep_ in {"csubj", "ccomp"} and c.i > word.i), None)
    it = next((c for c in word.children if c.lower_ == "it" and c.i < word.i), None)
    if clause is None or it is None or "that" not in _marks(clause) or word.dep_ != "root":
        return
    if any(c.lower_ in NEGATIONS for c in word.children):
        return
    doc = word.doc
    that = next(c.i for c in clause.children if c.lower_ == "that")
    content = doc[that + 1 : without_marks(doc, that + 1, clause.right_edge.i + 1)]
    yield Attribution(cue=doc[it.i + 1 : word.i + 1], source=None, contents=(content,))


def _read(verb: Token, known: set[int]) -> Iterator[Attribution]:
    subject = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.i < verb.i), None)
    if subject is None and verb.dep_ == "conj" and verb.lemma_.lower() in _GIVING:
        subject = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if subject is not None and subject.tag_ in {"WDT", "WP"}:
        subject = antecedent(subject) if verb.lemma_ != "ask" else None
    if subject is None or not _is_told(verb):
        return
    if subject.pos_ not in {"NOUN", "PROPN", "PRON"} and subject.lower_ != "one":
        return
    if subject.tag_ in {"WDT", "WP"} or subject.lower_ in {"nobody", "none", "anyone", "who"}:
        return
    said = _said(verb)
    if said is None or any(i in known for i in range(said.start, min(said.end, said.start + 3))):
        return
    above = verb.head.i if subject.head == verb.head and subject.head != verb else verb.i
    end = min(subject.right_edge.i + 1, verb.left_edge.i if subject == verb.head else above)
    source = _without_comma(verb.doc[subject.left_edge.i : end])
    if any(t.text == ":" for t in verb.doc[source.start : verb.i]):
        return  # the head of a heading: "Lowmark: the rebels announce …"
    if source.end <= verb.i < said.start:
        yield Attribution(cue=verb.doc[verb.i : verb.i + 1], source=source, contents=(said,))


def _closing(verb: Token, known: set[int]) -> Iterator[Attribution]:
    """Read "clause, N estimates." where nothing of it was read."""
    doc, lemma = verb.doc, verb.lemma_.lower()
    rest = doc[verb.i + 1 : verb.sent.end]
    heard = lemma == "tell" and all(t.pos_ in NAMING or t.is_punct for t in rest[:_NEAR])
    heard = heard and len(rest) <= _NEAR
    written = lemma == "read" and doc[verb.i - 1].lemma_.lower() in _WRITTEN and _ends(rest)
    last = heard or written or (lemma in _CLOSING and _ends(rest))
    misread = verb.pos_ == "NOUN" and not heard  # "…, the agency estimates, up from 40"
    if not last or not (verb.tag_ in TENSED or misread or written):
        return
    start = verb.i
    while start > verb.sent.start and doc[start - 1].pos_ in NAMING:
        start -= 1
    source = doc[start : verb.i]
    if not source or doc[start - 1].text != "," or not any(t.pos_ in _NAMES for t in source):
        return
    if source[0].tag_.startswith("W"):
        return  # "…, whatever the headlines say"
    first = verb.sent.start
    label = next((t.i for t in doc[first : first + _LABEL] if t.text == ":"), None)
    said = doc[first if label is None else label + 1 : start - 1]  # "Update: …"
    plain = not any(t.is_quote or t.text in {";", ":"} for t in said)
    finite = any(t.tag_ in TENSED or t.tag_ == "MD" for t in said)
    unread = not any(t.i in known for t in doc[verb.sent.start : verb.i + 1])
    if plain and finite and unread:
        yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(said,))


def _ends(rest: Span) -> bool:
    """Say whether a verb of saying closes its clause: nothing behind it, or ", up from 40"."""
    if not any(t.is_alpha for t in rest):
        return True
    if rest[0].text == "," and is_manner(rest[1:]):
        return True
    added = rest[0].text == "," and not any(t.pos_ in VERBS or t.is_quote for t in rest)
    return added and rest[1].pos_ in {"ADP", "ADV"}


def _told_by(verb: Token) -> Iterator[Attribution]:
    """Read "he had been told by officers that the ship was far" as what the officers said."""
    if verb.tag_ != "VBN" or verb.lemma_.lower() not in {"tell", "inform", "assure"}:
        return
    if not any(c.dep_ == "aux:pass" for c in verb.children):
        return
    agent = next((c for c in verb.children if "by" in prepositions(c) and c.i > verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if agent is None or clause is None or agent.i > clause.left_edge.i:
        return
    doc = verb.doc
    source = doc[agent.left_edge.i + 1 : min(agent.right_edge.i + 1, clause.left_edge.i)]
    said = doc[clause.left_edge.i : clause.right_edge.i + 1]
    if len(source) and source[0].pos_ in NAMING:
        yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(said,))


def _quoted_as(verb: Token) -> Iterator[Attribution]:
    """Read "the general is quoted as saying the war is over"."""
    doc = verb.doc
    saying = next((c for c in verb.children if c.dep_ == "advcl" and c.tag_ == "VBG"), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    if saying is None or subject is None or saying.i != verb.i + 2:
        return
    lemma = saying.lemma_.lower()
    if lemma not in sayings() and (lemma,) not in acts():
        return
    end = verb.sent.end - verb.sent[-1].is_punct
    end = next((t.i for t in doc[saying.i : end] if t.lower_ == "according"), end)
    said = doc[saying.i + 1 : without_marks(doc, saying.i + 1, end)]
    if not said or said[0].lower_ in {"by", "in"}:  # "…,” N was quoted as saying by the agency"
        return
    if verb.lemma_ in {"quote", "cite"} and doc[verb.i + 1].lower_ == "as":
        source = _without_comma(doc[subject.left_edge.i : subject.right_edge.i + 1])
        yield Attribution(cue=doc[verb.i : saying.i + 1], source=source, contents=(said,))


def _in_relative(verb: Token) -> Iterator[Attribution]:
    """Read "a bill that critics say will cost millions" as what the critics say."""
    doc, sent = verb.doc, verb.sent
    if verb.lemma_.lower() not in _CLOSING or verb.tag_ not in TENSED or verb.i < sent.start + 3:
        return
    subject = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    clause = next((c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i), None)
    if subject is None or clause is None or verb.i + 1 >= sent.end:
        return
    relative = doc[subject.left_edge.i - 1]
    behind = doc[verb.i + 1]
    finite = behind.tag_ in TENSED or behind.tag_ == "MD"
    own = relative.tag_ == "WDT" and relative.head in {clause, behind}
    if not (own and finite) or subject.right_edge.i + 1 != verb.i or subject.lower_ in _FIRST:
        return
    end = next((t.i for t in doc[verb.i + 1 : sent.end] if t.text in {",", ";", "."}), sent.end)
    said = doc[verb.i + 1 : min(end, clause.right_edge.i + 1)]
    if not any(t.is_quote for t in said):
        source = doc[subject.left_edge.i : verb.i]
        yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(said,))


def _without_comma(source: Span) -> Span:
    end = source.end
    while end > source.start + 1 and source.doc[end - 1].is_punct:
        if source.doc[end - 1].text == ")":
            break  # "the Party of Hope (PH)"
        end -= 1
    return source.doc[source.start : end]


def _is_told(verb: Token) -> bool:
    """Say whether a verb tells of a saying that was done: finite, or perfect, and not negated."""
    helpers = [c for c in verb.children if c.dep_.startswith("aux") or c.dep_ == "cop"]
    if any(c.lower_ in NEGATIONS for c in verb.children):
        return False
    if not helpers:  # "we also call", read as an infinitive
        ours = any(c.dep_ == "nsubj" and c.lower_ in _FIRST for c in verb.children)
        return verb.tag_ in TENSED or (ours and verb.tag_ == "VB")
    if verb.tag_ == "VBG":
        return all(h.lower_ in _PERFECT | _PROGRESSIVE for h in helpers)
    return all(h.lower_ in _PERFECT for h in helpers) and verb.tag_ in {"VBN", "VBD"}


def _said(verb: Token) -> Span | None:
    lemma = verb.lemma_.lower()
    after = [c for c in verb.children if c.i > verb.i]
    objects = [c for c in after if c.dep_ == "obj"]
    relative = any((c.tag_ == "WDT" or c.lower_ == "who") and c.i < verb.i for c in verb.children)
    if relative and lemma in NAMINGS | {"accuse"}:
        return _stretch(verb, [c for c in after if not c.is_punct and c.dep_ != "punct"])
    if lemma in NAMINGS | {"name"} and objects:
        named = _stretch(verb, [c for c in after if not c.is_punct and c.dep_ != "conj"])
        if lemma == "name" and named is not None and _is_title(named):
            return None
        quoted = named is not None and any(t.is_quote for t in named)
        return named if quoted else None
    if lemma == "put":
        return _count(verb, objects)
    if lemma == "give" and is_time_given(verb):  # "gave them two days to leave"
        return _stretch(verb, [c for c in after if c.dep_ in _GOVERNED])
    if lemma == "give":  # "gives a higher figure of 530"
        given = [o for o in objects if o.lemma_.lower() in _COUNTED]
        numbered = any(t.pos_ == "NUM" and t.i > o.i for o in given for t in o.subtree)
        return _stretch(verb, given) if numbered else None
    if lemma in _SHRUGGING and any(o.lemma_.lower() in _SAID for o in objects):
        away = any(c.lower_ in {"off", "aside", "away"} for c in after)
        return _stretch(verb, [o for o in objects if o.lemma_.lower() in _SAID]) if away else None
    if lemma == "discard":  # "discarded that there was a raid", as Spanish has it
        said = _stretch(verb, [c for c in after if c.dep_ == "ccomp"])
        comma = next((t.i for t in said if t.text == ","), said.end) if said is not None else 0
        return said and verb.doc[said.start + (said[0].lower_ == "that") : comma]
    if lemma in _DENIALS and not any(o.lemma_.lower() in _SAID for o in objects):
        return None
    if lemma == "welcome" and any(_is_thing(o) for o in objects):
        return _stretch(verb, [c for c in after if c.dep_ in _GOVERNED])
    first = any(c.dep_ == "nsubj" and c.lower_ in _FIRST for c in verb.children)
    if first and lemma in _APPEALING:  # "we call upon the mayor to leave"
        appeals = any(prepositions(c) & {"on", "upon", "to", "for"} for c in after)
        said = _stretch(verb, [c for c in after if c.dep_ in _GOVERNED]) if appeals else None
        on = said is not None and said[0].lower_ in {"on", "upon"}
        return said and verb.doc[said.start + on : said.end]
    if lemma in _PLAIN | _DENIALS or (first and lemma in _PERFORMING and verb.tag_ == "VBP"):
        # a mark between verb and object can hide that it is one: «strongly condemns» the attack
        parts = [c for c in after if c.dep_ in _GOVERNED or c.dep_ == "nsubj"]
        if lemma == "warn" and all(_is_hearer(c) for c in parts):
            return None  # "had warned Lima during the night" tells who was told
        return _stretch(verb, parts) if any(_is_said(c) for c in parts) else None
    if lemma == "speak":  # "has spoken of more than forty victims"
        told = [c for c in after if any(x.lower_ == "of" for x in c.children)]
        counted = [
            c
            for c in told
            if any(x.pos_ == "NUM" or x.lower_ in {"sole", "single"} for x in c.subtree)
        ]
        return _stretch(verb, [*counted, *(c for c in after if counted and c.dep_ in _GOVERNED)])
    plain = verb.tag_ in TENSED and not any(
        c.dep_ == "nsubj" and c.tag_ == "PRP" for c in verb.children
    )
    if lemma in COUNTING and plain:  # "the clinic counts 168 dead"
        counted = [c for c in after if c.dep_ in _GOVERNED]
        # "34 dead" may hang on the verb in two pieces
        return (
            _stretch(verb, counted) if _is_toll([t for c in counted for t in c.subtree]) else None
        )
    if lemma == "show" and plain and any(_counts(c) for c in verb.children):
        shown = [c for c in after if c.dep_ in _GOVERNED]
        return _stretch(verb, shown) if _is_toll([t for c in shown for t in c.subtree]) else None
    if lemma in _OF_EVENTS and objects:
        return _stretch(verb, objects)
    if lemma == "ask":  # whom one asks is to do it
        clauses = [c for c in after if c.dep_ in _CLAUSES and _is_clause(c)]
        asked = [c for c in after if c.dep_ in {"obj", "iobj"}]
        return _stretch(verb, [*asked, *clauses]) if clauses and asked else None
    if lemma in _WITH_CLAUSE:
        clauses = [c for c in after if c.dep_ in _CLAUSES and _is_clause(c)]
        return _stretch(verb, clauses or [c for noun in after for c in _behind_condition(noun)])
    return None


def _behind_condition(noun: Token) -> list[Token]:
    """Return the clause read into "told N [on condition of anonymity] that he would leave"."""
    if noun.lemma_.lower() != "condition":
        return []
    inside = [noun, *(c for c in noun.children if c.dep_ == "nmod")]
    clauses = (c for n in inside for c in n.children if c.dep_.startswith("acl"))
    return [c for c in clauses if any(m.lower_ == "that" and m.dep_ == "mark" for m in c.children)]


def _is_thing(word: Token) -> bool:
    """Say whether what is welcomed is a thing said or done, not guests."""
    known = any(c.lower_ in _KNOWN for c in word.children)
    return known and word.pos_ == "NOUN" and not names_party(word)


def _is_hearer(part: Token) -> bool:
    """Say whether words behind "warned" are no matter: who is warned, or when."""
    if part.dep_ in {"obj", "iobj"}:
        return part.ent_type_ in {"PLACE", "ORG", "PERSON", "GROUP"} or names_party(part)
    return not _is_said(part)


def _is_title(named: Span) -> bool:
    """Say whether quoted words are a name given: "named the boat “Hope”"."""
    quoted = next((t.nbor(1) for t in named[:-1] if t.is_quote), None)
    return quoted is None or quoted.is_title or quoted.is_upper


def _counts(subject: Token) -> bool:
    """Say whether a subject is a count that somebody keeps: "hospital records"."""
    return subject.dep_ == "nsubj" and subject.lemma_.lower() in _RECORDS


def _is_toll(words: Sequence[Token]) -> bool:
    """Say whether words give a number of the dead, hurt or missing."""
    known = event_words().figures
    return any(t.pos_ == "NUM" for t in words) and any(
        t.lemma_.lower() in known[quantity] or t.lower_ in known[quantity]
        for t in words
        for quantity in ("killed", "injured", "missing")
    )


def _put_at(verb: Token) -> Iterator[Attribution]:
    """Read "the toll has been put at forty by the union"."""
    if verb.lemma_ != "put" or not any(c.dep_ == "aux:pass" for c in verb.children):
        return
    doc = verb.doc
    counted = next((c for c in verb.children if c.dep_ == "nsubj:pass"), None)
    number = next((c for c in verb.children if "at" in prepositions(c)), None)
    agent = next((c for c in verb.children if "by" in prepositions(c)), None)
    if counted is None or number is None or agent is None or counted.i > verb.i:
        return
    if counted.lemma_.lower() in _COUNTED and any(t.pos_ == "NUM" for t in number.subtree):
        said = doc[counted.left_edge.i : max(verb.i, number.right_edge.i) + 1]
        source = doc[agent.left_edge.i + 1 : agent.right_edge.i + 1]
        if source.start >= said.end:
            yield Attribution(cue=doc[verb.i : verb.i + 1], source=source, contents=(said,))


def _is_said(part: Token) -> bool:
    """Say whether a verb governs what is said, not when or where: "warned at dawn"."""
    if part.dep_ == "advcl":
        return False
    return part.dep_ != "obl" or any(c.lower_ in _ABOUT for c in part.children)


def _is_clause(said: Token) -> bool:
    """Say whether a verb is a statement of its own: "reported killed" is none."""
    return said.dep_ == "ccomp" or any(c.lower_ == "to" and c.dep_ == "mark" for c in said.children)


def _count(verb: Token, objects: Sequence[Token]) -> Span | None:
    """Return "the toll at forty" of "put the toll at forty"."""
    doc = verb.doc
    for counted in objects:
        if counted.lemma_.lower() not in _COUNTED:
            continue
        stop = min(verb.sent.end - 1, counted.i + _NEAR)
        at = next((i for i in range(counted.i + 1, stop) if doc[i].lower_ == "at"), None)
        if at is None:
            continue
        end = max(doc[at].head.right_edge.i, at + 1) + 1
        end += end < stop and doc[end - 1].pos_ == "NUM" and doc[end].pos_ == "NOUN"
        while end < verb.sent.end and doc[end].lower_ in _COUNTED_IN:
            end = max(end + 1, doc[end].head.right_edge.i + 1)
        return doc[counted.left_edge.i : _with_victims(doc, min(end, verb.sent.end), verb.sent.end)]
    return None


def _with_victims(doc: Doc, end: int, stop: int) -> int:
    """Return where a count ends with what befell whom: "at six | dead and 19 wounded"."""
    while end < stop:
        if doc[end].lower_ in _VICTIMS:
            end += 1
        elif end + 2 < stop and doc[end].lower_ in {"and", ","} and doc[end + 1].pos_ == "NUM":
            if doc[end + 2].lower_ not in _VICTIMS:
                break
            end += 3
        else:
            break
    return end


def _stretch(verb: Token, parts: Sequence[Token]) -> Span | None:
    if not parts:
        return None
    start = min(p.left_edge.i for p in parts)
    end = max(p.right_edge.i for p in parts) + 1
    doc, stop = verb.doc, verb.sent.end
    end = min(end, stop)
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space):
        if doc[end - 1].is_quote:
            break
        end -= 1
    return doc[start:end] if start > verb.i and end > start else None
