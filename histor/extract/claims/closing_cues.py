"""Who says a whole sentence at its end: "…, the ministry said on Friday".

Trees often hang such an ending on the wrong word; where it stands tells it as well.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

__all__ = ["closing_speaker"]

_SAYING = frozenset("said says told added announced stated reported warned insisted".split())
_BEFORE = frozenset([",", "”", '"', "’"])
#: what the name of who speaks is made of
_NAMING = frozenset(["NOUN", "PROPN", "ADJ", "DET", "PART", "NUM", "ADP", "PUNCT", "PRON"])
#: words of a speaker's name, and behind the cue
_LONGEST, _AFTER = 12, 14


def closing_speaker(sentence: Span) -> tuple[Token, Token] | None:
    """Return the head of who speaks at a sentence's end, and the verb of saying; none if nobody.

    Expects ``pos_``; the tree is only asked which word of the name is its head.
    """
    low = max(sentence.start + 2, sentence.end - _AFTER)
    cue = next((t for t in reversed(sentence.doc[low : sentence.end]) if _is_cue(t)), None)
    if cue is None or any(t.pos_ == "VERB" for t in sentence.doc[cue.i + 1 : sentence.end]):
        return None
    if any(t.text == "," for t in sentence.doc[cue.i + 1 : sentence.end]):
        return None  # the clause goes on
    end = _end_of_name(sentence, cue)
    start = end
    for token in reversed(sentence.doc[max(sentence.start, end - _LONGEST) : end]):
        if token.text in _BEFORE:
            break
        if token.pos_ not in _NAMING:
            return None
        start = token.i
    else:
        return None
    if start == end or start - 1 <= sentence.start:
        return None
    return _head(sentence.doc[start:end]), cue


def _end_of_name(sentence: Span, cue: Token) -> int:
    """Return where the name of who speaks ends: before his own comma, where he has one.

    "…, the mayor, A. B., said": what stands between two commas is who the mayor is.
    """
    end = cue.i
    if sentence.doc[end - 1].text != "," or end - 1 <= sentence.start:
        return end
    for at in range(end - 2, max(sentence.start, end - _LONGEST), -1):
        word = sentence.doc[at]
        if word.text == ",":
            own = at - 1 > sentence.start and sentence.doc[at - 1].pos_ in {"NOUN", "PROPN"}
            return at if own else end
        if word.pos_ not in _NAMING:
            break
    return end


def _is_cue(token: Token) -> bool:
    return token.lower_ in _SAYING and token.tag_ in {"VBD", "VBZ", "VBN"}


def _head(name: Span) -> Token:
    """Return the word of a name that the others hang on: the last one outside "of the …"."""
    end = next((t.i for t in name if t.pos_ == "ADP" and t.i > name.start), name.end)
    word = name.doc[end - 1]
    while word.dep_ in {"flat", "case"} and name.start <= word.head.i < word.i:
        word = word.head
    return word
