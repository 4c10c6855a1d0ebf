"""Numbers of one page that say how many were killed, displaced, detained, or how much was paid."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.extract.evidence import span_of
from histor.extract.figures.ages import is_age
from histor.extract.figures.answering_counts import (
    ANSWERED,
    ROUND,
    answers,
    beside,
    reach,
    said_again,
)
from histor.extract.figures.figure_subjects import called, payer_of, share_of
from histor.extract.figures.numbers import Amount, amounts
from histor.extract.figures.quantities import counts_people, get_away, quantity_of
from histor.extract.figures.subtotals import of_those_told
from histor.extract.figures.tolls_in_words import Toll, tolls_in
from histor.extract.figures.units import unit_of
from histor.extract.tokens import prepositions, text_of
from histor.records import Claim, Document, Figure, FigureQuantity, TimeExpression
from histor.records import Span as Words

__all__ = ["FoundFigure", "extract_figures"]

_CURRENCY = frozenset(
    "$ £ € ¥ us$ c$ a$ dollar dollars dlr dlrs euro euros eur usd gbp pound pounds ruble rubles "
    "rouble roubles yen yuan won rupee rupees rupiah rial rials riyal riyals dinar dinars dirham "
    "dirhams lira shekel shekels peso pesos real reais franc francs krona kronor kroner krone "
    "zloty zlotys hryvnia hryvnias shilling shillings naira rand baht taka birr cent cents".split()
)
_SIGNS = frozenset("$ £ € ¥ us$ c$ a$ usd eur gbp dlr dlrs".split())
#: what is said of one as of many: "one dead and seven wounded"
_HARMED = frozenset("dead wounded injured missing".split())
_PERCENT = frozenset(["%", "percent", "per"])
_TIME_NOUNS = frozenset(
    "day week month year hour minute second decade century percent kilometre kilometer km mile "
    "metre meter january february march april may june july august september october november "
    "december am pm".split()
)
_PARENTS = frozenset(["mother", "father", "mom", "mum", "dad", "parent", "parents", "husband"])
#: nouns that count what befell people and are none
_NO_PEOPLE = frozenset(
    "life death body fatality casualty injury wound toll arrest total dead wounded injured hurt "
    "missing homeless more murder killing homicide execution disappearance abduction".split()
)
#: words by which a number is part of the one before it
_PART = (("including",), ("among", "them"), ("plus",), ("along", "with"), ("as", "well", "as"))
_THERE = frozenset(["in", "at", "on", "near", "outside"])
_ANOTHER = ["and", "another"]
_OWN = frozenset(["its", "their", "his", "her", "our", "my"])
_OF_THEM = ("of", "them")
#: words between a number and the noun it counts, and between a whole and its part
_REACH = 4
#: what stands between the numbers of a share
_RATIOS = (("in",), ("out", "of"))
_PART_REACH = 16

#: those who were counted before
_DEAD = frozenset(["body", "corpse", "dead", "victim", "casualty", "wounded", "deceased"])
_TOLLS = frozenset(["killed", "injured", "missing", "displaced", "detained"])

#: figures before a sentence among which it may answer the last
_TOLD_BEFORE = 8
#: a figure with the token that it stands at
FoundFigure = tuple[Figure, int]


def extract_figures(
    document: Document, doc: Doc, claims: Sequence[Claim], times: Sequence[TimeExpression] = ()
) -> list[FoundFigure]:
    """Return the page's figures in the order of their words, each with its number's token.

    Expects lemmas, UD relations and parts of speech.
    """
    dates = {t.i for span in doc.spans.get("times", ()) for t in span}
    for time in times:
        words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        dates |= {t.i for t in words} if words is not None else set()
    found: list[FoundFigure] = []
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        whole: tuple[Figure, Amount] | None = None
        part: Amount | None = None
        since = reach(doc, sentence.start)
        told = [(f, at) for f, at in found[-_TOLD_BEFORE:] if at >= since]
        for amount in amounts([t.text for t in tokens]):
            number = tokens[amount.number]
            dated = number.i in dates or number.ent_type_ in {"DATE", "TIME"}
            dated = dated and not _of_people(tokens, amount)
            if dated and amount.end < len(tokens) and tokens[amount.end].i in dates:
                continue  # "gave it as 16 May"
            answer = None
            if dated or (is_age(tokens, amount) and _counted(tokens, amount) is None):
                answer = _answering(document, doc, tokens, amount, claims, told)
                if answer is None:
                    continue  # "put the number … at 16" tells no day
            listed = whole is not None and part is not None and _goes_on(tokens, part, amount)
            before = text_of(doc)[tokens[0].idx : tokens[amount.start].idx]
            last = told[-1][0].quantity if told else None
            given = of_those_told(before, last) or (whole[0].quantity if listed and whole else None)
            figure = _figure(document, tokens, amount, claims, whole, given)
            if figure is None or figure.quantity == "other":
                answer = answer or _answering(document, doc, tokens, amount, claims, told)
                figure = answer or figure
            if figure is not None:
                found.append((figure, number.i))
                told.append((figure, number.i))
                part = amount if given or _opens_part(tokens, amount) else None
                if figure.quantity in _TOLLS:
                    whole = figure, amount
        found += [(_in_words(document, t, claims), t.words.root.i) for t in tolls_in(sentence)]
    return found


def _in_words(document: Document, toll: Toll, claims: Sequence[Claim]) -> Figure:
    span = span_of(document, toll.words.start_char, toll.words.end_char)
    return Figure(
        quantity=toll.quantity,
        low=float(toll.number),
        high=float(toll.number),
        unit=None,
        who=toll.who,
        span=span,
        claim=_claim_at(span, claims),
    )


def _claim_at(span: Words, claims: Sequence[Claim]) -> str | None:
    """Return the claim that tells a figure: the innermost where one is told within another."""
    inside = [c for c in claims if c.content.start <= span.start and span.end <= c.content.end]
    return min(inside, key=lambda c: c.content.end - c.content.start).id if inside else None


def _figure(
    document: Document,
    tokens: list[Token],
    amount: Amount,
    claims: Sequence[Claim],
    whole: tuple[Figure, Amount] | None,
    given: FigureQuantity | None = None,
) -> Figure | None:
    last = tokens[amount.end - 1]
    noun = _counted(tokens, amount)
    before = tokens[amount.number - 1].lower_ if amount.number else ""
    after = tokens[amount.end].lower_ if amount.end < len(tokens) else ""
    if before == "of" and amount.number > 1 and tokens[amount.number - 2].lower_ in _PARENTS:
        return None  # "a mother of twelve"
    of_all = before in {"the", "its", "their"} and _is_part(tokens, amount)
    if of_all and noun is not None and noun.lower_ not in _NO_PEOPLE:
        return None  # "six of the | eight passengers": no more than those the six are of
    if after == "of" and noun is not None and noun.lemma_.lower() in _DEAD and amount.high == 1:
        return None  # "a bullet in one of the bodies"
    if _is_ratio(tokens, amount):
        return None
    one = noun is None and amount.low == amount.high == 1 and after not in _HARMED
    if before in {"no", "any"} or one:
        return None  # "no one", "one of them": a pronoun
    unit: str | None = None
    quantity: FigureQuantity | None
    start, end = tokens[amount.start].idx, last.idx + len(last)
    currency = _currency(tokens, amount)
    if _is_percent(tokens, amount):
        quantity, noun = "percent", _of(tokens, amount) or share_of(last, tokens[amount.end :])
        end = _end_of_share(tokens, amount)
    elif currency is not None:
        quantity, unit, noun = "money", currency.lower_, payer_of(currency)
        start, end = min(start, currency.idx), max(end, currency.idx + len(currency))
    else:
        people = noun is not None and counts_people(noun)
        people |= noun is None and after in _THERE
        quantity = given if given and people else _told(tokens, amount, noun, whole)
        if quantity is None:
            unit = unit_of(tokens, amount, noun) if not _is_time(noun) else None
            if unit is None:
                return None
            quantity = "other"
        if noun is None and _are_of_them(tokens, amount):
            named = tokens[amount.end + 2 : amount.end + 3]
            noun = next((t for t in named if counts_people(t)), None)  # "two of them | children"
        if noun is not None and noun.i > last.i:
            end = noun.idx + len(noun)
    span = span_of(document, start, end)
    who = _who(noun, last) if noun is not None else None
    if noun is not None and quantity in {"money", "percent"} and noun.i < last.i:
        who = called(noun)
    return Figure(
        quantity=quantity,
        low=amount.low,
        high=amount.high,
        unit=unit,
        who=who,
        span=span,
        claim=_claim_at(span, claims),
    )


def _is_percent(tokens: list[Token], amount: Amount) -> bool:
    """Say whether a number is one of a hundred: "40 per cent", not "400 per day"."""
    behind = [t.lower_ for t in tokens[amount.end : amount.end + 2]]
    if behind[:1] == ["per"]:
        return behind[1:] == ["cent"]
    return behind[:1] in (["%"], ["percent"]) or tokens[amount.end - 1].lower_ in _PERCENT


def _answering(
    document: Document,
    doc: Doc,
    tokens: list[Token],
    amount: Amount,
    claims: Sequence[Claim],
    told: Sequence[FoundFigure],
) -> Figure | None:
    """Return the figure that a number gives for a count told just before, or by its own words."""
    start, number = tokens[amount.start].idx, tokens[amount.end - 1]
    end = number.idx + len(number)
    before, after = beside(doc, tokens[0].sent, start, end)
    if not answers(before, after):
        return None
    last = told[-1][0] if told else None
    known = last.quantity if last is not None and last.quantity in ANSWERED else None
    if last is not None and ROUND.search(text_of(doc), last.span.end, start):
        known = None  # "with several hundred men … the true number was below 150"
    quantity = said_again(before, known)
    if quantity is None:
        return None
    span = span_of(document, start, end)
    return Figure(
        quantity=quantity,
        low=amount.low,
        high=amount.high,
        unit=None,
        who=None,
        span=span,
        claim=_claim_at(span, claims),
    )


def _of_people(tokens: list[Token], amount: Amount) -> bool:
    """Say whether a number that may be a year's counts people: "93 of its soldiers"."""
    noun = _counted(tokens, amount)
    return _of_own(tokens, amount) and noun is not None and counts_people(noun)


def _of_own(tokens: list[Token], amount: Amount) -> bool:
    of = [t.lower_ for t in tokens[amount.end : amount.end + 2]]
    return of[:1] == ["of"] and of[-1] in _OWN


def _is_ratio(tokens: list[Token], amount: Amount) -> bool:
    """Say whether two numbers tell a share: "one in three", "two out of five"."""
    for link in _RATIOS:
        before, after = amount.start - len(link), amount.end + len(link)
        behind = tuple(t.lower_ for t in tokens[amount.end : after]) == link
        if behind and after < len(tokens) and tokens[after].pos_ == "NUM":
            return len(link) > 1 or amount.low == amount.high == 1
        ahead = before > 0 and tuple(t.lower_ for t in tokens[before : amount.start]) == link
        if ahead and tokens[before - 1].pos_ == "NUM":
            return len(link) > 1 or tokens[before - 1].lower_ in {"one", "1"}
    return False


def _is_part(tokens: list[Token], amount: Amount) -> bool:
    if amount.number < 3:
        return False
    of, number = tokens[amount.number - 2], tokens[amount.number - 3]
    return of.lower_ == "of" and number.pos_ == "NUM"


def _are_of_them(tokens: list[Token], amount: Amount) -> bool:
    return tuple(t.lower_ for t in tokens[amount.end : amount.end + 2]) == _OF_THEM


def _told(
    tokens: list[Token], amount: Amount, noun: Token | None, whole: tuple[Figure, Amount] | None
) -> FigureQuantity | None:
    """Return what a number counts: as part of the number before it, else as its own words say."""
    if _is_time(noun):
        return None
    if whole is not None and amount.start - whole[1].end <= _PART_REACH:
        lower = [t.lower_ for t in tokens]
        opened = _opens_part(tokens, amount)
        of_them = _are_of_them(tokens, amount) and not get_away(tokens[amount.end - 1])
        if of_them or (opened and noun is not None and counts_people(noun)):
            return whole[0].quantity
        there = _THERE & set(lower[amount.end : amount.end + 1])
        joined = (
            lower[amount.start - 1] == "and" or lower[amount.start - 2 : amount.start] == _ANOTHER
        )
        if noun is None and there and (joined or opened):
            return whole[0].quantity  # "killed 40 people in Lima and | ten in Cuzco"
    return quantity_of(tokens, amount, noun)


def _opens_part(tokens: list[Token], amount: Amount) -> bool:
    """Say whether a number counts some of those that the one before it does: "including ten"."""
    lower = [t.lower_ for t in tokens[max(0, amount.start - _REACH) : amount.start]]
    return any(tuple(lower[-len(p) :]) == p for p in _PART)


def _goes_on(tokens: list[Token], part: Amount, amount: Amount) -> bool:
    """Say whether a number goes on with a list of parts: "including two boys and | six nurses"."""
    between = tokens[part.end : amount.start]
    if not between or between[-1].lower_ not in {"and", ","} or len(between) > _PART_REACH:
        return False
    return not any(t.pos_ in {"VERB", "AUX"} for t in between)


def _is_time(noun: Token | None) -> bool:
    return noun is not None and noun.lemma_.lower() in _TIME_NOUNS


def _end_of_share(tokens: list[Token], amount: Amount) -> int:
    """Return where "40 per cent" ends."""
    last = amount.end - 1
    for n in range(amount.end, min(amount.end + 2, len(tokens))):
        if tokens[n].lower_ in _PERCENT or (tokens[n].lower_ == "cent" and last == n - 1):
            last = n
    return tokens[last].idx + len(tokens[last])


def _currency(tokens: list[Token], amount: Amount) -> Token | None:
    """Return the currency of a sum, as it is written; none for other numbers."""
    before = tokens[amount.number - 1] if amount.number else None
    if before is not None and before.lower_ in _SIGNS:
        return before
    for token in tokens[amount.end : amount.end + 3]:
        if token.lower_ in _CURRENCY:
            return None if _is_weight(tokens, token) else token
        if token.pos_ not in {"PROPN", "ADJ"}:
            return None
    return None


def _is_weight(tokens: list[Token], unit: Token) -> bool:
    """Say whether pounds are told to be a weight: "weighs 150 pounds", "50 pounds of powder"."""
    if unit.lower_ not in {"pound", "pounds"}:
        return False
    behind = next((t for t in tokens if t.i > unit.i), None)
    return (behind is not None and behind.lower_ in {"of", "-"}) or any(
        t.lemma_.lower() in {"weigh", "weight", "heavy"} for t in tokens
    )


def _of(tokens: list[Token], amount: Amount) -> Token | None:
    """Return of what a share is told: "40 percent of | voters"."""
    for n in range(amount.end, min(amount.end + 3, len(tokens))):
        if tokens[n].lower_ == "of":
            rest = tokens[n + 1 : n + 1 + _REACH]
            first = next((t for t in rest if t.pos_ in {"NOUN", "PROPN"}), None)
            owned = (
                first is not None and first.i + 1 < len(first.doc) and first.nbor(1).tag_ == "POS"
            )
            if first is not None and owned and first.head.pos_ == "NOUN":
                first = first.head  # "10 percent of Peru's 30 million | people"
            while first is not None and first.dep_ == "compound" and first.head == first.nbor(1):
                first = first.head  # "40% of polling | stations"
            if first is not None and first.dep_ == "nmod:desc" and first.head.i > first.i:
                first = first.head  # "30 percent of Mr. | Diaz |'s backers"
                first = first.head if first.dep_ == "nmod:poss" else first
            return first
    return None


def _counted(tokens: list[Token], amount: Amount) -> Token | None:
    """Return the noun that a number counts: its head in the tree, or the next noun."""
    number = tokens[amount.end - 1]
    behind = tokens[amount.end + 1 : amount.end + 2]
    if behind and behind[0].text == ":":
        return None  # "Dead: 192 | Injured: 40"
    for token in (tokens[amount.number], number):
        for child in token.children:  # "four of its soldiers"
            owned = "of" in prepositions(child)
            if owned and child.i > number.i and child.pos_ in {"NOUN", "PROPN"}:
                return child
        # a head before its number is another's: "killed 6 people and hurt 14"
        counts = token.dep_.startswith("nummod") and token.head.i > number.i
        between = token.doc[number.i + 1 : token.head.i] if counts else ()
        counts = counts and not any(
            t.pos_ == "AUX" or (t.pos_ == "VERB" and t.dep_ != "amod") for t in between
        )
        # "35 cases and two | deaths"
        counts = counts and not any(t.pos_ == "CCONJ" and t.nbor(1).pos_ == "NUM" for t in between)
        if counts and token.head.pos_ in {"NOUN", "PROPN"}:
            return token.head
    if _of_own(tokens, amount):  # "its count | 93 | of its soldiers", read as a name
        near = tokens[amount.end + 2 : amount.end + _REACH]
        return next((t for t in near if t.pos_ == "NOUN" and counts_people(t)), None)
    for n, token in enumerate(tokens[amount.end : amount.end + _REACH], amount.end + 1):
        if token.pos_ == "NOUN":
            return token
        if token.tag_ == "VBN" and n < len(tokens) and tokens[n].pos_ == "NOUN":
            continue  # "355 damaged shops"
        other = token.pos_ == "ADP" and token.lower_ != "of"  # "14 dead after the blast"
        if other or token.pos_ not in {"ADJ", "ADP", "PROPN", "DET"}:
            return None
    return None


def _who(noun: Token, number: Token) -> str | None:
    """Return who is counted, with the words before that tell them apart; none if it says nobody.

    "Two more bodies" is kept whole: it adds to a toll and is none.
    """
    lefts = [c for c in noun.lefts if c.dep_ in {"amod", "compound"} and c.i > number.i]
    more = any(c.lower_ == "more" for c in lefts)
    if not more and _NO_PEOPLE & {noun.lemma_.lower(), noun.lower_}:
        return None
    start = min([noun.i, *(c.i for c in lefts)])
    span: Span = noun.doc[start : noun.i + 1]
    return span.text
