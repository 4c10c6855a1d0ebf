"""What a sentence takes for granted: "criticised X for holding talks", "a raid that killed 9"."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = ["is_decreed", "is_presupposed", "says_that_it_was"]

#: verbs of judging somebody for what he did
_JUDGING = frozenset(
    "criticise criticize condemn denounce blame fault slam lambast rebuke reprimand chide punish "
    "jail imprison convict sentence fine arrest detain prosecute suspend sack fire expel thank "
    "praise try applaud commend hail honour honor reward apologise apologize forgive pardon".split()
)
_NOT = frozenset(["not", "n't", "n’t", "never"])
_MODAL = "MD"
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
#: adjectives of those who did what is named behind them
_GUILTY = frozenset("responsible guilty culpable accountable liable".split())
#: verbs that say that their subject takes place, now or later
_COMING = frozenset(
    "begin start commence happen occur take come follow resume continue increase intensify "
    "escalate spread worsen erupt break flare grow exceed surpass reach climb rise be go".split()
)
#: words before "to" that tell what is foretold
_LIKELY = frozenset(["likely", "unlikely", "certain", "sure", "bound"])
#: what a deed did, told in a clause behind its noun, says that it was
_DID = frozenset(
    "kill injure wound hurt maim damage destroy rock rip shake wreck topple oust unseat erupt "
    "begin start break leave claim spark trigger ignite sweep grip paralyse paralyze engulf last "
    "end die burn displace cost force drive follow bring take".split()
)
#: verbs that say something of what is or was, whenever that is done
_MATTERS = frozenset(
    "discuss mark commemorate mourn remember investigate probe examine review avenge condemn "
    "denounce address recall regret celebrate lament deplore analyse analyze debate cast "
    "portray depict paint defend justify downplay legitimise legitimize".split()
)
_LOOKING_INTO = frozenset(["investigate", "probe", "examine"])
#: nouns of looking into what was, and words that leave open whether it was
_INQUIRIES = frozenset("investigation inquiry enquiry probe".split())
_UNSURE = frozenset("possible alleged potential suspected apparent reported".split())
#: verbs of charging, and of having others do what is done
_CHARGING = frozenset(["accuse", "suspect", "convict", "charge", "blame"])
_HAVING_DONE = frozenset("order direct command mastermind orchestrate instigate finance".split())
#: what is in force once it is ordered
_IN_FORCE = frozenset("curfew lockdown blackout ban embargo blockade".split())
#: what may be discussed before it is
_YET = frozenset("election vote referendum poll meeting summit session talks visit trip".split())
#: nouns of when and where something was, and of those whom it struck
_OF_IT = frozenset(
    "day night morning evening hour moment scene site victim survivor aftermath wreckage".split()
)
_HELD = frozenset(["has", "have", "had", "'ve", "’ve", "was", "were"])


def is_presupposed(event: Token) -> bool:
    """Say whether the words above an event take it for granted, whatever they say of the rest."""
    tests = (
        _is_judged,
        _is_guilt,
        _is_matter,
        _is_used,
        _strikes_again,
        _is_charged,
        is_decreed,
        _is_dated_by,
        _is_probed,
    )
    return any(test(event) for test in tests)


def _is_probed(event: Token) -> bool:
    """Say whether an inquiry is into it, held or only asked for: "an inquiry into the raid"."""
    if event.pos_ != "NOUN" or event.dep_ != "nmod" or event.head.lemma_.lower() not in _INQUIRIES:
        return False
    into = any(c.lower_ == "into" for c in event.children if c.dep_ == "case")
    return into and _UNSURE.isdisjoint(c.lower_ for c in event.children)


def _is_judged(event: Token) -> bool:
    """Say whether somebody is judged for it: "criticised its leaders for holding a meeting"."""
    verb = event.head if event.pos_ == "NOUN" and event.dep_ == "obj" else event
    over = verb.head
    if verb.tag_ != "VBG" or verb.dep_ not in {"advcl", "acl"} or over.i > verb.i:
        return False
    if over.lemma_.lower() not in _JUDGING or any(c.tag_ == _MODAL for c in over.children):
        return False
    done = over.tag_ in {"VBD", "VBZ", "VBP"} or any(c.lower_ in _HELD for c in over.children)
    marked = any(c.lower_ == "for" and c.i < verb.i for c in verb.children)
    return done and marked and not any(c.lower_ in _NOT for c in verb.children)


def _is_charged(event: Token) -> bool:
    """Say whether somebody is charged with having had it done: "accused X of ordering the raid"."""
    verb, over = event.head, event.head.head
    if event.pos_ != "NOUN" or event.dep_ != "obj" or verb.tag_ != "VBG" or not _is_known(event):
        return False
    charged = verb.dep_ in {"advcl", "xcomp", "acl"} and over.lemma_.lower() in _CHARGING
    return charged and verb.lemma_.lower() in _HAVING_DONE


def is_decreed(event: Token) -> bool:
    """Say whether the order puts it into force: "the governor has ordered a curfew"."""
    verb = event.head
    ordered = event.dep_ == "obj" and verb.lemma_.lower() == "order" and verb.tag_ in {"VBD", "VBN"}
    return ordered and event.lemma_.lower() in _IN_FORCE


def _is_dated_by(event: Token) -> bool:
    """Say whether it is what a day or its victims are told by: "the day of the shipwreck"."""
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in event.children)
    told = event.pos_ == "NOUN" and event.dep_ == "nmod" and event.head.lemma_.lower() in _OF_IT
    return of and told and _is_known(event) and event.lemma_.lower() not in _YET


def _is_guilt(event: Token) -> bool:
    """Say whether it is what somebody is guilty of: "officers responsible for the deaths"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"obl", "nmod"}:
        return False
    first = event.left_edge
    beside = first.i > event.sent.start and first.nbor(-1).lower_ in _GUILTY
    guilty = beside or event.head.lemma_.lower() in _GUILTY
    return guilty and any(c.lower_ in {"for", "of"} for c in event.children if c.dep_ == "case")


def _is_matter(event: Token) -> bool:
    """Say whether it is what somebody means to talk of or look into: "will discuss the raid"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"obj", "nsubj:pass"}:
        return False
    # "urged X to investigate attacks by mobs": there were such
    looked_into = event.head.lemma_.lower() in _LOOKING_INTO and event.tag_ == "NNS"
    if not _is_known(event) and not looked_into:
        return False
    return event.head.lemma_.lower() in _MATTERS and event.lemma_.lower() not in _YET


def _is_used(event: Token) -> bool:
    """Say whether somebody is known to use it: "an inquiry into its use of drone strikes"."""
    use = event.head
    if event.dep_ != "nmod" or use.lemma_.lower() != "use" or use.pos_ != "NOUN":
        return False
    return any(c.dep_ == "nmod:poss" for c in use.children)


def _is_known(noun: Token) -> bool:
    return any(
        (c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "nmod:poss" for c in noun.children
    )


def _strikes_again(event: Token) -> bool:
    """Say whether what a known deed will do is foretold: "the raid is likely to raise fears"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    told = event.head
    if not _is_known(event) or told.lemma_.lower() not in _LIKELY:
        return False
    deed = next((c for c in told.children if c.dep_ == "xcomp" and c.tag_ == "VB"), None)
    if deed is None or deed.lemma_.lower() in _COMING:
        return False
    return any(c.dep_ == "obj" for c in deed.children)


def says_that_it_was(event: Token) -> bool:
    """Say whether a clause behind a noun tells what it did: "protests in which nine have died"."""
    if event.pos_ != "NOUN":
        return False
    for clause in event.children:
        if clause.dep_ != "acl:relcl" or clause.lemma_.lower() not in _DID:
            continue
        helpers = [c for c in clause.children if c.dep_ in {"aux", "aux:pass"}]
        if any(c.tag_ == _MODAL for c in helpers) or any(c.lower_ in _NOT for c in clause.children):
            continue
        if clause.tag_ == "VBD" or any(c.lower_ in _HELD for c in helpers):
            return True
    return False
