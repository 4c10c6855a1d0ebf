"""Numbers of one page that say how many were killed, displaced, detained, or how much was paid."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.extract.event_words import event_words
from histor.extract.evidence import span_of
from histor.extract.numbers import Amount, amounts
from histor.extract.tolls_in_words import Toll, tolls_in
from histor.records import Claim, Document, Figure, FigureQuantity, TimeExpression
from histor.records import Span as Words

__all__ = ["FoundFigure", "extract_figures"]

_CURRENCY = frozenset("$ £ € ¥ us$ dollar dollars euro euros pound pounds ruble rubles yen".split())
_TIME_NOUNS = frozenset(
    "day week month year hour minute second decade century percent kilometre kilometer km mile "
    "metre meter january february march april may june july august september october november "
    "december am pm".split()
)
_PARENTS = frozenset(["mother", "father", "mom", "mum", "dad", "parent", "parents", "husband"])
_DOING = frozenset(["kill", "injure", "wound", "hurt", "maim", "displace", "detain", "arrest"])
_PASSIVE = frozenset(["were", "was", "are", "been"])
_COUNTS = frozenset(["number", "toll", "count", "total", "tally"])
#: words between a number and the noun it counts
_REACH = 4

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
    found = []
    for sentence in doc.sents:
        tokens = [t for t in sentence if not t.is_space]
        for amount in amounts([t.text for t in tokens]):
            number = tokens[amount.number]
            if number.i in dates or number.ent_type_ in {"DATE", "TIME"}:
                continue
            figure = _figure(document, tokens, amount, claims)
            if figure is not None:
                found.append((figure, number.i))
        found += [(_in_words(document, t, claims), t.words.root.i) for t in tolls_in(sentence)]
    return found


def _in_words(document: Document, toll: Toll, claims: Sequence[Claim]) -> Figure:
    span = span_of(document, toll.words.start_char, toll.words.end_char)
    return Figure(
        quantity="killed",
        low=float(toll.number),
        high=float(toll.number),
        unit=None,
        who=toll.who.text if toll.who is not None else None,
        span=span,
        claim=_claim_at(span, claims),
    )


def _claim_at(span: Words, claims: Sequence[Claim]) -> str | None:
    inside = (c.id for c in claims if c.content.start <= span.start and span.end <= c.content.end)
    return next(inside, None)


def _figure(
    document: Document, tokens: list[Token], amount: Amount, claims: Sequence[Claim]
) -> Figure | None:
    last = tokens[amount.end - 1]
    noun = _counted(tokens, amount)
    before = tokens[amount.number - 1].lower_ if amount.number else ""
    after = tokens[amount.end].lower_ if amount.end < len(tokens) else ""
    if before == "of" and amount.number > 1 and tokens[amount.number - 2].lower_ in _PARENTS:
        return None  # "a mother of twelve"
    if before in {"no", "any"} or (noun is None and amount.low == amount.high == 1):
        return None  # "no one", "one of them": a pronoun
    unit: str | None = None
    quantity: FigureQuantity | None
    if after in {"%", "percent", "per"} or last.lower_ == "percent":
        quantity = "percent"
    elif before in _CURRENCY or after in _CURRENCY:
        quantity, unit = "money", before if before in _CURRENCY else after
    else:
        quantity = _quantity(tokens, amount, noun)
        if quantity is None:
            return None
    start = tokens[amount.start].idx
    end = last.idx + len(last)
    if noun is not None and noun.i > last.i and quantity not in {"money", "percent"}:
        end = noun.idx + len(noun)
    span = span_of(document, start, end)
    return Figure(
        quantity=quantity,
        low=amount.low,
        high=amount.high,
        unit=unit,
        who=_who(noun) if noun is not None else None,
        span=span,
        claim=_claim_at(span, claims),
    )


def _counted(tokens: list[Token], amount: Amount) -> Token | None:
    """Return the noun that a number counts: its head in the tree, or the next noun."""
    number = tokens[amount.end - 1]
    for token in (tokens[amount.number], number):
        for child in token.children:  # "four of its soldiers"
            if child.dep_ == "nmod" and child.i > token.i and child.pos_ in {"NOUN", "PROPN"}:
                return child
        if token.dep_.startswith("nummod") and token.head.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return token.head
    for token in tokens[amount.end : amount.end + _REACH]:
        if token.pos_ == "NOUN":
            return token
        behind = token.pos_ == "ADP" and token.lower_ != "of"  # "14 dead after the blast"
        if behind or token.pos_ not in {"ADJ", "ADP", "PROPN", "DET"}:
            return None
    return None


def _quantity(tokens: list[Token], amount: Amount, noun: Token | None) -> FigureQuantity | None:
    words = event_words().figures
    number = tokens[amount.number]
    if noun is not None and noun.lemma_.lower() in _TIME_NOUNS:
        return None
    around: list[Token] = []
    counted = noun if noun is not None else number
    if counted.dep_ == "nsubj" and counted.head.lemma_.lower() in _DOING:
        return None  # "two bombs killed six": the bombs are not those killed
    if noun is None and number.dep_ == "obj":  # "has killed two, hurt 55"
        around.append(number.head)
    if noun is not None:
        around += [noun, *noun.children]
    top = noun if noun is not None else number
    if noun is not None and noun.dep_ == "nmod" and noun.head.i == tokens[amount.end - 1].i:
        top = noun.head
    for _ in range(_REACH):  # "four officers and two civilians"
        if top.dep_ != "conj" or top.head.i >= top.i:
            break
        top = top.head
    around += [t for t in tokens[amount.end : amount.end + 2] if t.pos_ in {"ADJ", "VERB"}]
    if noun is not None and noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in _PASSIVE:
        around += [t for t in noun.doc[noun.i + 2 : noun.i + 4] if t.tag_ == "VBN"]
    before = tokens[max(0, amount.start - 2) : amount.start]
    if not any(t.pos_ == "CCONJ" for t in before):  # "two died and 55 others were injured"
        around += [t for t in before if t.pos_ == "VERB"]
    if top.dep_ in {"nsubj", "nsubj:pass", "obj", "obl", "conj", "acl", "nmod", "root"}:
        around.append(top.head)
        # "forced 900 villagers to flee"
        around += [c for c in top.head.children if c.dep_ == "xcomp"]
    for child in number.children:  # "the number of people killed is 13"
        if child.dep_ == "nsubj" and child.lemma_.lower() in _COUNTS:
            around += child.subtree
    if number.dep_.startswith("obl") or number.dep_ == "nmod":  # "the death toll rose to 19"
        counts = (c for c in number.head.children if c.dep_ in {"nsubj", "nsubj:pass", "obj"})
        around += [t for c in counts if c.lemma_.lower() in _COUNTS for t in c.subtree]
    for token in around:
        for quantity, lemmas in words.items():
            if quantity != "troops" and token.lemma_.lower() in lemmas:
                return quantity
    if noun is not None and noun.lemma_.lower() in words["troops"]:
        return "troops"
    return None


def _who(noun: Token) -> str:
    lefts = [c for c in noun.lefts if c.dep_ in {"amod", "compound"}]
    start = min([noun.i, *(c.i for c in lefts)])
    span: Span = noun.doc[start : noun.i + 1]
    return span.text
