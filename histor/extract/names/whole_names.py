"""The names of a page as they are printed, where the model has cut one in two: "Dar-es-Salaam"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from histor.extract.names.affiliations import countries_in
from histor.extract.names.name_edges import behind_its_kind
from histor.extract.places.gazetteer import gazetteer, normal_name
from histor.extract.tokens import tokens_with

__all__ = ["names_in"]

#: words that a name of a place may have
_LONGEST = 7
#: inhabitants from which a place is believed to be what two names together name
_KNOWN = 15_000
#: bodies that are named by what they are for
_WITH_PURPOSE = frozenset(
    "league committee institute centre center movement council union alliance campaign coalition "
    "society association organisation organization foundation fund network front initiative school "
    "platform forum office observatory agency commission group lawyers doctors".split()
)
#: letters of the shortest initials, and words without a letter in them
_LEAST = 3
_SMALL = frozenset("of the for and in on to de la du des del y e et".split())
#: what states are called without their names: "the Kingdom"
_STATES = frozenset(["Kingdom", "Republic", "Sultanate", "Emirate", "Emirates", "Federation"])
#: officials whose offices are bodies
_OFFICIALS = frozenset(
    "sheriff attorney prosecutor examiner coroner marshal defender controller comptroller auditor "
    "ombudsman governor mayor president minister".split()
)
#: words of a country and a whole name
_NAME = 3
#: marks around a nickname, and words with them
_NICKNAME = 4
_MARKS = frozenset(["“", "”", '"'])
_WHOLE = frozenset(["PCLI", "PPLC", "ADM1"])


def names_in(doc: Doc) -> Iterator[Span]:
    """Yield the spans of names in order; those that together name a place that is known are one.

    So are those that the page elsewhere prints as one name. Names are put together where nothing
    but hyphens stands between them.
    """
    ents = _with_offices(doc, _spelt_out(doc, list(_with_purposes(doc))))
    labels = {ent.text: ent.label_ for ent in ents if len(ent) > 1}
    at = 0
    while at < len(ents):
        following = at + 1
        whole = ents[at]
        end = _end(doc, whole)
        for n in range(at + 1, len(ents) + 1):
            together = doc[ents[at].start : end]
            if end > whole.end and together.text in labels:
                whole = _name(doc, together.start, end, labels[together.text])
            elif end > whole.end and _is_place(
                doc[behind_its_kind(doc, together.start, end - 1) : end]
            ):
                whole = _name(doc, together.start, end, "PLACE")
            if n == len(ents) or ents[n].start != end or ents[n].end - ents[at].start > _LONGEST:
                break
            end = _end(doc, ents[n])
        yield whole
        while following < len(ents) and ents[following].start < whole.end:
            following += 1
        at = following


def _with_purposes(doc: Doc) -> Iterator[Span]:
    """Yield the names in order, those whole that were read as two.

    Bodies have what they are for ("League | for | Human Rights"), persons their surname.
    """
    whole: Span | None = None
    for ent in _apart(doc):
        if ent.text in _STATES and ent.label_ != "PERSON":
            continue
        if (
            whole is not None
            and whole.label_ == ent.label_ == "ORG"
            and ent.start == whole.end + 1
            and doc[whole.end].lower_ == "for"
            and doc[whole.end - 1].lower_ in _WITH_PURPOSE
            and not countries_in(ent.text)
        ):
            whole = _name(doc, whole.start, ent.end, "ORG")
            continue
        if whole is not None and _is_surname_of(ent, whole):
            whole = _name(doc, whole.start, ent.end, "PERSON")
            continue
        if whole is not None and _is_body_of_both(ent, whole):
            whole = _name(doc, whole.start, ent.end, "ORG")
            continue
        if whole is not None:
            yield whole
        whole = ent
    if whole is not None:
        yield whole


def _spelt_out(doc: Doc, ents: list[Span]) -> list[Span]:
    """Return the names, those whole whose initials stand in brackets behind them.

    "[Kurdish Democratic Party of Iran] (KDPI)" was read without its first word, "[United Nations
    Mission in South Sudan] (UNMISS)" without its last.
    """
    if not any(ent.label_ == "ORG" for ent in ents):
        return ents
    out: list[Span] = []
    at = 0
    for bracket in tokens_with(doc, "ORTH", ["("]):
        start = _spelling(bracket)
        if start is None:
            continue
        while at < len(ents) and ents[at].end <= start:
            out.append(ents[at])
            at += 1
        inside = at
        while inside < len(ents) and ents[inside].start < bracket.i:
            inside += 1
        named = any(e.label_ == "ORG" for e in ents[at:inside])
        if named and ents[at].start >= start:
            out.append(_name(doc, start, bracket.i, "ORG"))
            at = inside
    return [*out, *ents[at:]]


def _with_offices(doc: Doc, ents: list[Span]) -> list[Span]:
    """Return the names, those whole that are an official's office: "Lima County Sheriff's Office".

    They are read as a place, or a body without its end.
    """
    if not ents:
        return ents
    for office in tokens_with(doc, "ORTH", ["Office"]):
        last = office.i - 2
        if last < 1 or doc[last + 1].tag_ != "POS" or doc[last].lower_ not in _OFFICIALS:
            continue
        first = last
        while first > 0 and last - first < _LONGEST and _goes_before(doc[first - 1]):
            first -= 1
        if first < last:
            whole = _name(doc, first, office.i + 1, "ORG")
            apart = [e for e in ents if e.end <= whole.start or e.start >= whole.end]
            ents = sorted([*apart, whole], key=lambda e: e.start)
    return ents


def _goes_before(word: Token) -> bool:
    named = word.text[:1].isupper() and word.text.isalpha() and word.pos_ != "DET"
    return named and word.lower_ != "the" and not (word.is_sent_start and word.pos_ == "ADP")


def _spelling(bracket: Token) -> int | None:
    """Return where the words begin of which the initials stand in brackets; none if they differ."""
    doc, at = bracket.doc, bracket.i
    if at + 2 >= len(doc) or doc[at + 2].text != ")":
        return None
    letters = doc[at + 1].text
    if not (letters.isupper() and letters.isalpha() and _LEAST <= len(letters) <= _LONGEST):
        return None
    left, first = len(letters), at
    while left and first > max(doc[at].sent.start, at - 2 * _LONGEST):
        word = doc[first - 1].text
        if word[0].upper() == letters[left - 1] and (word[0].isupper() or word in _SMALL):
            left -= 1
        elif word not in _SMALL:
            return None
        first -= 1
    return first if not left else None


def _apart(doc: Doc) -> Iterator[Span]:
    """Yield the names of the model, a country and whose name follows it as two.

    "The minister of Ao Ana Ruiz", as translated pages have it, where Ao stands alone elsewhere.
    """
    alone = {ent.text for ent in doc.ents if len(ent) == 1}
    for ent in doc.ents:
        of = ent.start > 0 and doc[ent.start - 1].lower_ == "of"
        whose = of and ent.label_ == "PERSON" and len(ent) >= _NAME and ent[0].text in alone
        if whose:
            yield _name(doc, ent.start, ent.start + 1, "PLACE")
        yield _name(doc, ent.start + 1, ent.end, "PERSON") if whose else ent


def _is_surname_of(ent: Span, whole: Span) -> bool:
    """Say whether a name goes on right behind another, or behind a nickname in quotation marks."""
    if not whole.label_ == ent.label_ == "PERSON":
        return False
    if ent.start == whole.end:
        flat = ent[0].dep_ == "flat" and whole.start <= ent[0].head.i < whole.end
        # "President | Gitana | Nausėda", which the tree takes for two subjects
        return flat or (len(ent) == len(whole) == 1 and ent[0].head == whole[0].head)
    between = whole.doc[whole.end : ent.start]
    if not 0 < len(between) <= _NICKNAME or between[-1].text not in _MARKS:
        return False
    opened = any(t.text in _MARKS for t in whole)
    return opened if len(between) == 1 else between[0].text in _MARKS


def _is_body_of_both(ent: Span, whole: Span) -> bool:
    """Say whether a hyphen joins two halves of a body's name: "DELTA | - | Varga Institute".

    "ORLA | - | IO" is one as well, where nobody can be called by two capitals.
    """
    doc, at = whole.doc, whole.end
    joined = ent.start == at + 1 and doc[at].text == "-"
    if not joined or doc[at - 1].whitespace_ or doc[at].whitespace_:
        return False
    body = ent.label_ == "ORG" and len(ent) > 1 and ent[-1].lower_ in _WITH_PURPOSE
    sides = {whole.label_, ent.label_} <= {"ORG", "PERSON"}
    if sides and _is_only_joined(doc, whole, ent):
        return True  # "ACT | - | Umoja", which the page prints in no other way
    wing = ent.label_ == "PERSON" and ent.text.isupper() and len(ent.text) <= _LEAST
    if wing and whole.label_ == "ORG" and whole[-1].text.isupper():
        return True
    return body and whole.label_ in {"ORG", "PERSON"}


def _is_only_joined(doc: Doc, first: Span, second: Span) -> bool:
    """Say whether initials and a word never stand without the hyphen between them."""
    if len(first) > 1 or len(second) > 1 or not first.text.isupper() or not second[0].is_title:
        return False
    joined = {first.start, second.start}
    joined |= {
        i
        for t in tokens_with(doc, "ORTH", [first.text])
        if t.i + 2 < len(doc) and doc[t.i + 1].text == "-" and doc[t.i + 2].text == second.text
        for i in (t.i, t.i + 2)
    }
    return all(t.i in joined for t in tokens_with(doc, "ORTH", [first.text, second.text]))


def _end(doc: Doc, ent: Span) -> int:
    """Return where a name ends, with what hangs on it by hyphens."""
    end = ent.end
    while end + 1 < len(doc) and doc[end].text == "-" and not doc[end - 1].whitespace_:
        if doc[end].whitespace_ or not doc[end + 1].is_alpha or end - ent.start > _LONGEST:
            break
        end += 2
    if end + 1 < len(doc) and doc[end].tag_ == "POS" and doc[end + 1].text in _STATES:
        end += 1  # "Democratic People | 's | Republic of Korea"
    return end


def _is_place(words: Span) -> bool:
    key = normal_name(words.text)
    known = gazetteer().named(words.text)
    if len(words) > _NAME and any(c.feature == "PCLI" for c in known):
        return True  # "Democratic People's Republic of Korea"
    return len(words) <= _LONGEST and any(
        normal_name(c.name) == key and (c.feature in _WHOLE or c.population >= _KNOWN)
        for c in known
    )


def _name(doc: Doc, start: int, end: int, label: str) -> Span:
    name = doc[start:end]
    name.label_ = label
    return name
