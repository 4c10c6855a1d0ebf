"""Whom something is told: "told visiting officials that …" does not say the officials."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from histor.extract.tokens import VERBS

__all__ = ["is_hearer", "tells_about", "without_hearer"]

#: verbs whose object hears what is said
_TELLING = frozenset(
    ["tell", "inform", "notify", "assure", "reassure", "remind", "brief", "advise", "warn", "alert",
     "caution", "convince", "persuade", "update", "promise", "acquaint", "apprise"]
)  # fmt: skip
#: prepositions and conjunctions with which that begins what is said behind a hearer
_CLAUSES = frozenset(["that", "whether", "how", "why"])
_ABOUT = frozenset(["about", "regarding", "concerning", "against", "of", "on", "to"])
#: those of them that open what is said wherever they stand behind a hearer
_SURE = _ABOUT - {"of", "on", "to"}
_NOMINAL = frozenset(["DET", "NOUN", "PROPN", "ADJ", "NUM", "PART", "CCONJ", "ADP", "PRON", "SYM"])
#: words of a hearer's naming that may have been read as no part of what is said
_CUT_OFF = 4
#: words of the longest naming of a hearer
_LONGEST = 20


def tells_about(cue: Span | None, content: Span) -> bool:
    """Say whether words are what a hearer is told of: "assured it [of its support]"."""
    return cue is not None and _verb(cue) is not None and content[0].lower_ in _ABOUT


def without_hearer(part: Span, cue: Span | None) -> Span:
    """Return a content without the words right behind the cue that name who hears it.

    "assured [the allies] of its support", "wrote [to the council] that …". Who is told to do
    something is said to do it: "told [residents to stay]" keeps them. Expects UD trees.
    """
    if cue is None or part.start < cue.end or part[0].is_quote:
        return part
    if part[0].lower_ == "that" and part[0].tag_ == "IN":
        return part  # "warned | that wells that served farms were dry": nobody is named
    if cue[-1].lower_ in _ABOUT - {"to"}:
        return part  # "warned of | reprisals against them"
    having = _behind_outlet(part, cue)
    if having is not None:
        return having
    verb = _verb(cue)
    told = _called_on(part, cue) if verb is None else _told_to_do(part, cue, verb)
    if told is not None:
        return told
    if verb is None and part[0].lower_ != "to":
        return part
    before = part.doc[cue.end : part.start]  # "reminded the government of | Peru of its promise"
    if len(before) > _CUT_OFF or any(t.pos_ not in _NOMINAL for t in before):
        return part
    if len(before) and (verb is None or part[0].pos_ not in {"PROPN", "NOUN"}):
        return part
    start = _behind_object(part, verb) or _behind_naming(part, verb)
    return part.doc[start : part.end] if start is not None and start < part.end else part


def _behind_outlet(part: Span, cue: Span) -> Span | None:
    """Return what is denied behind whom it was denied to: "denied to | [Reuters] having paid"."""
    doc = part.doc
    if part.start != cue.end + 1 or doc[cue.end].lower_ != "to":
        return None
    having = next((t.i for t in part[:_CUT_OFF] if t.tag_ == "VBG"), None)
    if having is None or any(not t.ent_type_ and t.pos_ != "DET" for t in doc[part.start : having]):
        return None
    return doc[having : part.end] if having > part.start else None


def _told_to_do(part: Span, cue: Span, verb: Token) -> Span | None:
    """Return what somebody is told to do with whom it is told: "told | [the crew] to leave"."""
    doc = part.doc
    between = doc[cue.end : part.start]
    to = part[min(part[0].lower_ in {"not", "never"}, len(part) - 1)]
    if to.tag_ != "TO" or not 0 < len(between) <= _LONGEST or between[0].lower_ == "to":
        return None
    heard = any(_hears(t, verb) and t.head == verb for t in between)
    whole = all(t.pos_ in _NOMINAL for t in between) and part.start < len(doc) - 1
    return doc[cue.end : part.end] if heard and whole and to.nbor(1).tag_ == "VB" else None


def _called_on(part: Span, cue: Span) -> Span | None:
    """Return what somebody is called on to do with who is: "call on | [the crew] to leave"."""
    between = part.doc[cue.end : part.start]
    if cue[-1].lemma_.lower() != "call" or part[0].tag_ != "TO" or len(between) > _LONGEST:
        return None
    if len(between) < 2 or between[0].lower_ not in {"on", "upon"}:
        return None
    whole = all(t.pos_ in _NOMINAL for t in between)
    return part.doc[cue.end + 1 : part.end] if whole else None


def is_hearer(part: Span, cue: Span | None) -> bool:
    """Say whether words name who is told and nothing of what: "briefed [the whole council]"."""
    verb = _verb(cue) if cue is not None else None
    if verb is None or any(t.pos_ in VERBS or t.is_quote for t in part):
        return False
    return part.root.head == verb and _hears(part.root, verb)


def _verb(cue: Span) -> Token | None:
    last = next((t for t in reversed(cue) if t.pos_ == "VERB"), None)
    return last if last is not None and last.lemma_.lower() in _TELLING else None


def _behind_object(part: Span, verb: Token | None) -> int | None:
    """Return where the clause begins that follows an object in the tree: "told them | he left"."""
    if verb is None:
        return None
    heard = next(
        (c for c in verb.children if _hears(c, verb) and c.left_edge.i == part.start), None
    )
    if heard is None:
        return None
    end = heard.right_edge.i + 1
    said = next((c for c in verb.children if c.dep_ == "ccomp" and c.left_edge.i == end), None)
    if said is None or any(c.tag_ == "TO" for c in said.children):
        return None  # "advised them | to leave"
    return end


def _hears(word: Token, verb: Token) -> bool:
    """Say whether an object is who hears it: not "promised [a reply]"."""
    return word.dep_ == "iobj" or (word.dep_ == "obj" and verb.lemma_.lower() != "promise")


def _behind_naming(part: Span, verb: Token | None) -> int | None:
    """Return where "that …" or "about …" follows a naming, wherever the tree hangs it."""
    if verb is not None and verb.lemma_.lower() == "promise" and part[0].lower_ != "to":
        return None  # "promised [a response that] will be felt"
    openers = list(_openers(part, verb))
    for words in (_CLAUSES, _SURE, _ABOUT):
        found = next((t.i for t in openers if t.lower_ in words), None)
        if found is not None:
            return found
    return None


def _openers(part: Span, verb: Token | None) -> Iterator[Token]:
    for token in part[1:_LONGEST]:
        word = token.lower_
        if word in _CLAUSES and token.tag_ in {"IN", "WDT", "WRB"}:
            yield token
            return
        if verb is not None and word in _ABOUT and (word in _SURE or _governed(token, verb)):
            yield token
        elif token.pos_ not in _NOMINAL and token.text != ",":
            return


def _governed(preposition: Token, verb: Token) -> bool:
    """Say whether what a preposition introduces hangs on the verb: not "the mayor [of Lima]".

    Behind a name it does, whatever the tree says: "assured Peru and Chile [of its support]".
    """
    doc, at = preposition.doc, preposition.i
    around = doc[at - 1 : at + 2]
    if len(around) > 2 and around[0].ent_type_ and not any(t.ent_type_ for t in around[1:]):
        return True
    infinitive = preposition.tag_ == "TO" and preposition.dep_ == "mark"
    return preposition.head.head == verb and preposition.dep_ in {"case", "mark"} and not infinitive
