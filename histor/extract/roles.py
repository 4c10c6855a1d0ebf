"""A person's title or office, as the words beside the name give it.

It stands before the name ("Chilean Foreign Minister A. B.", "the head of the union, A. B.,"),
inside its span, or behind it between commas ("A. B., a teacher at …").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.extract.affiliations import countries_in
from histor.extract.evidence import span_of
from histor.extract.gazetteer import is_known_place
from histor.extract.lexicons import offices, titles, trades
from histor.records import Document, Role

__all__ = ["SHORT_TITLES", "is_title", "role_of", "role_told_apart", "title_words"]

#: words a title may have
_REACH = 7
#: words of a phrase in apposition
_PHRASE = 14
#: words of what an office is of, behind a name
_TAIL = 8
_NOUNS = frozenset(["NOUN", "PROPN", "ADJ"])
_INSIDE = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PART", "ADV"])
#: marks within a phrase: "vice-president of the dockers' union"
_INNER = frozenset(["-", "'", "’"])
_OF = frozenset(["of", "for", "at", "to", "in", "with"])
_ARTICLES = frozenset(["the", "a", "an", "another", "one"])
#: titles as they are shortened before a name
SHORT_TITLES = frozenset(
    "gov sen rep gen lt col maj capt sgt prof rev adm brig cmdr amb insp supt det".split()
)
#: points, and marks of width and direction
_UNSEEN = ".\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
#: words that open a title
_OPENING = frozenset("foreign prime deputy vice acting former interim first chief senior".split())


def title_words() -> frozenset[str]:
    """Return the words of which a title is made, its head among them."""
    return titles() | offices() | _OPENING


def is_title(token: Token) -> bool:
    """Say whether a word is a title's head, in full or shortened."""
    return plain(token) in titles() or plain(token) in SHORT_TITLES


def plain(token: Token) -> str:
    """Return a word in lower case, without points and the marks that no reader sees."""
    return token.lower_.strip(_UNSEEN)


def role_of(document: Document, ent: Span) -> Role | None:
    """Return the role beside a person's name; none if no title or trade stands there."""
    doc = ent.doc
    inside = 0
    while inside < len(ent) - 1 and _is_of_title(ent, inside):
        inside += 1
    end = ent.start + inside
    if end > 1 and doc[end - 1].text == "." and doc[end - 2].lower_ in SHORT_TITLES:
        end -= 1
    role = None
    if end > 0 and (is_title(doc[end - 1]) or _is_trade(doc[end - 1])):
        role = _before(document, doc, end)
    else:
        office = _office_start(doc, end)
        if office is not None:
            role = _before(document, doc, office, end)
    role = role or _of_a_body(document, ent) or _after(document, ent) or _told_before(document, ent)
    return _with_owner_behind(document, ent, role) if role is not None else None


def _is_of_title(ent: Span, at: int) -> bool:
    """Say whether a word of a person's span is the title's: "Salto Governor | A. B."."""
    word = ent[at]
    titled = word.lower_ in title_words() or word.lower_.strip(".") in SHORT_TITLES
    return titled or (word.text == "." and at > 0) or (at < len(ent) - 2 and _of_a_title(word))


def role_told_apart(document: Document, ent: Span) -> Role | None:
    """Return the role that a phrase in apposition gives; what has one is a person."""
    return _after(document, ent) or _told_before(document, ent)


def _is_trade(token: Token) -> bool:
    return token.lower_ in trades() and token.text.islower()


def _is_head(token: Token) -> bool:
    return is_title(token) or _is_trade(token)


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
    words = _without_age(list(doc[start:end]))
    of = _owner(words)
    title = [w for w in words if w not in of]
    if not of and start > 1 and doc[start - 1].tag_ == "POS" and doc[start - 2].ent_type_:
        of = _name_ending_at(doc, start - 2)
        words = [*of, *words]
    if not title:
        return None
    office: list[Token] = list(doc[end:until]) if until is not None else []
    title, words = [*title, *office], [*words, *office]
    return _role(document, title, of, words)


def _without_age(words: list[Token]) -> list[Token]:
    """Return a title's words without an age before them: "32-year-old | protester"."""
    old = next((i for i, w in enumerate(words) if w.lower_ == "old" and i < len(words) - 1), -1)
    words = words[old + 1 :]
    while len(words) > 1 and words[0].is_punct:
        words = words[1:]
    return words


def _role(
    document: Document, title: Sequence[Token], of: Sequence[Token], words: Sequence[Token]
) -> Role:
    return Role(
        title=_text(document, title) or "",
        of=_text(document, of),
        evidence=(span_of(document, words[0].idx, words[-1].idx + len(words[-1].text)),),
    )


def _name_ending_at(doc: Doc, last: int) -> list[Token]:
    first = last
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    return list(doc[first : last + 1])


def _is_a_person(token: Token) -> bool:
    if token.lower_ in title_words() or token.lower_.strip(".") in SHORT_TITLES:
        return False
    return token.ent_type_ == "PERSON" and not _country(token) and not _of_a_title(token)


def _of_a_title(token: Token) -> bool:
    """Say whether a single word read as a person stands before an office: "Salto Governor"."""
    doc, alone = token.doc, token.ent_iob_ == "B"
    behind = doc[token.i + 1] if token.i + 1 < len(doc) else None
    return alone and behind is not None and behind.lower_.strip(".") in _LOCAL


#: offices of a place, which stands right before them
_LOCAL = frozenset(["governor", "gov", "mayor"])


def _country(token: Token) -> bool:
    """Say whether a word that was read as part of a person's name is a place's: "US Secretary"."""
    if token.text in {"US", "U.S.", "UK", "U.K.", "EU", "UN"} or is_known_place(token.lower_):
        return True
    return bool(countries_in(token.text))


def _owner(words: list[Token]) -> list[Token]:
    """Return the leading words that name a country, body or group."""
    owner: list[Token] = []
    for word in words[:-1]:
        of_title = word.ent_type_ == "PERSON" and word.lower_ in title_words()
        if not word.ent_type_ or _is_a_person(word) or of_title:
            break
        owner.append(word)
    return owner


def _of_a_body(document: Document, ent: Span) -> Role | None:
    """Read "director of the Salto Zoo (SZ) | A. B." and "envoy to Peru | A. B."."""
    doc, at = ent.doc, ent.start - 1
    if at > 2 and doc[at].text == ")":
        while at > 0 and doc[at].text != "(":
            at -= 1
        at -= 1
    if at < 2 or doc[at].ent_type_ not in {"ORG", "PLACE"}:
        return None
    body = _name_ending_at(doc, at)
    at = body[0].i - 1
    if doc[at].lower_ == "the":
        at -= 1
    if at < 1 or doc[at].lower_ not in {"of", "for", "to", "at"} or not _is_head(doc[at - 1]):
        return None
    if doc[at].lower_ == "to":  # "the American envoy to Peru": whose envoy is told before
        role = _before(document, doc, at, body[-1].i + 1)
    else:
        role = _before(document, doc, at)
        if role is not None and role.of is None:
            start, end = role.evidence[0].start, body[-1].idx + len(body[-1].text)
            return Role(
                title=role.title,
                of=_text(document, body),
                evidence=(span_of(document, start, end),),
            )
    return role


def _after(document: Document, ent: Span) -> Role | None:
    """Read ", the mayor of Lima," and ", 37, a teacher" after a name."""
    doc, at = ent.doc, ent.end
    if at + 1 >= len(doc) or doc[at].text != ",":
        return None
    if at + 2 < len(doc) and doc[at + 1].pos_ == "NUM" and doc[at + 2].text == ",":
        at += 2  # an age
    words: list[Token] = []
    for token in doc[at + 1 : at + 1 + 2 * _PHRASE]:
        if token.is_sent_start or (token.is_punct and token.text not in _INNER):
            break
        words.append(token)
    phrase = next((i for i, w in enumerate(words) if not _inside(w)), len(words))
    heads = [i for i, w in enumerate(words[: min(phrase, 2 * _REACH)]) if _is_head(w)]
    if not heads:
        return None
    head = heads[-1]
    opening = words[: head + 1]
    if head + 1 < phrase and words[head + 1].pos_ in {"NOUN", "PROPN"}:
        return None
    start = 1 if opening[0].lower_ in _ARTICLES and head > 0 else 0
    lead = _owner(opening[start:])
    if not lead and any(w.tag_ == "POS" for w in opening):
        owned = next(i for i, w in enumerate(opening) if w.tag_ == "POS")
        named = [w for w in opening[start:owned] if w.ent_type_]
        lead, start = named, owned + 1 - len(named)
    title = [w for w in opening[start:] if w not in lead and w.tag_ != "POS"]
    tail = _tail(words[head + 1 :])
    return _role(document, title, lead or tail, [*opening, *(tail if not lead else [])])


def _inside(word: Token) -> bool:
    """Say whether a word may stand in a phrase before the title that ends it."""
    return word.pos_ in _INSIDE or word.text == "-" or word.lower_ in title_words()


def _tail(words: list[Token]) -> list[Token]:
    """Return what an office is of, up to the clause or phrase that follows."""
    if len(words) < 2 or words[0].lower_ not in _OF:
        return []
    rest = words[2:] if words[1].lower_ in _ARTICLES else words[1:]
    found: list[Token] = []
    for word in rest:
        ends = word.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} or word.tag_ in {"WDT", "WP", "IN"}
        if (ends and word.lower_ != "of") or len(found) > _TAIL:
            break
        found.append(word)
    while found and found[-1].pos_ not in _NOUNS:
        found.pop()
    return found if len(found) <= _TAIL else []


def _told_before(document: Document, ent: Span) -> Role | None:
    """Read "the head of the union, | A. B.," before a name."""
    doc, comma = ent.doc, ent.start - 1
    if comma < 1 or doc[comma].text != "," or ent.start >= len(doc):
        return None
    closed = ent.end >= len(doc) or doc[ent.end].is_punct or doc[ent.end].pos_ in {"VERB", "AUX"}
    if not closed:
        return None
    words: list[Token] = []
    bracketed = doc[comma - 1].text == ")"
    for token in reversed(doc[max(0, comma - _PHRASE) : comma]):
        if bracketed:  # "the head of the union (UN), | A. B."
            bracketed = token.text != "("
            continue
        punct = token.is_punct and token.text not in _INNER
        if punct or token.pos_ in {"VERB", "AUX", "PRON", "SCONJ", "CCONJ"} - _own(token):
            break
        words.insert(0, token)
        if token.is_sent_start:
            break
    head = next(
        (
            i
            for i, w in enumerate(words)
            if _is_head(w) and (i + 1 == len(words) or words[i + 1].pos_ == "ADP")
        ),
        None,
    )
    if head is None:
        return None
    begin = head
    while begin > 0 and (_inside(words[begin - 1]) or words[begin - 1].tag_ == "PRP$"):
        begin -= 1
    opening = words[begin : head + 1]
    if opening[0].lower_ not in _ARTICLES and not opening[0].text[:1].isupper():
        return None
    owned = [w for w in opening if w.ent_type_ and w.lower_ not in title_words()]
    lead = (
        owned
        if any(w.tag_ == "POS" for w in opening)
        else _owner([w for w in opening if w.lower_ not in _ARTICLES])
    )
    title = [w for w in opening if w not in lead and w.tag_ != "POS" and w.lower_ not in _ARTICLES]
    tail = _tail(words[head + 1 :])
    return _role(document, title, lead or tail, [*opening, *(tail if not lead else [])])


def _own(token: Token) -> frozenset[str]:
    """Return the part of speech of a possessive, which opens a phrase: "his deputy"."""
    return frozenset(["PRON"]) if token.tag_ == "PRP$" else frozenset()


def _with_owner_behind(document: Document, ent: Span, role: Role) -> Role:
    """Return a role with what follows the name: "President A. B. of Peru"."""
    doc, at = ent.doc, ent.end
    if role.of is not None or at + 1 >= len(doc) or doc[at].lower_ != "of":
        return role
    at += 2 if doc[at + 1].lower_ == "the" else 1
    if at >= len(doc) or doc[at].ent_type_ not in {"ORG", "PLACE"}:
        return role
    last = at
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    words = list(doc[at : last + 1])
    span = span_of(document, words[0].idx, words[-1].idx + len(words[-1].text))
    return Role(title=role.title, of=_text(document, words), evidence=(*role.evidence, span))


def _text(document: Document, words: Sequence[Token]) -> str | None:
    if not words:
        return None
    return document.text[words[0].idx : words[-1].idx + len(words[-1].text)]
