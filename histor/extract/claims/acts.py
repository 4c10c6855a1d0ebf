"""What a cue does: assert, deny, accuse, warn and so on."""

from __future__ import annotations

from spacy.tokens import Span, Token

from histor.extract.claims.called_by_letter import is_call
from histor.extract.lexicons import acts
from histor.extract.tokens import DAYS, NEGATIONS
from histor.records import ClaimAct

__all__ = ["act_of", "performed_in", "refuses"]

_LONGEST_PHRASE = 3
#: words after the cue that may complete a phrase ("called" + "for")
_AFTER = 2
_SKIPPED = frozenset(["ADV", "DET", "AUX", "PART", "PRON", "ADJ", "PUNCT", "SPACE"])
_NEGATIONS = NEGATIONS | frozenset(["no", "without"])
#: words from "we" to the verb that does what it says
_OPENING = 5
_PERFORMED = frozenset(
    [
        "condemn",
        "demand",
        "deny",
        "accuse",
        "praise",
        "support",
        "promise",
        "warn",
        "predict",
        "ask",
    ]
)
#: "I would expect" expects
_SOFTLY = frozenset(["would", "'d", "’d"])
_SAID_SOFTLY = frozenset(["expect", "predict", "urge", "warn", "caution"])
#: who refuses to condemn does not condemn
_REFUSALS = frozenset(["refuse", "decline", "fail", "stop"])

_TAKING = frozenset(["take", "accept", "shoulder", "bear"])
_EXPECTING = frozenset(["expect", "anticipate", "foresee"])

_FALSE = frozenset(["false", "untrue"])
_REJECTING = frozenset(["reject", "dismiss"])
#: what one may turn down, and what is not said to be so
_OFFERED = frozenset(
    "offer proposal plan jurisdiction authority demand call request appeal bid invitation deal "
    "term condition ceasefire truce resolution ultimatum deadline mediation talk negotiation "
    "dialogue help aid budget bill law draft motion amendment petition application candidate "
    "candidacy compromise concession idea overture rule ruling verdict result outcome "
    "referendum".split()
)


def act_of(cue: Span | None) -> ClaimAct:
    """Return the act that a cue performs; a negated cue and an unknown one assert.

    Expects ``lemma_`` and ``pos_``.
    """
    if cue is None:
        return "assert"
    after = cue.doc[cue.end : min(cue.end + _AFTER, cue.sent.end)]
    words = [t for t in cue if t.pos_ not in _SKIPPED]
    words += [t for t in after if t.pos_ == "ADP" and not _tells_day(t)][:1]
    lemmas = [t.lemma_.lower() for t in words]
    if cue.root.lower_ in _FALSE and cue.root.pos_ == "ADJ":
        return "deny"  # "it is false that"
    if lemmas[0:1] == ["call"] and is_call(cue):
        return "demand"
    that = [t.lower_ for t in cue.doc[cue.end : cue.end + 1]] == ["that"]
    if lemmas[-1:] == ["decline"] and that and not _negated(cue):
        return "deny"  # "declined that he was there", in a spun or translated page
    if "blame" in lemmas and not _TAKING.isdisjoint(lemmas):
        return "assert"  # "took the blame for the raid"
    if _negated(cue) or any(lemma in _REFUSALS for lemma in lemmas[:-1]):
        # "does not expect a deal" foretells that none will come
        return "predict" if lemmas[-1:] and lemmas[-1] in _EXPECTING else "assert"
    table = acts()
    for length in range(_LONGEST_PHRASE, 0, -1):
        for i in range(len(lemmas) - length + 1):
            act = table.get(tuple(lemmas[i : i + length]))
            if act is not None and words[i].pos_ in {"VERB", "NOUN", "PROPN", "X"}:
                return act
    return "assert"


def _tells_day(preposition: Token) -> bool:
    """Say whether a preposition only tells when: "insisted | on Friday | that it was late"."""
    behind = preposition.nbor(1) if preposition.i + 1 < len(preposition.doc) else preposition
    return behind.lower_ in DAYS or behind.like_num


def performed_in(content: Span) -> ClaimAct | None:
    """Return the act that words themselves perform: "we condemn", "I urge"; none if they do none.

    Such a verb does what it says in the first person of the present (Austin 1962, performatives).
    """
    words = [t for t in content if not (t.is_punct or t.is_quote or t.is_space)][:_OPENING]
    if len(words) < 2 or words[0].lower_ not in {"i", "we"}:
        return None
    verb = next((t for t in words[1:] if t.pos_ == "VERB"), None)
    if (
        verb is None
        or verb.tag_ not in {"VBP", "VB"}
        or _negated(content.doc[words[0].i : verb.i + 1])
    ):
        return None
    aside = {t.lower_ for t in words[1 : words.index(verb)] if t.pos_ == "AUX"}
    if aside and not (aside <= _SOFTLY and verb.lemma_.lower() in _SAID_SOFTLY):
        return None
    following = verb.nbor(1).lemma_.lower() if verb.i + 1 < len(verb.doc) else ""
    lemma = verb.lemma_.lower()
    act = acts().get((lemma, following)) or acts().get((lemma,))
    return act if act in _PERFORMED else None


def _negated(cue: Span) -> bool:
    inside: list[Token] = list(cue)
    return any(t.lower_ in _NEGATIONS for t in inside) or any(
        c.lower_ in _NEGATIONS and c.i < t.i for t in inside for c in t.children
    )


def refuses(cue: Span | None, content: Span) -> bool:
    """Say whether somebody turns a thing down: "rejected the offer" denies nothing."""
    if cue is None or cue[-1].lemma_.lower() not in _REJECTING:
        return False
    return content.root.pos_ == "NOUN" and content.root.lemma_.lower() in _OFFERED
