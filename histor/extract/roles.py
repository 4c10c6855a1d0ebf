"""A person's title or office, as the words beside the name give it."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

from histor.extract.evidence import span_of
from histor.extract.gazetteer import is_known_place
from histor.extract.lexicons import offices, titles
from histor.records import Document, Role

__all__ = ["role_of"]

#: words a title may have
_REACH = 7
_NOUNS = frozenset(["NOUN", "PROPN", "ADJ"])


def role_of(document: Document, ent: Span) -> Role | None:
    """Return the role beside a person's name: before it, inside it, or between commas after it."""
    doc = ent.doc
    inside = 0
    while inside < len(ent) - 1 and ent[inside].lower_ in titles() | offices():
        inside += 1
    end = ent.start + inside
    if end > 0 and doc[end - 1].lower_ in titles():
        return _before(document, doc, end)
    office = _office_start(doc, end)
    if office is not None:
        return _before(document, doc, office, end)
    return _after(document, ent)


def _office_start(doc: Doc, end: int) -> int | None:
    """Return where "Secretary | of State" divides before a name; none if no office stands there."""
    start = end
    while start > 0 and (doc[start - 1].lower_ in offices() or doc[start - 1].pos_ == "ADJ"):
        start -= 1
    divided = start < end and start > 1 and doc[start - 1].lower_ in {"of", "for"}
    return start - 1 if divided and doc[start - 2].lower_ in titles() else None


def _before(document: Document, doc: Doc, end: int, until: int | None = None) -> Role | None:
    """Read the title that ends at ``end``, with the office up to ``until`` that it is of."""
    start = end
    while start > max(0, end - _REACH):
        token = doc[start - 1]
        if token.is_sent_start and token.pos_ not in _NOUNS:
            break
        hyphen = token.text == "-" and start - 1 > 0
        if not (token.pos_ in _NOUNS or hyphen) or _is_a_person(token):
            break
        start -= 1
        if token.is_sent_start:
            break
    words = list(doc[start:end])
    of = _owner(words)
    title = [w for w in words if w not in of]
    if not title:
        return None
    office: list[Token] = list(doc[end:until]) if until is not None else []
    title, words = [*title, *office], [*words, *office]
    return Role(
        title=document.text[title[0].idx : title[-1].idx + len(title[-1].text)],
        of=_text(document, of),
        evidence=(span_of(document, words[0].idx, words[-1].idx + len(words[-1].text)),),
    )


def _is_a_person(token: Token) -> bool:
    return token.ent_type_ == "PERSON" and token.lower_ not in titles() and not _country(token)


def _country(token: Token) -> bool:
    """Say whether a word that was read as part of a person's name is a place's: "US Secretary"."""
    return is_known_place(token.lower_) or token.text in {"US", "U.S.", "UK", "U.K.", "EU", "UN"}


def _owner(words: list[Token]) -> list[Token]:
    """Return the leading words that name a country, body or group."""
    owner: list[Token] = []
    for word in words[:-1]:
        if not word.ent_type_ or _is_a_person(word):
            break
        owner.append(word)
    return owner


def _after(document: Document, ent: Span) -> Role | None:
    """Read ", the mayor of Lima," after a name."""
    doc, at = ent.doc, ent.end
    if at + 1 >= len(doc) or doc[at].text != ",":
        return None
    words: list[Token] = []
    for token in doc[at + 1 : at + 1 + 2 * _REACH]:
        if token.is_sent_start or (token.is_punct and token.text != "-"):
            break
        words.append(token)
    else:
        return None
    head = next((i for i, w in enumerate(words) if w.lower_ in titles()), None)
    if head is None or any(w.pos_ in {"VERB", "AUX", "PRON"} for w in words):
        return None
    start = 1 if words[0].lower_ in {"the", "a", "an"} else 0
    lead = _owner(words[start : head + 1])
    title = words[start + len(lead) : head + 1]
    tail = (
        words[head + 2 :]
        if words[head + 1 : head + 2] and words[head + 1].lower_ in {"of", "for", "to", "at"}
        else []
    )
    if tail and tail[0].lower_ == "the" and len(tail) > 1:
        tail = tail[1:]
    return Role(
        title=document.text[title[0].idx : title[-1].idx + len(title[-1].text)],
        of=_text(document, lead or tail),
        evidence=(span_of(document, words[start].idx, words[-1].idx + len(words[-1].text)),),
    )


def _text(document: Document, words: list[Token]) -> str | None:
    if not words:
        return None
    return document.text[words[0].idx : words[-1].idx + len(words[-1].text)]
