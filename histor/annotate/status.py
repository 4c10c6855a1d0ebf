"""Did it happen? An event's status from its factuality and the grammar around its words.

Factuality is graded as in UDS It Happened (Rudinger et al. 2018); the statuses are the export's.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from spacy.tokens import Token

from histor.annotate.awaited import (
    called_into_being,
    is_drawing_near,
    is_part_of_plan,
    will_be_seen,
)
from histor.annotate.belied import is_belied
from histor.annotate.held_ahead import held_ahead
from histor.annotate.presupposed import is_presupposed, says_that_it_was
from histor.annotate.thwarted import came_to_nothing

__all__ = ["Status", "announced_ahead", "stands_before", "status_of"]

Status = Literal["happened", "ongoing", "planned", "predicted", "denied", "hypothetical"]
_NEGATION = frozenset(["not", "n't", "n’t", "never", "no", "without", "neither", "nor"])
_CERTAIN_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_OPEN = frozenset(["may", "might", "could", "would", "can", "should", "must", "ought"])
_IF = frozenset(["if", "unless", "whether", "lest"])
#: words under which an event is what somebody means to do, or asks for
_INTENT = frozenset(
    "plan intend prepare aim pledge promise vow agree schedule offer threaten decide propose seek "
    "attempt try order demand urge ask call request want refuse hope wish ready set mean due "
    "planned scheduled upcoming threat plan proposal preparation intention offer pledge promise "
    "invitation demand call request readiness willingness ultimatum plot conspire conspiracy mull "
    "contemplate envisage consider".split()
)
#: of these and of the next, verbs of what is said at a meeting or in a call, which was held then
_SAYING = frozenset(
    "agree pledge promise vow offer decide propose urge demand ask request threaten warn "
    "predict call appeal invite refuse reject dismiss".split()
)
_WHERE_SAID = frozenset(["in", "at", "during"])
#: verbs of asking what was, of which nothing is asked for: "asked about the raid"
_QUESTIONING = frozenset(["ask", "question"])
#: words under which an event is what somebody thinks will come
_FORECAST = frozenset(
    "predict expect fear warn forecast anticipate risk likely possible potential imminent danger "
    "prospect fear warning prediction expectation possibility threat looming".split()
)
#: words whose clause or object is said not to have been
_DENIAL = frozenset("deny refute denial".split())
#: adjectives that say of a thing that it is yet to come, and verbs before them
_FORESEEN = frozenset("inevitable unavoidable imminent likely possible probable close near".split())
_SEEMING = frozenset(["seem", "appear", "look", "remain"])
#: verbs of asking somebody to do what the infinitive below them says
_ASKING = frozenset(
    "ask beg call urge order demand request want instruct press push implore plead appeal beseech "
    "exhort lobby petition invite advise encourage require direct task".split()
)
#: of these, verbs of what is not done for being asked: killings that somebody ordered were done
_WANTED = frozenset(["demand", "request", "seek", "urge"])
#: verbs of getting ready for what their object names
_READYING = frozenset("prepare plan consider mull weigh contemplate envisage plot draft".split())
#: and what is dismissed: "rejected the charge that it had fired"
_DISMISSING = frozenset("reject dismiss dispute rebut".split())
_CHARGES = frozenset(
    "charge claim accusation allegation assertion notion report suggestion rumour rumor".split()
)
_DENYING = frozenset(["ccomp", "xcomp", "obj", "nmod", "acl", "csubj", "nsubj:pass"])
#: nouns of talks, and what ties to them what they are about
_TALKS = frozenset("talk negotiation discussion consultation dialogue contact meeting".split())
_ON = frozenset(["on", "about", "over"])
#: words under which an event did not come about, where factuality agrees
_PREVENTION = frozenset(
    "reject dismiss avoid prevent avert halt stop cancel postpone delay defer rule fail refusal "
    "abort thwart foil".split()
)
#: nouns of what is not done, verbs below them whose object is not, and verbs of forbidding
_FAILURES = frozenset("failure inability unwillingness reluctance".split())
_HOLDING = frozenset("hold organise organize stage conduct implement deliver carry".split())
_FORBIDDING = frozenset("ban outlaw prohibit forbid criminalise criminalize".split())
#: verbs of what an event did, and of those who tell that something was
_HARMING = frozenset("kill injure wound hurt damage destroy rock rip shake wreck".split())
_TELLING = frozenset("say announce confirm report add".split())
#: verbs that say that their subject takes place
_OCCURRING = frozenset(
    "begin start commence happen occur take come follow resume continue increase intensify "
    "escalate spread worsen erupt break flare grow exceed surpass reach climb rise".split()
)
#: what an event is said to be that need not come about: "the only way out is a withdrawal"
_COURSES = frozenset(
    "way solution aim goal condition option objective priority answer alternative demand "
    "precondition task".split()
)
#: prepositions before what was, or is, already
_PRESUPPOSING = frozenset(["over", "after", "following", "amid", "despite", "since", "because"])
_ANSWERS = frozenset(["response", "retaliation", "reaction", "reprisal", "revenge", "retribution"])
_CONVENED = frozenset(["election", "vote", "referendum", "poll", "meeting", "summit", "session"])
#: words before it among which "ahead of" stands
_NEAR_AHEAD = 6
_CONVENING = frozenset(["call", "discuss", "debate", "prepare"])
_ENDING = frozenset(["stop", "end", "halt", "cease"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
#: what was said though it is turned down
_SAID = frozenset("ultimatum demand request threat deadline warning call appeal offer".split())
#: nouns of what is done towards a deed
_STRIVING = frozenset("campaign effort fight struggle battle bid drive mission push".split())
#: words before "to" that say that something is arranged
_DUE = frozenset(["due", "set", "scheduled", "poised", "slated", "is", "are"])
_TIMES_TO = frozenset("second minute hour day week month deadline time chance ultimatum".split())
_NOBODY = frozenset(["nobody", "none", "nothing", "no-one", "noone"])
#: verbs whose object, "to ensure" which something is done, is yet to come
_BRINGING = frozenset(
    "ensure guarantee secure facilitate enable arrange organise organize negotiate".split()
)
#: verbs of which the infinitive below them is done if they are
_ACHIEVING = frozenset(["force", "compel", "manage"])
#: nouns of what was and might be again
_AGAIN = frozenset("repeat repetition recurrence rerun replay anniversary aftermath".split())
_ATTENDING = frozenset(["attend", "join", "visit", "reach"])
#: deeds that others are done for, and factuality from which they are taken to have been reached
_GOALS = frozenset(
    "reclaim retake recapture regain capture seize oust topple overthrow depose liberate invade "
    "assassinate annex conquer".split()
)
_SURE_OF_GOAL = 2.0
#: verbs of those who set out for a goal, whatever the tree calls the arc from it
_SETTING_OUT = frozenset(
    "rise revolt rebel march advance unite fight mobilise mobilize gather move band ally team "
    "converge deploy".split()
)
_ONCE, _TO_COME = frozenset(["once", "until"]), frozenset(["will", "would", "wo", "shall", "can"])
#: what comes about only after it was announced, as a truce or sanctions do not
_AHEAD_YET = frozenset(
    "evacuation withdrawal pullout drawdown visit trip meeting summit talks election referendum "
    "relocation resettlement".split()
)
#: verbs of what is held, in the passive too
_HELD_AHEAD = frozenset("open hold convene stage reopen conclude end".split())
_IMPOSING = frozenset("impose launch hold begin open start declare lift order slap".split())
_SET = frozenset(["scheduled", "planned", "slated", "due"])
_MENACING = frozenset(["threaten", "warn", "vow", "promise", "accuse", "say"])
_DONE_TO = ("obj", "obl")
_ONGOING_NOUN = frozenset(["ongoing", "continuing", "continue", "remain", "keep", "still"])
#: how far up the tree a word can decide an event's status
_HEIGHT = 4
#: factuality below which what nothing else marks is not taken as a fact
_DOUBT = -0.3
#: what somebody could do, and need not have done: "capable of launching an attack"
_ABLE = frozenset(["capable", "ability", "capability", "capacity"])
#: verbs whose clause is only thought of
_IMAGINING = frozenset(["imagine", "suppose", "pretend", "dream"])
#: words of what has not been, and of what it would do
_SOME = frozenset(["a", "an", "any", "another"])
_CONDITIONAL = frozenset(["would", "could", "might"])
#: what nobody does of what is not to be: "nobody wants a war"
_WANTING = frozenset(["want", "seek", "need", "desire"])
#: nouns after which "for" tells of what was: "an apology for the shelling"
_REQUITAL = frozenset(
    "apology compensation revenge blame responsibility retaliation punishment reparation "
    "explanation credit condemnation trial retrial prosecution conviction verdict "
    "inquiry".split()
)
#: factuality from which a negated verb is believed to tell a fact: "not only killed"
_SURE = 2.7
#: prepositions before what was over, and helpers of what is done
_BEFORE_IT, _HAVE = frozenset(["after", "following"]), frozenset(["has", "have", "had"])
_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_AS_NOUN = frozenset(["compound", "nmod", "amod", "nsubj", "obj"])
_ORDERING = frozenset("announce decide order decree declare approve".split())
#: what comes over people, and is nobody's plan
_BEFALLING = frozenset(
    "die perish starve drown suffer erupt spread worsen escalate collapse explode break "
    "flare".split()
)
_BEFORE_A_NAME = frozenset("of for by with from against over".split())
#: participles of what something is for, whatever becomes of it: "a coup intended to keep power"
_MEANT = frozenset(["intend", "mean", "aim", "design"])
_ANNOUNCING = frozenset("announce say declare confirm tell state decide agree".split())


_HOLDING = frozenset("hold stage conduct convene organise organize".split())
_PROSPECTS = frozenset("prospect possibility likelihood danger risk spectre specter".split())
#: what stands before a deed that somebody denies to have ordered
_NO_ORDER = re.compile(
    r"\bden(?:y|ied|ies|ying)\s(?:\w+\s){0,2}?(?:ordering|having\sordered|giving\s(?:the\s|an\s)?"
    r"orders?)\s(?:\w+\s){0,3}to\s?\Z",
    re.I,
)


def status_of(event: Token, factuality: float) -> Status:
    """Return the status of the event named by a token.

    Expects Penn tags, lemmas and UD relations; ``factuality`` from -3 to 3, and 3 where a pipeline
    does not tell it.
    """
    if event.tag_ == "VBN" and (event.dep_ == "amod" or stands_before(event)):
        return "happened"  # "the seized boats" were seized
    if any(c.lower_ in _NOBODY and c.dep_.startswith(_DONE_TO) for c in event.children):
        return "denied"  # "fired at nobody"
    if event.dep_ == "nmod" and event.head.lemma_.lower() in _AGAIN:
        return "happened"  # "to avoid a repeat of the war"
    if came_to_nothing(event):
        return "denied"
    if _is_wanted_for(event):
        return "happened"
    if _is_means(event):
        return status_of(event.head, float(event.head._.factuality))
    if (cause := _cause_of(event)) is not None:
        return status_of(cause, float(cause._.factuality))
    if _is_to_be_brought_about(event):
        return "planned"
    if (held := held_ahead(event)) is not None:
        return held
    if is_drawing_near(event):
        return "predicted"
    if _is_stayed_away_from(event) or is_presupposed(event) or _where_none_could(event):
        return "happened"
    if _is_no_more_done(event) or _could_not(event) or _none_was_foreseen(event):
        return "denied"
    clause = _clause(event)
    negated = any(_negated(token) for token in clause)
    auxiliaries = [c for token in clause for c in token.children if c.dep_ in {"aux", "aux:pass"}]
    modals = {a.lower_ for a in auxiliaries}
    above = {t.lemma_.lower() for t in clause[1:]} | _beside(event)
    if event.dep_ in {"obj", "nsubj:pass"}:
        above.discard("set")  # "the fire was set" is no intention
    if _is_to_end(event):
        return "ongoing"
    if _in_time_given(event):
        return "hypothetical"
    if _is_goal(event) and (factuality < _SURE_OF_GOAL or _sets_out(event.head)):
        return "denied" if _negated(event) else "planned"  # "rose, and not to seize power"
    if any(c.dep_ == "acl" and c.tag_ == "VBN" and c.lower_ in _SET for c in event.children):
        return "planned"  # "protests scheduled for Tuesday"
    if _is_set_aside(event):
        return "planned"
    if _is_purpose(event) or _goes_along(
        event
    ):  # what is yet to be done has a purpose that is yet to be reached
        over = status_of(event.head, float(event.head._.factuality))
        if over in {"planned", "predicted", "hypothetical"}:
            return over
    if _denied(clause) or _none_is_meant(clause) or _is_yet_to_be(event) or is_belied(event):
        return "denied"
    if _fell_short(clause):
        return "denied"
    if _is_banned(event):
        return "hypothetical"
    if event.dep_ == "xcomp" and event.head.lemma_.lower() == "fail" and not _negated(event.head):
        return "denied"  # "failed to detonate"
    if _is_ruled_out(event):
        return "hypothetical" if _negated(event.head) else "denied"
    told = event.tag_ in _FINITE and event.dep_ in _AS_NOUN  # a headline's verb: "rioters torch X"
    told = told or _is_judged(event)
    if above & _PREVENTION and factuality < 1.0 and not (_is_answered(event) or told):
        return "denied"
    if says_that_it_was(event):
        return "happened"
    if _is_set_to_be(event):
        return "planned"
    if _denies_order(event):
        return "denied"
    if _is_asked_for(event) or _is_headed_as_asked(event):
        return "denied" if _negated(event) else "planned"  # "asked them to not shoot"
    if _is_awaited(event) or _is_rewarded(event) or _is_talked_of(event):
        return "hypothetical"
    if any(_conditional(token) or _kept_from(token) for token in clause) or _by_anybody(event):
        return "hypothetical"
    if _was_before(event):
        return "happened"
    if _is_course(event) or _could(event) or _would_do(event) or above & _IMAGINING:
        return "hypothetical"
    if (above & _FORECAST and factuality < 2.0) or _is_foreseen(event) or _is_prospect(event):
        return "predicted"
    if _is_readied(event) or announced_ahead(event) or _is_ahead_of_now(event):
        return "planned"
    if called_into_being(event):
        return "planned"
    if _called_for(event) and event.head.pos_ == "VERB" and _negated(event.head):
        return "denied"  # "was not calling for war"
    if _is_due(event) or _called_for(event) or _asked_beside(event) or _is_striven_for(event):
        return "planned"
    if _will_open(event):
        return "planned"
    if "would" in modals and _announced(event):
        return "denied" if negated else "planned"
    if _is_foretold(event):
        return "predicted" if event.lemma_.lower() in _BEFALLING else "planned"
    if modals & _OPEN:
        perfect = any(a.lemma_ == "have" for a in auxiliaries)
        return "hypothetical" if perfect or factuality < 1.0 else "predicted"
    due = event.head if event.dep_ == "nsubj" and event.pos_ == "NOUN" else event
    if modals & _CERTAIN_FUTURE or _going_to(event) or _headed_as_due(due):
        if event.lemma_.lower() in _BEFALLING or will_be_seen(event):
            return "predicted"
        return "denied" if negated else "planned"
    unsure = factuality < 1.5 or event.tag_ == "VB" or is_part_of_plan(event)
    if above & _INTENT and unsure and not _is_headline(event):
        return "planned"
    if negated and (factuality < 1.0 or (_negated(event) and factuality < _SURE)):
        return "denied"
    if _of_nobody(event):
        return "denied"
    if factuality < _DOUBT and not (_plainly_told(event) or _is_known(event)):
        return "planned" if _is_purpose(event) else "hypothetical"
    if _progressive(event, auxiliaries) or above & _ONGOING_NOUN:
        return "ongoing"
    return "happened"


def _clause(event: Token) -> list[Token]:
    """Return the event's word and the words over it that can decide its status."""
    path, token = [event], event
    for _ in range(_HEIGHT):
        head = token.head
        # what stands under a coordinated or an adverbial clause has a status of its own
        if head.i == token.i or token.dep_ in {"advcl", "parataxis", "acl:relcl", "root"}:
            break
        plain = not any(c.dep_.startswith(("nsubj", "aux", "mark")) for c in event.children)
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.i == event.i and plain:
            path.append(head)  # "should free three men arrested in May": they were arrested
            break
        if token.dep_ == "conj" and head.pos_ == "VERB" and token.pos_ == "VERB":
            if _turns(token):
                break
            token = head
            continue
        if token.dep_ == "conj" and head.pos_ == "VERB" and token.pos_ == "NOUN":
            break  # a headline's verb: "rejects the result as police fire on crowds"
        # what an event does says nothing of whether it was, unless it is that it comes about
        there = any(c.dep_ == "expl" for c in head.children)  # "denied that there were clashes"
        if (
            token.dep_ == "nsubj"
            and not there
            and head.lemma_.lower() not in _OCCURRING | _FORECAST
        ):
            break
        named = {"obj", "xcomp", "ccomp"} if token.pos_ == "NOUN" else {"obj", "xcomp"}
        if token.dep_ in named and head.lemma_ == "call":  # named, not called for
            break
        # what somebody acts over or after was before: "called them up over the offensive"
        cases = {c.lower_ for c in token.children if c.dep_ == "case"}
        if token.dep_ in {"obl", "nmod"} and (
            cases & _PRESUPPOSING
            or ("for" in cases and head.lemma_.lower() in _REQUITAL)
            or ("during" in cases and _is_told_there(head))
            or (cases & _WHERE_SAID and head.lemma_.lower() in _SAYING)
            or ("about" in cases and head.lemma_.lower() in _QUESTIONING)
            or _is_reason(token)
        ):
            break
        path.append(head)
        token = head
    return path


def _is_told_there(head: Token) -> bool:
    """Say whether it is a plot, or talk of one, and no deed to come that a meeting frames."""
    helpers = (c for c in head.children if c.dep_.startswith("aux"))
    return head.pos_ == "NOUN" and not any(c.tag_ == "MD" for c in helpers)


def stands_before(participle: Token) -> bool:
    """Say whether a participle only describes the noun behind it: "the release of ousted N"."""
    at, doc = participle.i, participle.doc
    if not participle.sent.start < at < participle.sent.end - 1:
        return False
    behind = doc[at + 1].pos_ in {"ADJ", "NOUN", "PROPN"}
    return behind and doc[at - 1].lower_ in _BEFORE_A_NAME and participle.dep_ == "acl"


def _turns(verb: Token) -> bool:
    """Say whether a clause says what was all the same: "denied that it shelled, but ten died"."""
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    return own and any(c.dep_ == "cc" and c.lower_ == "but" for c in verb.children)


def _is_stayed_away_from(event: Token) -> bool:
    """Say whether a meeting is only one that somebody did not go to: "failed to attend the talks".

    It took place all the same.
    """
    verb = event.head
    known = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in event.children)
    if event.dep_ != "obj" or not known or verb.lemma_.lower() not in _ATTENDING:
        return False
    failed = verb.dep_ == "xcomp" and verb.head.lemma_.lower() == "fail"
    did_not = _negated(verb) and any(c.lower_ in {"did", "had"} for c in verb.children)
    return failed or did_not


def _is_ruled_out(event: Token) -> bool:
    """Say whether somebody says that it will not be: "ruled out a withdrawal"."""
    verb = event.head
    if event.dep_ not in {"obj", "nsubj:pass", "xcomp"} or verb.lemma_.lower() != "rule":
        return False
    return any(c.lower_ == "out" for c in verb.children)


def _is_judged(event: Token) -> bool:
    """Say whether somebody only judges what was: "rejected the dissolution as unlawful"."""
    known = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in event.children)
    if event.dep_ != "obj" or not known:
        return False
    beside = (c for c in (*event.children, *event.head.children) if c.i > event.i)
    return any(
        c.pos_ == "ADJ" and any(g.lower_ == "as" for g in c.children if g.dep_ == "case")
        for c in beside
    )


def _is_headline(verb: Token) -> bool:
    """Say whether a plain form without "to" is a present: "soldiers demanding pay seize X"."""
    return (
        verb.dep_ == "xcomp"
        and verb.tag_ in {"VB", "VBP"}
        and verb.head.tag_ == "VBG"
        and not any(c.lower_ == "to" or c.dep_ == "aux" for c in verb.children)
    )


def _is_reason(noun: Token) -> bool:
    """Say whether a noun names what something is done in answer to: "in response to the raid"."""
    before = noun.left_edge.i - 1
    return before >= noun.sent.start and noun.doc[before].lemma_.lower() in _ANSWERS


def _is_set_to_be(event: Token) -> bool:
    """Say whether something is to be held, without any "if": "elections are to be held in May"."""
    verb = event.head
    if event.dep_ != "nsubj:pass" or verb.lemma_.lower() not in _HOLDING:
        return False
    below = {c.lower_ for c in verb.children}
    return {"to", "be"} <= below and not below.isdisjoint(["is", "are"]) and not _negated(verb)


def _denies_order(event: Token) -> bool:
    """Say whether somebody denies that he ordered a deed: "denied ordering anyone to shoot"."""
    before = event.doc[event.sent.start : event.i].text
    return _NO_ORDER.search(before) is not None


def _is_to_end(event: Token) -> bool:
    """Say whether a deed known to go on is what somebody wants ended: "stop the invasion"."""
    if event.pos_ != "NOUN" or event.dep_ != "obj" or event.head.lemma_.lower() not in _ENDING:
        return False
    known = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in event.children)
    # "would stop attacks on the capital": there are such
    known |= event.tag_ == "NNS" and not any(c.dep_ == "det" for c in event.children)
    return known and event.head.tag_ in {"VB", "VBP"}


def _is_purpose(event: Token) -> bool:
    """Say whether a verb tells what another deed is for: "bombs to kill"."""
    return event.tag_ == "VB" and event.dep_ in {"advcl", "acl"} and event.head.pos_ == "VERB"


def _is_goal(event: Token) -> bool:
    """Say whether a verb tells what force is used for: "an offensive to reclaim the towns"."""
    aimed = event.tag_ == "VB" and event.dep_ in {"advcl", "acl"}
    aimed |= event.dep_ == "xcomp" and _sets_out(event.head)
    aimed &= not _conditional(event)  # "if X were to seize the port"
    return (
        aimed and event.lemma_.lower() in _GOALS and any(c.lower_ == "to" for c in event.children)
    )


def _sets_out(verb: Token) -> bool:
    return verb.lemma_.lower() in _SETTING_OUT


def _goes_along(event: Token) -> bool:
    """Say whether a participle tells what is done along: "will return, visiting Peru"."""
    marked = any(c.dep_ in {"mark", "aux"} for c in event.children)
    # "gave them a week to leave, threatening to attack": it goes along with the giving
    below = event.head.dep_ == "xcomp" and event.lemma_.lower() in _MENACING
    along = event.tag_ == "VBG" and event.dep_ == "advcl" and not marked
    return along and not below and event.head.i < event.i


def _beside(event: Token) -> set[str]:
    """Return the lemmas of the adjectives and nouns that modify an event's noun."""
    found = {c.lemma_.lower() for c in event.children if c.dep_ in {"amod", "compound", "advmod"}}
    # "a withdrawal demanded by X"
    told = (c for c in event.children if c.dep_ == "acl" and c.tag_ == "VBN" and not _is_meant(c))
    return found | {c.lemma_.lower() for c in told}


def _is_meant(participle: Token) -> bool:
    """Say whether a participle tells what something is for: "a raid intended to free N"."""
    what_for = any(c.dep_ in {"xcomp", "advcl"} for c in participle.children)
    return participle.lemma_.lower() in _MEANT and what_for


def _denied(clause: list[Token]) -> bool:
    """Say whether somebody denies the event: it stands in the clause or the object of denying."""
    for below, head in pairwise(clause):
        if head.lemma_.lower() in _DENIAL and below.dep_ in _DENYING:
            return not _negated(head)
        if head.lemma_.lower() in _WANTING and below.dep_ == "obj" and _negated(head):
            return True
        charge = below.i != clause[0].i and below.lemma_.lower() in _CHARGES
        if charge and head.lemma_.lower() in _DISMISSING and below.dep_ in _DENYING:
            return not _negated(head)
    return False


def _fell_short(clause: list[Token]) -> bool:
    """Say whether it was left undone: "the failure to hold a vote", "stopped short of war"."""
    for below, head in pairwise(clause):
        lemma = head.lemma_.lower()
        failing = lemma in _FAILURES and below.dep_ == "acl"
        failing = failing or (lemma == "fail" and below.dep_ == "xcomp")
        if failing and (below.i == clause[0].i or below.lemma_.lower() in _HOLDING):
            return not _negated(head)
    event = clause[0]
    before = [t.lower_ for t in event.doc[max(event.sent.start, event.i - 3) : event.i]]
    return "short" in before and before[before.index("short") + 1 :][:1] == ["of"]


def _is_banned(event: Token) -> bool:
    """Say whether it is what somebody forbids: "banned all rallies", "a ban on protests"."""
    over = event.head
    if over.lemma_.lower() in _FORBIDDING and event.dep_ in {"obj", "nsubj:pass"}:
        return True
    on = any(c.dep_ == "case" and c.lower_ == "on" for c in event.children)
    return event.dep_ == "nmod" and on and over.lemma_.lower() == "ban"


def _is_no_more_done(event: Token) -> bool:
    """Say whether somebody says that he will not do it any more: "would no longer attend talks"."""
    verb = event.head if event.pos_ == "NOUN" and event.dep_ == "obj" else event
    longer = any(c.lower_ == "longer" and c.nbor(-1).lower_ == "no" for c in verb.children if c.i)
    return longer and verb.pos_ == "VERB"


def _could_not(event: Token) -> bool:
    """Say whether somebody is told not to have managed it: "the two could not agree"."""
    helpers = {c.lower_ for c in event.children if c.dep_ == "aux"}
    told = event.dep_ in {"root", "conj", "parataxis"}
    return told and helpers == {"could"} and _negated(event) and event.lemma_ in _SAYING


def _where_none_could(event: Token) -> bool:
    """Say whether it is a meeting at which sides could not agree, which was held."""
    if event.pos_ != "NOUN" or event.dep_ != "obl" or not _could_not(event.head):
        return False
    return any(c.dep_ == "case" and c.lower_ in _WHERE_SAID for c in event.children)


def _none_was_foreseen(event: Token) -> bool:
    """Say whether none is expected or planned: "no further talks were expected"."""
    verb = event.head
    if event.pos_ != "NOUN" or event.dep_ != "nsubj:pass" or not _none_of(event):
        return False
    return verb.lemma_.lower() in {"expect", "foresee", "schedule", "plan"}


def _is_set_aside(event: Token) -> bool:
    """Say whether an aside tells when it is to be: "the vote on the dam, planned for May,"."""
    if event.pos_ != "NOUN":
        return False
    return any(
        t.lower_ in _SET and t.tag_ == "VBN" and t.dep_ == "acl" and t.nbor(-1).text == ","
        for t in event.subtree
        if t.i > event.i
    )


def _is_answered(event: Token) -> bool:
    """Say whether what is refused was said all the same: "rejected the ultimatum"."""
    return event.dep_ in {"obj", "nsubj:pass"} and event.lemma_.lower() in _SAID


def _negated(token: Token) -> bool:
    for child in token.children:
        if child.lower_ in _NEGATION and child.dep_ in {"advmod", "det", "cc"}:
            return True
        if child.lower_ == "without" and child.dep_ == "mark":
            return True  # "without firing a shot"
    return _of_nobody(token)


def _of_nobody(verb: Token) -> bool:
    """Say whether a verb's subject is nobody: "no one was hurt"."""
    return any(
        c.dep_.startswith("nsubj") and (c.lower_ in _NOBODY or _none_of(c)) for c in verb.children
    )


def _none_of(subject: Token) -> bool:
    """Say whether a subject is nobody: "no hostage has been harmed", "not one man was hurt"."""
    first = subject.left_edge
    if first.lower_ == "not" and first.i < subject.i and first.nbor().lower_ in {"one", "a"}:
        return True
    return any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in subject.children)


def _is_awaited(event: Token) -> bool:
    """Say whether it must be first for something else to come: "will be freed once X leaves"."""
    verb = event.head
    waits = any(
        c.lower_ in _ONCE and c.dep_ in {"mark", "advmod"} and c.i < event.i for c in event.children
    )
    if event.dep_ != "advcl" or not waits:
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "aux:pass"}}
    return bool(helpers & _TO_COME) and "have" not in helpers


def _is_talked_of(event: Token) -> bool:
    """Say whether it is no more than what is talked about: "talks on freeing the hostages"."""
    about = event.head.lemma_.lower() in _TALKS and event.dep_ in {"acl", "advcl"}
    return about and event.tag_ == "VBG" and any(c.lower_ in _ON for c in event.children)


def _is_rewarded(event: Token) -> bool:
    """Say whether money is put on it, or people look for it: "a reward for the capture of N"."""
    over = event.head
    for_it = any(c.dep_ == "case" and c.lower_ == "for" for c in event.children)
    return for_it and event.dep_ == "nmod" and over.lemma_.lower() in {"reward", "bounty"}


def _conditional(token: Token) -> bool:
    return any(c.lower_ in _IF and c.dep_ == "mark" for c in token.children)


def _kept_from(token: Token) -> bool:
    """Say whether a deed is what somebody is kept from: "barred them from taking action"."""
    return token.tag_ == "VBG" and any(
        c.dep_ in {"mark", "case"} and c.lower_ == "from" and c.i < token.i for c in token.children
    )


def _was_before(event: Token) -> bool:
    """Say whether a noun names what a past deed followed: "agreed to it, following a meeting"."""
    after = any(c.dep_ == "case" and c.lower_ in _BEFORE_IT for c in event.children)
    root = event.sent.root
    helpers = {c.lower_ for c in root.children if c.dep_ == "aux"}
    done = root.tag_ == "VBD" or (root.tag_ == "VBN" and bool(helpers & _HAVE))
    return after and event.pos_ == "NOUN" and done and root.i < event.i


def _is_prospect(event: Token) -> bool:
    """Say whether it is only what may come: "the prospect of renewed war"."""
    of = any(c.dep_ == "case" and c.lower_ == "of" for c in event.children)
    known = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in event.children)
    return of and not known and event.dep_ == "nmod" and event.head.lemma_.lower() in _PROSPECTS


def _is_wanted_for(event: Token) -> bool:
    """Say whether it is what somebody is sought for: "two men wanted for the killing of N"."""
    tied = any(c.lower_ == "for" and c.dep_ in {"case", "mark"} for c in event.children)
    return tied and event.head.lower_ == "wanted" and event.head.i < event.i


def _is_means(event: Token) -> bool:
    """Say whether it is how something else was done: "by striking X the navy sent a message"."""
    by = any(c.dep_ == "mark" and c.lower_ == "by" for c in event.children)
    return by and event.dep_ == "advcl" and event.tag_ == "VBG" and event.head.tag_ in _FINITE


def _by_anybody(event: Token) -> bool:
    """Say whether whoever might do it is meant: "anyone who attacks will see"."""
    if event.dep_ != "acl:relcl":
        return any(c.lower_ == "whoever" and c.dep_ == "nsubj" for c in event.children)
    if any(c.dep_ == "det" and c.lower_ == "any" for c in event.head.children):
        return any(c.tag_ in {"WDT", "WP"} and c.dep_ == "nsubj" for c in event.children)
    if event.head.lower_ in {"anyone", "anybody", "whoever"}:
        return True
    return event.head.lower_ == "those" and event.tag_ in {"VBZ", "VBP"}


def _is_due(event: Token) -> bool:
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


def _in_time_given(event: Token) -> bool:
    """Say whether it is what somebody is given so long for: "one week to leave"."""
    if event.tag_ != "VB":
        return False
    if event.dep_ == "conj" and event.head.tag_ == "VB":
        own = any(c.dep_ in {"aux", "nsubj"} for c in event.children)
        return not own and _in_time_given(event.head)  # "a week to free him and leave"
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


def _none_is_meant(clause: list[Token]) -> bool:
    """Say whether nobody means or foresees it: "had no intention of going to war"."""
    return any(
        t.pos_ == "NOUN" and t.lemma_.lower() in _INTENT | _FORECAST and _none_of(t)
        for t in clause[1:]
    )


def _is_yet_to_be(event: Token) -> bool:
    """Say whether it was not so far: "has yet to respond", "are yet to meet"."""
    before = [t.lower_ for t in event.doc[max(event.sent.start, event.i - 3) : event.i]]
    if before[-1:] == ["be"]:
        before.pop()
    return before[-2:] == ["yet", "to"]


def _is_striven_for(event: Token) -> bool:
    """Say whether it is what a campaign is for: "the campaign to retake the town"."""
    return event.dep_ == "acl" and event.tag_ == "VB" and event.head.lemma_.lower() in _STRIVING


def _asked_beside(event: Token) -> bool:
    """Say whether it is asked for beside something else: "urged X to stop and to withdraw"."""
    return (
        event.dep_ == "conj"
        and event.tag_ == "VB"
        and event.head.lemma_.lower() in _INTENT
        and any(c.lower_ == "to" for c in event.children)
    )


def _is_asked_for(event: Token) -> bool:
    """Say whether somebody is asked to do it: "called on X to investigate"."""
    if event.pos_ == "NOUN" and event.dep_ == "obj" and event.head.tag_ == "VB":
        # "called for X to impose sanctions"
        return event.head.lemma_.lower() in _IMPOSING and _is_asked_for(event.head)
    return (
        event.tag_ == "VB"
        and event.dep_ in {"advcl", "xcomp", "acl"}
        and event.head.lemma_.lower() in _ASKING
        and event.head.i < event.i
        and any(c.lower_ == "to" for c in event.children)
    )


def _is_headed_as_asked(event: Token) -> bool:
    """Say whether a heading without a verb tells what is asked: "Release of N demanded by X".

    The tree may hang the participle on the noun behind "of".
    """
    if event.pos_ != "NOUN" or event.dep_ != "root":
        return False
    nouns = (event, *(c for c in event.children if c.dep_ == "nmod"))
    asked = (c for noun in nouns for c in noun.children if c.dep_ == "acl" and c.tag_ == "VBN")
    return any(c.lemma_.lower() in _WANTED and c.i > event.i for c in asked)


def _is_foreseen(event: Token) -> bool:
    """Say whether a noun's clause says that it is yet to come: "a war seemed inevitable"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    told = event.head
    if told.lemma_.lower() in _SEEMING:
        return any(c.dep_ == "xcomp" and c.lower_ in _FORESEEN for c in told.children)
    return told.lower_ in _FORESEEN and any(c.dep_ == "cop" for c in told.children)


def _is_readied(event: Token) -> bool:
    """Say whether somebody only gets ready for it: "had prepared sanctions"."""
    passive = any(c.dep_ == "aux:pass" for c in event.head.children)
    governed = event.dep_ == "obj" or (passive and event.dep_.startswith("nsubj"))
    if event.pos_ != "NOUN" or not governed:
        return False
    known = any(c.lower_ in _DEFINITE or c.dep_ == "nmod:poss" for c in event.children)
    return event.head.lemma_.lower() in _READYING and not known


def _called_for(event: Token) -> bool:
    """Say whether it is what somebody asks for: "calls for early elections", "call elections"."""
    if event.pos_ != "NOUN" or any(c.lower_ in _DEFINITE for c in event.children):
        return False
    above = event.head.lemma_.lower()
    if event.dep_ in {"nmod", "obl"} and any(c.lower_ == "for" for c in event.children):
        return above in {"call", "demand", "appeal", "plea", "request", "push"}
    if event.dep_ != "obj":
        return False
    return above in {"demand", "request", "seek", "ask"} or (
        above in _CONVENING and event.lemma_.lower() in _CONVENED
    )


def _announced(event: Token) -> bool:
    """Say whether somebody announced that he would do it: "France said it would withdraw"."""
    if event.dep_ != "ccomp" or event.head.lemma_.lower() not in _ANNOUNCING:
        return False
    # the announcer's own name may be read as a second subject of what he announces
    own = [c for c in event.children if c.dep_ == "nsubj" and c.i > event.head.i]
    passive = any(c.dep_ == "nsubj:pass" and c.i > event.head.i for c in event.children)
    if passive and event.head.lemma_.lower() in _ORDERING:  # "announced that troops would be sent"
        return not any(_conditional(c) for c in (event, *event.children))
    return (
        bool(own)
        and own[0].tag_ == "PRP"
        and not any(c.dep_ == "advcl" and _conditional(c) for c in event.children)
    )


def _is_foretold(event: Token) -> bool:
    """Say whether "would" is the past of "will": "the minister said troops would leave on Friday".

    Not where it hangs on something: "said the army would shell the town if talks failed".
    """
    verb = event.head.head if event.dep_ == "conj" and event.head.dep_ == "ccomp" else event.head
    own = event.head if event.dep_ == "conj" else event
    if own.dep_ != "ccomp" or verb.tag_ not in {"VBD", "VBN"}:
        return False
    if verb.lemma_.lower() not in _ANNOUNCING or any(_negated(t) for t in (event, verb)):
        return False
    helpers = {c.lower_ for c in event.children if c.dep_ in {"aux", "aux:pass"}}
    if "would" not in helpers or "have" in helpers:
        return False
    return not any(_conditional(c) for t in (event, own) for c in (t, *t.children))


def _will_open(event: Token) -> bool:
    """Say whether it is told ahead when it will be held: "announced that talks would open"."""
    verb = event.head
    held = event.dep_.startswith("nsubj") and verb.lemma_.lower() in _OCCURRING | _HELD_AHEAD
    return event.pos_ == "NOUN" and held and _is_foretold(verb)


def _is_course(event: Token) -> bool:
    """Say whether an event is only what would have to be: "the way to peace is a withdrawal"."""
    named = event.head if event.dep_ == "conj" else event
    if not any(c.dep_ == "cop" for c in named.children):
        return False
    return any(c.dep_.startswith("nsubj") and c.lemma_.lower() in _COURSES for c in named.children)


def _is_to_be_brought_about(event: Token) -> bool:
    """Say whether something is done for an event to come: "to ensure the evacuation"."""
    verb = event.head
    return (
        event.dep_ == "obj"
        and verb.tag_ == "VB"
        and verb.lemma_.lower() in _BRINGING
        and _cause_of(verb) is None
        and any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)
    )


def _cause_of(event: Token) -> Token | None:
    """Return the verb with which a deed is done: "forced him to | quit", "managed to call it"."""
    held = event.dep_ == "obj" and event.head.lemma_.lower() in _BRINGING
    verb = event.head if held else event
    done = verb.dep_ == "xcomp" and verb.tag_ == "VB"
    return verb.head if done and verb.head.lemma_.lower() in _ACHIEVING else None


def _could(event: Token) -> bool:
    """Say whether an event is what somebody is only able to do: "capable of attacking"."""
    verb = event.head if event.dep_ == "obj" else event
    return verb.dep_ in {"advcl", "acl", "xcomp"} and verb.head.lemma_.lower() in _ABLE


def _would_do(event: Token) -> bool:
    """Say whether it is only told what it would do: "an attack on X would mean war"."""
    if event.pos_ != "NOUN" or event.dep_ not in {"nsubj", "nsubj:outer"}:
        return False
    if not any(c.dep_ == "det" and c.lower_ in _SOME for c in event.children):
        return False  # "the attack could lead to war"
    helpers = [c for c in event.head.children if c.dep_ == "aux"]
    would = any(a.lower_ in _CONDITIONAL for a in helpers)
    return would and not any(a.lemma_ == "have" for a in helpers)


def _is_ahead_of_now(event: Token) -> bool:
    """Say whether what is told as now comes before it: "tension has risen ahead of the vote"."""
    if event.pos_ != "NOUN" or event.lemma_.lower() not in _CONVENED:
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
    return announced and event.lemma_.lower() in _AHEAD_YET and not _negated(verb)


def _headed_as_due(verb: Token) -> bool:
    """Say whether a heading tells what is to be done: "Peru to free the judge"."""
    return (
        verb.dep_ == "root"
        and verb.lower_ == verb.lemma_.lower()
        and any(c.lower_ == "to" and c.i < verb.i for c in verb.children)
        and any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    )


def _going_to(event: Token) -> bool:
    head = event.head
    return (
        event.dep_ == "xcomp"
        and head.lower_ in {"going", "gonna", "about"}
        and any(c.lower_ == "to" for c in event.children)
    )


def _plainly_told(event: Token) -> bool:
    """Say whether a main clause tells it: "struck a deal on Monday", "rebels sign a truce"."""
    harms = event.dep_ == "nsubj" and event.head.lemma_.lower() in _HARMING  # "blast kills two"
    verb = event.head if event.pos_ == "NOUN" and (event.dep_ == "obj" or harms) else event
    meanwhile = verb.dep_ == "advcl" and any(
        c.dep_ == "mark" and c.lower_ in {"as", "while"} for c in verb.children
    )  # "soldiers fire into the air as the president arrives"
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    beside = verb.dep_ == "parataxis" and (
        own or verb.tag_ == "VBZ"
    )  # "SUMMIT - The president meets N. N. on Monday"
    going_on = verb.tag_ == "VBG" and verb.dep_ == "root" and _progressive(verb, [*verb.children])
    over = verb.dep_ == "ccomp" and own and verb.tag_ == "VBD" and verb.head.lemma_ in _TELLING
    # a headline's present: "commanders meet in X, agree to halt patrols"
    first = verb.head if verb.dep_ == "parataxis" else verb
    headed = verb.tag_ in {"VB", "VBP"} and first.dep_ == "root" and _is_headed(first)
    told = verb.dep_ == "root" or meanwhile or beside or over
    return going_on or headed or (verb.tag_ in _FINITE and told)


def _is_headed(verb: Token) -> bool:
    """Say whether a plain form with a subject and no helper opens a sentence without a stop."""
    subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    helped = any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in verb.children)
    return subject and not helped and verb.sent[-1].text not in {".", "?", "!"}


def _is_known(event: Token) -> bool:
    """Say whether a clause only tells what was about the time of it: "before the explosion"."""
    ties = {c.lower_ for c in event.children if c.dep_ == "case"}
    known = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in event.children)
    over = event.head
    return (
        event.pos_ == "NOUN"
        and event.dep_ == "obl"
        and known
        and bool(ties & (_PRESUPPOSING | {"before"}))
        and over.tag_ == "VBD"
    )


def _progressive(event: Token, auxiliaries: list[Token]) -> bool:
    present = {a.lower_ for a in auxiliaries} & {"is", "are", "'s", "’s", "'re", "been", "am"}
    return event.tag_ == "VBG" and bool(present)
