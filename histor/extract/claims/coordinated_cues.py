"""A second verb of saying after "and": "said it was over and called on all to leave".

The sequence model reads one content to the sentence's end. The second verb is its source's own, if
the verb before it has another form ("had left and promised to return") or a pronoun as its subject;
two verbs of one form ("said the army attacked and threatened the town") stay one content, since the
army may have done both. A clause whose own verb says something keeps what follows, too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from histor.annotate import Attribution
from histor.extract.antecedents import names_party
from histor.extract.lexicons import acts, sayings
from histor.extract.names.pronouns import PERSONAL
from histor.extract.tokens import VERBS
from histor.verb_tags import TENSED

__all__ = ["split_coordinated"]

_BACKSHIFTED = frozenset(["had", "would", "could", "might"])
_HELPERS = _BACKSHIFTED | {"has", "have", "will", "may", "can", "is", "are", "was", "were", "must"}
_PRONOUNS = frozenset(PERSONAL) | {"it", "they", "we", "i", "you"}
#: deeds among the verbs of acts: who had "ordered" or "backed" has done it
_DEEDS = frozenset(
    ["order", "support", "back", "approve", "charge", "project", "commit", "instruct"]
)
_APPEALING = frozenset(["appeal", "plead"])
_OF_MANY = frozenset(["are", "were", "have"])
#: words after the conjunction before its verb: "and later also said"
_THINGS = frozenset(
    ["intelligence", "evidence", "information", "reports", "report", "data", "figures", "images",
     "footage", "documents", "indications", "signs", "investigation", "video"]
)  # fmt: skip
#: things that say what is written in them
_TELLERS = frozenset(
    "report statement study letter document message text resolution survey poll review agreement "
    "article paper book video recording tape witness evidence law rule order ruling court note "
    "plan bill treaty charter leaflet sign voice tweet post speech interview source".split()
)
#: verbs and the preposition before what they are about
_OF_MATTERS = frozenset([("warn", "of"), ("warn", "about"), ("complain", "of"), ("speak", "of")])
_ADVERBS = 2
_LEAST = 2


def split_coordinated(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each second verb of saying as a cue of its own."""
    known = {t.i for a in found if a.cue is not None for t in a.cue}
    theirs: dict[tuple[int, int], set[int]] = defaultdict(set)
    for a in found:
        if a.cue is not None and a.source is not None:
            theirs[a.source.start, a.source.end].add(a.cue.start)
    out: list[Attribution] = []
    split_at: set[int] = set()
    mended: dict[int, Attribution] = {}
    for attribution in found:
        who = attribution.source
        own = theirs[who.start, who.end] if who is not None else set()
        first, second = _split(attribution, own)
        out.append(first)
        if second is None or second.cue is None:
            continue
        verb = second.cue[0].i
        if verb in known:
            mended[verb] = second
        elif verb not in split_at:
            out.append(second)
        split_at.add(verb)
    return [_with_source(a, mended) for a in out]


def _with_source(found: Attribution, mended: dict[int, Attribution]) -> Attribution:
    """Give a second cue that was read by itself the source of the first."""
    second = next((mended[t.i] for t in found.cue if t.i in mended), None) if found.cue else None
    if second is None:
        return found
    return Attribution(source=second.source, cue=second.cue, contents=second.contents)


def _split(found: Attribution, own: set[int]) -> tuple[Attribution, Attribution | None]:
    cue = found.cue
    if cue is None or found.source is None:
        return found, None
    said = next((t for t in cue if t.tag_ in TENSED), None)
    if said is None:
        return found, None
    for n, content in enumerate(found.contents):
        if content.start < cue.end or content[0].sent != cue[0].sent:
            continue
        for token in content:
            start = _second_verb(token, content, said, own)
            if start is None:
                start = _of_his_own(token, content, said)
            if start is None or _goes_on(content.doc, start):
                continue
            before = content.doc[content.start : start]
            end = _end_of_cue(token)
            after = content.doc[end : content.end]
            rest = found.contents[n + 1 :]
            if len(before) < _LEAST or not _says_something(after):
                continue
            first = Attribution(found.cue, found.source, (*found.contents[:n], before))
            second = Attribution(content.doc[token.i : end], found.source, (after, *rest))
            return first, second
    return found, None


def _goes_on(doc: Doc, start: int) -> bool:
    """Say whether a second clause is said, too: "said they fled | and that | the mayor warned"."""
    return [t.lower_ for t in doc[start : start + 2]] == ["and", "that"]


def _says_something(after: Span) -> bool:
    """Say whether what follows a second verb is its content: "demanded | sanctions" too."""
    return len(after) >= _LEAST or (len(after) == 1 and after[0].pos_ == "NOUN")


def _second_verb(token: Token, content: Span, said: Token, own: set[int]) -> int | None:
    """Return where the conjunction before a second verb of saying stands; none if it is none.

    Args:
        token: a word of what is said.
        content: what is said.
        said: the first verb of saying.
        own: where verbs begin of which the speaker was read as the source.
    """
    read = token.i in own
    if token.pos_ != "VERB" or not (read or _says(token)) or token.i <= content.start:
        return None
    past = token.text.endswith("ed") or token.tag_ == "VBD"
    third = token.tag_ == "VB" and token.text.endswith("s")  # "dismisses", misread
    alike = token.tag_ == said.tag_ or (said.tag_ == "VBZ" and third)
    if (said.tag_ == "VBD" and not past) or (said.tag_ in {"VBZ", "VBP"} and not alike):
        return None
    at = token.i - 1
    while at > content.start and token.i - at <= _ADVERBS and content.doc[at].pos_ == "ADV":
        at -= 1
    if content.doc[at].lower_ not in {"and", "but"} or _quoted_with(token, content):
        return None
    if any(c.dep_.startswith("nsubj") and c.i < token.i for c in token.children):
        return None
    start = at - 1 if at - 1 > content.start and content.doc[at - 1].text == "," else at
    before = content.doc[content.start : start]
    if not before:
        return None
    quoted = before[-1].is_quote and len(before) > _LEAST  # "said it was “over” and called"
    goes_back = _goes_back(before, said) or _of_one(before, token)
    return start if read or quoted or goes_back else None


def _of_his_own(token: Token, content: Span, said: Token) -> int | None:
    """Return where "said it was late, | and he appealed to all to wait" goes on with a new act."""
    if token.pos_ != "VERB" or token.tag_ != said.tag_ or token.i - content.start < _ADVERBS + 2:
        return None
    at = token.i - 1
    while token.i - at <= _ADVERBS and content.doc[at].pos_ == "ADV":
        at -= 1
    before = [t.lower_ for t in content.doc[at - 2 : at + 1]]
    if before[:2] != [",", "and"] or before[2] not in {"he", "she"} or _quoted_with(token, content):
        return None
    following = token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""
    lemma = token.lemma_.lower()
    acting = lemma in _APPEALING or (lemma,) in acts() or (lemma, following) in acts()
    return at - 2 if acting and lemma not in _DEEDS else None


def _quoted_with(token: Token, content: Span) -> bool:
    """Say whether a verb stands in the quotation that the content is."""
    marks = sum(t.text in {'"', "“", "”", "«", "»"} for t in content.doc[content.start : token.i])
    return marks % 2 == 1


def _says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in _DEEDS:
        return False
    following = verb.nbor(1).lower_ if verb.i + 1 < len(verb.doc) else ""
    if lemma == "call":
        return following in {"for", "on", "it", "them", "him", "her", "the", "this"}
    return lemma in sayings() or (lemma,) in acts() or (lemma, following) in acts()


def _goes_back(before: Span, said: Token) -> bool:
    """Say whether the verb after a clause belongs to who says the clause, by form and subject."""
    verbs = [t for t in before if t.pos_ in VERBS]
    finite = next((t for t in verbs if t.tag_ in TENSED | {"MD"}), None)
    if finite is None:
        return not verbs  # "condemned the attack | and demanded"
    saying = [t for t in verbs if t.pos_ == "VERB" and _says(t) and t.tag_ in TENSED | {"VBN"}]
    if saying:
        subject = [t for t in before if t.i < finite.i]
        if not subject:
            return False
        return subject[-1].lower_ in _PRONOUNS or all(_is_thing(t) for t in subject)
    if any(map(_is_mute, (c for c in finite.head.children if c.i < finite.i))) or any(
        map(_is_mute, finite.lefts)
    ):
        return True  # "said an answer was under way and warned of more"
    if finite.tag_ in {"VBP", "VBZ"} and said.tag_ == "VBD":
        return True  # "told N that his men “do not take hostages”, and promised"
    if finite.lower_ in {"is", "are"} and before[0].lower_ in _PRONOUNS and said.tag_ != "VBD":
        return True  # "says she is concerned and calls for calm"
    if finite.lower_ in _HELPERS and finite.i < verbs[-1].i:
        # "will fight and calls", "had left and called"; "was beaten and called" goes either way
        return finite.tag_ == "MD" or finite.lower_ in _BACKSHIFTED | {"has", "have"}
    subject = [t for t in before if t.i < finite.i]
    return bool(subject) and subject[-1].lower_ in _PRONOUNS and said.tag_ == finite.tag_


def _of_one(before: Span, second: Token) -> bool:
    """Say whether a verb is of one and the clause before it of many: "men are here and asks"."""
    finite = next((t for t in before if t.tag_ in TENSED), None)
    many = finite is not None and (finite.lower_ in _OF_MANY or finite.tag_ == "VBP")
    pronoun = any(t.lower_ in {"i", "we", "you"} for t in before)
    return many and not pronoun and second.tag_ == "VBZ"


def _is_mute(word: Token) -> bool:
    """Say whether a word is the subject of a clause and a thing that says nothing."""
    subject = word.dep_.startswith("nsubj") and word.pos_ == "NOUN"
    return subject and not names_party(word) and word.lemma_.lower() not in _TELLERS


def _is_thing(word: Token) -> bool:
    """Say whether a word names nobody who can speak: "intelligence suggested"."""
    if word.ent_type_ or word.pos_ == "PROPN":
        return False
    return word.pos_ != "NOUN" or word.lower_ in _THINGS


def _end_of_cue(verb: Token) -> int:
    """Return the end of a cue with the preposition that makes it one: "called on"."""
    following = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    if following is None:
        return verb.i + 1
    pair = (verb.lemma_.lower(), following.lower_)
    if pair in acts() or pair in _OF_MATTERS:
        return following.i + 1
    return verb.i + 1
