"""Deeds that are announced, due, foreseen or foretold, and those that may or would be done."""

from __future__ import annotations

from spacy.tokens import Token

from histor.annotate.negation import is_conditional, is_negated
from histor.annotate.status_words import CONVENED, DEFINITE, HOLDING, OCCURRING, SET

__all__ = [
    "announced_ahead",
    "by_anybody",
    "cause_of",
    "could_be",
    "going_to",
    "headed_as_due",
    "in_time_given",
    "is_ahead_of_now",
    "is_announced",
    "is_course",
    "is_due",
    "is_foreseen",
    "is_foretold",
    "is_prospect",
    "is_readied",
    "is_set_aside",
    "is_set_to_be",
    "is_to_be_brought_about",
    "is_to_end",
    "on_the_way",
    "was_before",
    "will_open",
    "would_do",
]

#: adjectives that say of a thing that it is yet to come, and verbs before them
_FORESEEN = frozenset("inevitable unavoidable imminent likely possible probable close near".split())
_SEEMING = frozenset(["seem", "appear", "look", "remain"])
#: verbs of getting ready for what their object names, and for what "for" does
_GETTING_READY = frozenset(["mass", "muster", "rehearse", "brace", "train", "amass"])
_READYING = frozenset("prepare plan consider mull weigh contemplate envisage plot draft".split())
#: what an event is said to be that need not come about: "the only way out is a withdrawal"
_COURSES = frozenset(
    "way solution aim goal condition option objective priority answer alternative demand "
    "precondition task".split()
)
#: words before it among which "ahead of" stands
_NEAR_AHEAD = 6
_ENDING = frozenset(["stop", "end", "halt", "cease"])
#: words before "to" that say that something is arranged
_DUE = frozenset(["due", "set", "scheduled", "poised", "slated", "is", "are"])
_TIMES_TO = frozenset("second minute hour day week month deadline time chance ultimatum".split())
#: verbs whose object, "to ensure" which something is done, is yet to come
_BRINGING = frozenset(
    "ensure guarantee secure facilitate enable arrange organise organize negotiate".split()
)
#: verbs of which the infinitive below them is done if they are
_ACHIEVING = frozenset(["force", "compel", "manage"])
#: what comes about only after it was announced, as a truce or sanctions do not
_AHEAD_YET = frozenset(
    "evacuation withdrawal pullout drawdown visit trip meeting summit talks election referendum "
    "relocation resettlement".split()
)
#: verbs of what is held, in the passive too
_HELD_AHEAD = frozenset("open hold convene stage reopen conclude end".split())
#: what somebody could do, and need not have done: "capable of launching an attack"
_ABLE = frozenset(["capable", "ability", "capability", "capacity"])
#: words of what has not been, and of what it would do
_KNOWN_BY = frozenset(["det", "nmod:poss", "nummod", "acl", "acl:relcl"])
_SOME = frozenset(["a", "an", "any", "another"])
_CONDITIONAL = frozenset(["would", "could", "might"])
#: prepositions before what was over, and helpers of what is done
_BEFORE_IT, _HAVE = frozenset(["after", "following"]), frozenset(["has", "have", "had"])
_ORDERING = frozenset("announce decide order decree declare approve".split())
_ANNOUNCING = frozenset("announce say declare confirm tell state decide agree".split())
_PROSPECTS = frozenset("prospect possibility likelihood danger risk spectre specter".split())


def is_set_to_be(event: Token) -> bool:
    """Say whether something is to be held, without any "if": "elections are to be held in May"."""
    verb = event.head
    if event.dep_ != "nsubj:pass" or verb.lemma_.lower() not in HOLDING:
        return False
    below = {c.lower_ for c in verb.children}
    return {"to", "be"} <= below and not below.isdisjoint(["is", "are"]) and not is_negated(verb)


def is_to_end(event: Token) -> bool:
    """Say whether a deed known to go on is what somebody wants ended: "stop the invasion"."""
    if event.pos_ != "NOUN" or event.dep_ != "obj" or event.head.lemma_.lower() not in _ENDING:
        return False
    known = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in event.children)
    # "would stop attacks on the capital": there are such
    known |= event.tag_ == "NNS" and not any(c.dep_ == "det" for c in event.children)
    return known and event.head.tag_ in {"VB", "VBP"}


def is_set_aside(event: Token) -> bool:
    """Say whether an aside tells when it is to be: "the vote on the dam, planned for May,"."""
    if event.pos_ != "NOUN":
        return False
    return any(
        t.lower_ in SET and t.tag_ == "VBN" and t.dep_ == "acl" and t.nbor(-1).text == ","
        for t in event.subtree
        if t.i > event.i
    )


def was_before(event: Token) -> bool:
    """Say whether a noun names what a past deed followed: "agreed to it, following a meeting"."""
    after = any(c.dep_ == "case" and c.lower_ in _BEFORE_IT for c in event.children)
    root = event.sent.root
    helpers = {c.lower_ for c in root.children if c.dep_ == "aux"}
    done = root.tag_ == "VBD" or (root.tag_ == "VBN" and bool(helpers & _HAVE))
    return (
        _has_been(event)
        or _had_been(event)
        or (after and event.pos_ == "NOUN" and done and root.i < event.i)
    )


def _has_been(event: Token) -> bool:
    """Say whether a clause tells what people have gone through: "aid for those who have fled"."""
    helpers = [c for c in event.children if c.dep_ in {"aux", "aux:pass"}]
    perfect = event.tag_ == "VBN" and any(c.lower_ in _HAVE for c in helpers)
    return event.dep_ == "acl:relcl" and perfect and not any(c.tag_ == "MD" for c in helpers)


def _had_been(event: Token) -> bool:
    """Say whether a warning tells what had been done: "warned that rebels had seized the town"."""
    clause = event.head if event.dep_ == "conj" else event
    helpers = {c.lower_: c.tag_ for c in event.children if c.dep_ in {"aux", "aux:pass"}}
    done = event.tag_ == "VBN" and "had" in helpers and "MD" not in helpers.values()
    return (
        done
        and clause.dep_ == "ccomp"
        and clause.head.lemma_.lower() == "warn"
        and not (is_conditional(event) or is_negated(event))
    )


def is_prospect(event: Token) -> bool:
    """Say whether it is only what may come: "the prospect of renewed war"."""
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in event.children)
    known = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in event.children)
    return of and not known and event.dep_ == "nmod" and event.head.lemma_.lower() in _PROSPECTS


def by_anybody(event: Token) -> bool:
    """Say whether whoever might do it is meant: "anyone who attacks will see"."""
    if event.dep_ != "acl:relcl":
        return any(c.lower_ == "whoever" and c.dep_ == "nsubj" for c in event.children)
    if any(c.dep_ == "det" and c.lower_ == "any" for c in event.head.children):
        return any(c.tag_ in {"WDT", "WP"} and c.dep_ == "nsubj" for c in event.children)
    if event.head.lower_ in {"anyone", "anybody", "whoever"}:
        return True
    return event.head.lower_ == "those" and event.tag_ in {"VBZ", "VBP"}


def is_due(event: Token) -> bool:
    """Say whether it is only due: "was due to hold a meeting", "set to visit", "is to send"."""
    verbs = [event, event.head] if event.dep_ == "obj" else [event]
    for verb in verbs:
        before = [t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 3) : verb.i]]
        if before[-1:] == ["be"]:
            before.pop()
        due = len(before) > 1 and before[-1] == "to" and before[-2] in _DUE
        if due and verb.lemma_ != "blame":
            return True
    return False


def in_time_given(event: Token) -> bool:
    """Say whether it is what somebody is given so long for: "one week to leave"."""
    if event.tag_ != "VB":
        return False
    if event.dep_ == "conj" and event.head.tag_ == "VB":
        own = any(c.dep_ in {"aux", "nsubj"} for c in event.children)
        return not own and in_time_given(event.head)  # "a week to free him and leave"
    if event.dep_ == "acl" and event.head.lemma_.lower() in _TIMES_TO:
        return True
    over = event.head
    return (
        event.dep_ in {"xcomp", "advcl"}
        and over.lemma_.lower() == "give"
        and any(
            c.lemma_.lower() in _TIMES_TO or any(g.lower_ == "until" for g in c.children)
            for c in (*over.children, *event.children)
        )
    )


def is_foreseen(event: Token) -> bool:
    """Say whether a noun's clause says that it is yet to come: "a war seemed inevitable"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    told = event.head
    if told.lemma_.lower() in _SEEMING:
        return any(c.dep_ == "xcomp" and c.lower_ in _FORESEEN for c in told.children)
    if told.lower_ in {"matter", "question"}:  # "war is only a matter of time"
        return any(c.lower_ == "time" and c.dep_ == "nmod" for c in told.children)
    return told.lower_ in _FORESEEN and any(c.dep_ == "cop" for c in told.children)


def on_the_way(event: Token) -> bool:
    """Say whether somebody is on his way to do it: "were on their way to put down a revolt"."""
    to = any(c.lower_ == "to" and c.dep_ == "mark" for c in event.children)
    return to and event.tag_ == "VB" and event.head.lower_ == "way"


def is_readied(event: Token) -> bool:
    """Say whether somebody only gets ready for it: "had prepared sanctions"."""
    if event.dep_ in {"obl", "nmod"} and any(
        c.lower_ == "for" and c.dep_ == "case" for c in event.children
    ):  # "is massing forces for an assault"
        return bool(_GETTING_READY & {event.head.lemma_.lower(), event.head.head.lemma_.lower()})
    passive = any(c.dep_ == "aux:pass" for c in event.head.children)
    governed = event.dep_ == "obj" or (passive and event.dep_.startswith("nsubj"))
    if event.pos_ != "NOUN" or not governed:
        return False
    known = any(c.lower_ in DEFINITE or c.dep_ == "nmod:poss" for c in event.children)
    return event.head.lemma_.lower() in _READYING and not known


def is_announced(event: Token) -> bool:
    """Say whether somebody announced that he would do it: "France said it would withdraw"."""
    if event.dep_ != "ccomp" or event.head.lemma_.lower() not in _ANNOUNCING:
        return False
    # the announcer's own name may be read as a second subject of what he announces
    own = [c for c in event.children if c.dep_ == "nsubj" and c.i > event.head.i]
    passive = any(c.dep_ == "nsubj:pass" and c.i > event.head.i for c in event.children)
    if passive and event.head.lemma_.lower() in _ORDERING:  # "announced that troops would be sent"
        return not any(is_conditional(c) for c in (event, *event.children))
    return (
        bool(own)
        and own[0].tag_ == "PRP"
        and not any(c.dep_ == "advcl" and is_conditional(c) for c in event.children)
    )


def is_foretold(event: Token) -> bool:
    """Say whether "would" is the past of "will": "the minister said troops would leave on Friday".

    Not where it hangs on something: "said the army would shell the town if talks failed".
    """
    verb = event.head.head if event.dep_ == "conj" and event.head.dep_ == "ccomp" else event.head
    own = event.head if event.dep_ == "conj" else event
    if own.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if verb.lemma_.lower() not in _ANNOUNCING or any(is_negated(t) for t in (event, verb)):
        return False
    helpers = {c.lower_ for c in event.children if c.dep_ in {"aux", "aux:pass"}}
    if "would" not in helpers or "have" in helpers:
        return False
    return not any(is_conditional(c) for t in (event, own) for c in (t, *t.children))


def will_open(event: Token) -> bool:
    """Say whether it is told ahead when it will be held: "announced that talks would open"."""
    verb = event.head
    held = event.dep_.startswith("nsubj") and verb.lemma_.lower() in OCCURRING | _HELD_AHEAD
    return event.pos_ == "NOUN" and held and is_foretold(verb)


def is_course(event: Token) -> bool:
    """Say whether an event is only what would have to be: "the way to peace is a withdrawal"."""
    named = event.head if event.dep_ == "conj" else event
    if not any(c.dep_ == "cop" for c in named.children):
        return False
    return any(c.dep_.startswith("nsubj") and c.lemma_.lower() in _COURSES for c in named.children)


def is_to_be_brought_about(event: Token) -> bool:
    """Say whether something is done for an event to come: "to ensure the evacuation"."""
    verb = event.head
    return (
        event.dep_ == "obj"
        and verb.tag_ == "VB"
        and verb.lemma_.lower() in _BRINGING
        and cause_of(verb) is None
        and any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)
    )


def cause_of(event: Token) -> Token | None:
    """Return the verb with which a deed is done: "forced him to | quit", "managed to call it"."""
    held = event.dep_ == "obj" and event.head.lemma_.lower() in _BRINGING
    verb = event.head if held else event
    done = verb.dep_ == "xcomp" and verb.tag_ == "VB"
    return verb.head if done and verb.head.lemma_.lower() in _ACHIEVING else None


def could_be(event: Token) -> bool:
    """Say whether an event is what somebody is only able to do: "capable of attacking"."""
    verb = event.head if event.dep_ == "obj" else event
    return verb.dep_ in {"advcl", "acl", "xcomp"} and verb.head.lemma_.lower() in _ABLE


def would_do(event: Token) -> bool:
    """Say whether it is only told what it would do: "an attack on X would mean war"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    some = any(c.dep_ == "det" and c.lower_ in _SOME for c in event.children)
    bare = event.tag_ == "NNS" and not any(c.dep_ in _KNOWN_BY for c in event.children)
    bare &= any(c.dep_ == "obj" for c in event.head.children)  # "talks would open on Monday"
    if not (some or bare):
        return False  # "the attack could lead to war"
    helpers = [c for c in event.head.children if c.dep_ == "aux"]
    would = any(a.lower_ in _CONDITIONAL for a in helpers)
    return would and not any(a.lemma_ == "have" for a in helpers)


def is_ahead_of_now(event: Token) -> bool:
    """Say whether what is told as now comes before it: "tension has risen ahead of the vote"."""
    if event.pos_ != "NOUN" or event.lemma_.lower() not in CONVENED:
        return False
    first = max(event.sent.start, event.i - _NEAR_AHEAD)
    before = " ".join(t.lower_ for t in event.doc[first : event.i])
    if "ahead of " not in f"{before} " and "run - up to " not in f"{before} ":
        return False
    verb = event.sent.root
    helpers = [c for c in verb.children if c.dep_ in {"aux", "aux:pass", "cop"}]
    return any(t.tag_ in {"VBZ", "VBP"} for t in (verb, *helpers))


def announced_ahead(event: Token) -> bool:
    """Say whether it is announced and takes time to come about: "announced a withdrawal"."""
    verb = event.head
    governed = event.dep_ in {"obj", "ccomp", "xcomp", "nsubj:pass"}
    announced = governed and verb.lemma_.lower() in {"announce", "declare"}
    return announced and event.lemma_.lower() in _AHEAD_YET and not is_negated(verb)


def headed_as_due(verb: Token) -> bool:
    """Say whether a heading tells what is to be done: "Peru to free the judge"."""
    return (
        verb.dep_ == "root"
        and verb.lower_ == verb.lemma_.lower()
        and any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
        and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    )


def going_to(event: Token) -> bool:
    """Say whether somebody is going or about to do it."""
    head = event.head
    return (
        event.dep_ == "xcomp"
        and head.lower_ in {"going", "gonna", "about"}
        and any(c.lower_ == "to" for c in event.children)
    )
