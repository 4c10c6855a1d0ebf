"""Whether a clause speaks of what was or of what is to come."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from histor.annotate.held_ahead import is_to_be_held
from histor.extract.lexicons import sayings
from histor.extract.tokens import prepositions
from histor.time_forms import Tense

__all__ = ["had_been", "is_fixed", "is_past", "tense_at", "was_to_come"]

_FUTURE_AUXILIARIES = frozenset(
    ["will", "would", "shall", "’ll", "'ll", "may", "might", "could", "should", "must", "can"]
)
#: with "have" they judge what was: "may have begun", "should have left"
_JUDGING = frozenset(["would", "may", "might", "could", "should", "must", "can"])
_NEGATIONS = frozenset("not n't n’t neither none nobody no never cannot".split())
#: an infinitive under one of these is still to come
_AHEAD = frozenset(
    [
        "agree",
        "aim",
        "allow",
        "arrange",
        "ask",
        "be",
        "call",
        "decide",
        "demand",
        "due",
        "expect",
        "go",
        "hope",
        "intend",
        "invite",
        "order",
        "plan",
        "prepare",
        "promise",
        "propose",
        "schedule",
        "set",
        "slate",
        "threaten",
        "urge",
        "vow",
        "want",
    ]
)
#: what is so by a day is not so yet: "effective May 1", "payable on Friday"
_PENDING = frozenset(["effective", "payable", "due"])
#: what is done now for a day still to come: "was set for May 1", "adjourned until Monday"
_FIXING = frozenset(
    "adjourn book delay defer extend fix list pencil plan postpone schedule set slate tip".split()
)
#: what is called or threatened now for a day to come
_CALLING = frozenset("call announce threaten vow promise propose convene summon".split())
_INVITING = frozenset(["invite", "summon"])
#: prepositions before what was over when something else was done
_AFTER = frozenset(["after", "following"])
_OFF = frozenset(["off", "back"])
_UNTO = frozenset(["for", "until", "till", "to"])
_PLANNING = frozenset(["schedule", "expect", "plan", "due", "slate"])
#: tags of verbs that the present has without a helper, and what is told in it of what was
_PRESENT = frozenset(["VBZ", "VBP"])
_TOLD_NOW = frozenset(
    "say tell report claim announce warn deny follow come be have show mean know describe recall "
    "remember write argue think believe suggest".split()
)
_LASTING = frozenset(["until", "till", "through"])
_BE = frozenset(["is", "are", "'s", "’s", "am"])
#: past tenses that look like the present, and pronouns of one, which those would not follow
_UNCHANGED = frozenset(
    "shut cut hit put set let hurt quit spread beat cast cost split bid burst rid shed slit "
    "thrust read".split()
)
_ONE = frozenset(["he", "she", "it"])
#: a clause in one of these relations shares the tense of the clause above it
_SHARED = frozenset(["xcomp", "conj", "aux", "acl", "amod", "csubj", "obl", "nmod", "obj", "nsubj"])
#: relations of a verb that has only its helper left: "'our police will,' he said on Friday"
_OWN_CLAUSES = frozenset(["ccomp", "conj", "parataxis", "advcl", "acl", "acl:relcl", "csubj"])
#: relations of a time to the noun it stands before
_MARKING = frozenset(["nmod:poss", "nmod:unmarked", "compound", "amod"])
#: words from a quotation's verb of saying back to its mark, and from its time back to the verb
_NAMED, _BESIDE = 8, 3
#: how far up the tree the clause's verb may be
_HEIGHT = 8


def tense_at(token: Token) -> Tense | None:
    """Return the tense of the clause around a token; none where verb and tree do not say.

    Expects ``tag_`` (Penn), ``pos_``, ``dep_`` and ``head`` (UD).
    """
    if _names(token):
        return None
    if token.head.lower_ in _PENDING and token.head.pos_ == "ADJ":
        return "future"
    if _closes_quote(token):
        return "past"
    if _is_fixed(token):
        return "future"
    if _came_before(token):
        return "past"
    if is_to_be_held(token):
        return "future"
    verb: Token | None = _verb_above(token)
    for _ in range(_HEIGHT):
        if verb is None:
            return None
        said = _tense_of(verb)
        if said is not None:
            return said
        if verb.head is verb or verb.dep_.partition(":")[0] not in _SHARED:
            return None
        verb = _verb_above(verb.head)
    return None


def is_fixed(token: Token) -> bool:
    """Say whether a present tense tells what is fixed for a day: "the deadline expires on Friday".

    Headlines tell what was in the present, and "a day after" may follow what "comes".
    """
    verb = token.head
    if not token.dep_.startswith(("obl", "advmod", "nsubj")) or verb.i == token.i:
        return False
    if any(c.dep_ == "case" and c.lower_ in _LASTING for c in token.children):
        words = {c.lower_ for c in verb.children if c.pos_ == "AUX"}
        return verb.tag_ in _PRESENT or bool(words & _BE)
    whole = next((t.is_punct for t in reversed(list(token.sent)) if not t.is_space), False)
    own = verb.tag_ in _PRESENT and not verb.text.endswith("ed")
    return whole and own and verb.lemma_.lower() not in _TOLD_NOW


def had_been(token: Token) -> bool:
    """Say whether a time dates what had been by then: "talks had collapsed in November".

    So it is with what a verb of its own tells as done: "the dam broke on 11 September".
    """
    if _names(token) or _is_fixed(token):
        return False
    if _is_done_on(token):
        return True
    verb = _verb_above(token)
    if verb is None or verb.tag_ not in {"VBN", "VBD"} or verb.lemma_.lower() in _PLANNING | _AHEAD:
        return False
    return _had(verb)


def _is_done_on(token: Token) -> bool:
    """Say whether a day is that of what its own verb tells in the simple past."""
    verb = token.head
    on = any(c.dep_ == "case" and c.lower_ == "on" for c in token.children)
    if not on or not token.dep_.startswith("obl") or verb.tag_ != "VBD":
        return False
    helped = any(c.dep_.startswith(("aux", "xcomp", "ccomp")) for c in verb.children)
    return not helped and verb.lemma_.lower() not in _PLANNING | _AHEAD


def _is_fixed(token: Token) -> bool:
    """Say whether a time is one that something is put to: "the hearing was set for October"."""
    unto = any(c.dep_ == "case" and c.lower_ in _UNTO for c in token.children)
    verb = token.head
    until = any(c.lower_ in {"until", "till"} for c in token.lefts)
    if until and any(t.lemma_.lower() == "give" for t in (verb, verb.head)):
        return True  # "gave them until Friday to leave"
    if until and any(c.lower_ in {"has", "have", "'ve", "’ve"} for c in verb.children):
        return True  # "have been closed until Monday"
    called = any(c.dep_ == "case" and c.lower_ in {"for", "from"} for c in token.children)
    if _is_of_invitation(token):
        return True
    if called and verb.lemma_.lower() in _CALLING:
        return True  # "called a strike for Monday", "threatened a strike from Monday"
    put = verb.lemma_.lower() == "put" and any(c.lower_ in _OFF for c in verb.children)
    return unto and verb.pos_ == "VERB" and (put or verb.lemma_.lower() in _FIXING)


def _is_of_invitation(token: Token) -> bool:
    """Say whether a day is that of what somebody is asked to: "invited X to talks on Monday"."""
    on = any(c.dep_ == "case" and c.lower_ == "on" for c in token.children)
    verb = next((t for t in token.ancestors if t.pos_ == "VERB"), None)
    if not on or verb is None or verb.lemma_.lower() not in _INVITING:
        return False
    return any("to" in prepositions(t) for t in verb.subtree if verb.i < t.i < token.i)


def _came_before(token: Token) -> bool:
    """Say whether a time is of what the deed told followed: "agreed after talks on Monday"."""
    noun = token.head
    after = prepositions(noun) & _AFTER
    if not after or noun.pos_ != "NOUN" or token.dep_.partition(":")[0] != "nmod":
        return False
    return _tense_of(token.sent.root) == "past"


def _closes_quote(token: Token) -> bool:
    """Say whether a time says when a quotation was spoken: "“We will go,” she said on Friday"."""
    sentence = token.sent
    for verb in reversed(token.doc[max(sentence.start, token.i - _BESIDE) : token.i]):
        if verb.pos_ not in {"VERB", "ADP", "ADV"} or verb.text == ",":
            return False
        if verb.pos_ == "VERB":
            before = token.doc[sentence.start : verb.i]
            closed = any(t.is_quote for t in before[-_NAMED:])
            return verb.tag_ == "VBD" and closed and verb.lemma_.lower() in sayings()
    return False


def _names(token: Token) -> bool:
    """Say whether a time marks out a thing: "Wednesday's ruling", "a June agreement"."""
    return (
        token.dep_ in _MARKING and token.head.pos_ in {"NOUN", "PROPN"} and token.head.i > token.i
    )


def _verb_above(token: Token) -> Token | None:
    """Return the nearest predicate at or above a token: a verb, or a noun with a copula."""
    for _ in range(_HEIGHT):
        if token.pos_ == "VERB" or any(c.dep_ == "cop" for c in token.children):
            return token
        if token.head is token:
            return None
        token = token.head
    return None


def _tense_of(verb: Token) -> Tense | None:
    helpers = [c for c in verb.children if c.pos_ == "AUX" and c.dep_ not in _OWN_CLAUSES]
    words = {h.lower_ for h in helpers}
    if "would" in words and _was_announced(verb):
        return None
    if words & _FUTURE_AUXILIARIES:
        return "past" if _looks_back(verb, words) else "future"
    if verb.lemma_.lower() in _PLANNING and not words & {"had"}:
        return "future"
    if verb.tag_ == "VB" and words & _BE and any(c.lower_ == "to" for c in verb.children):
        return "future"  # "is to vote on Friday"
    if _is_asked_for(verb):
        return "future"
    if any(h.tag_ == "VBD" for h in helpers) and verb.lemma_ not in _AHEAD - {"be"}:
        return "past"
    if verb.tag_ == "VBD" or {"has", "have", "had", "'ve", "’ve"} & words:
        return "past"
    if verb.tag_ == "VB" and any(c.lower_ == "to" for c in verb.children):
        # the tree may hang "is due to" on the verb
        due = any(c.lower_ == "due" for c in verb.children)
        return "future" if due or verb.head.lemma_.lower() in _AHEAD else None
    if verb.tag_ == "VBG" and words & _BE:
        return "future"
    if verb.tag_ == "VBN" and not helpers:
        return "past"
    if verb.tag_ == "VBP" and is_past(verb):
        return "past"
    return None


def _is_asked_for(verb: Token) -> bool:
    """Say whether a passive tells what somebody wants: "that they be freed", "wants them to be"."""
    be = any(c.lower_ == "be" and c.dep_ == "aux:pass" for c in verb.children)
    if verb.tag_ != "VBN" or not be:
        return False
    asked = verb.head.i != verb.i and verb.head.lemma_.lower() in _AHEAD - {"be"}
    others = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return asked and not others


def was_to_come(deed: Token) -> bool:
    """Say whether a deed was to come when it was told: "had announced that talks would open"."""
    verb = deed if deed.pos_ == "VERB" else deed.head
    would = any(c.lower_ == "would" for c in verb.children)
    ours = verb is deed or deed.dep_.startswith(("nsubj", "obj"))
    return would and ours and _was_announced(verb)


def _was_announced(verb: Token) -> bool:
    """Say whether what "would" be is told of what had been said: "had announced that it would".

    It was to come then, and may long be over.
    """
    said = verb.head
    return verb.dep_ == "ccomp" and said.tag_ in {"VBN", "VBD"} and _had(said)


def _had(verb: Token) -> bool:
    return any(c.lower_ in {"had", "'d", "’d"} and c.dep_ == "aux" for c in verb.children)


def is_past(verb: Token) -> bool:
    """Say whether a verb's form is a past tense, or one that may be read as present: "cut"."""
    if verb.tag_ == "VBD":
        return True
    if verb.tag_ != "VBP":
        return False
    if verb.lower_ not in _UNCHANGED:  # "police shot", whatever the tag
        return verb.pos_ == "VERB" and verb.lower_ != verb.lemma_.lower()
    subjects = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if not subjects and verb.dep_ == "conj":
        return is_past(verb.head)
    one = any(s.tag_ in {"NN", "NNP"} and not _is_joined(s) for s in subjects)
    joined = any(c.dep_ == "conj" and c.tag_ == "VBD" for c in verb.children)
    return one or joined or any(s.lower_ in _ONE for s in subjects)


def _is_joined(subject: Token) -> bool:
    return any(c.dep_ == "conj" for c in subject.children)


def _looks_back(verb: Token, helpers: Collection[str]) -> bool:
    """Say whether a modal verb tells of what was: "may have begun", "could not be found"."""
    if "have" in helpers and not _JUDGING.isdisjoint(helpers):
        return True
    subjects = (c for s in verb.children if s.dep_.startswith("nsubj") for c in (s, *s.children))
    denied = any(t.lower_ in _NEGATIONS for t in (*verb.children, *subjects))
    return denied and "could" in helpers
