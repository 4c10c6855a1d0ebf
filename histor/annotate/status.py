"""Did it happen? An event's status from its factuality and the grammar around its words.

Factuality is graded as in UDS It Happened (Rudinger et al. 2018); the statuses are the export's.
"""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Token

from histor.annotate.asked_or_meant import (
    asked_beside,
    beside_it,
    goes_along,
    is_asked_for,
    is_awaited,
    is_called_for,
    is_goal,
    is_headed_as_asked,
    is_means,
    is_purpose,
    is_rewarded,
    is_striven_for,
    is_talked_of,
    is_wanted_for,
    sets_out,
)
from histor.annotate.awaited import (
    called_into_being,
    is_drawing_near,
    is_part_of_plan,
    will_be_seen,
)
from histor.annotate.belied import is_belied
from histor.annotate.held_ahead import held_ahead
from histor.annotate.negation import (
    could_not,
    denies_order,
    fell_short,
    is_banned,
    is_conditional,
    is_denied,
    is_negated,
    is_no_more_done,
    is_ruled_out,
    is_stayed_away_from,
    is_turned_down,
    is_yet_to_be,
    kept_from,
    none_is_meant,
    none_was_foreseen,
    of_nobody,
    where_none_could,
)
from histor.annotate.presupposed import is_presupposed, says_that_it_was
from histor.annotate.status_words import (
    DEFINITE,
    FORECAST,
    INTENT,
    NOBODY,
    OCCURRING,
    SAYING,
    SET,
    WHERE_SAID,
)
from histor.annotate.thwarted import came_to_nothing
from histor.annotate.to_come import (
    announced_ahead,
    by_anybody,
    cause_of,
    could_be,
    going_to,
    headed_as_due,
    in_time_given,
    is_ahead_of_now,
    is_announced,
    is_course,
    is_due,
    is_foreseen,
    is_foretold,
    is_prospect,
    is_readied,
    is_set_aside,
    is_set_to_be,
    is_to_be_brought_about,
    is_to_end,
    on_the_way,
    was_before,
    will_open,
    would_do,
)
from histor.annotate.would_follow import is_due_behind, was_voted, would_follow
from histor.verb_tags import TENSED

__all__ = ["Status", "stands_before", "status_of"]

Status = Literal["happened", "ongoing", "planned", "predicted", "denied", "hypothetical"]
_CERTAIN_FUTURE = frozenset(["will", "shall", "'ll", "’ll", "wo"])
_OPEN = frozenset(["may", "might", "could", "would", "can", "should", "must", "ought"])
#: verbs of asking what was, of which nothing is asked for: "asked about the raid"
_QUESTIONING = frozenset(["ask", "question"])
#: words under which an event did not come about, where factuality agrees
_PREVENTION = frozenset(
    "reject dismiss avoid prevent avert halt stop cancel postpone delay defer rule fail refusal "
    "abort thwart foil".split()
)
#: verbs of what an event did, and of those who tell that something was
_HARMING = frozenset("kill injure wound hurt damage destroy rock rip shake wreck".split())
_TELLING = frozenset("say announce confirm report add".split())
#: prepositions before what was, or is, already
_PRESUPPOSING = frozenset(["over", "after", "following", "amid", "despite", "since", "because"])
_ANSWERS = frozenset(["response", "retaliation", "reaction", "reprisal", "revenge", "retribution"])
#: what was said though it is turned down
_SAID = frozenset("ultimatum demand request threat deadline warning call appeal offer".split())
#: nouns of what was and might be again
_AGAIN = frozenset("repeat repetition recurrence rerun replay anniversary aftermath".split())
_SURE_OF_GOAL = 2.0
_DONE_TO = ("obj", "obl")
_ONGOING_NOUN = frozenset(["ongoing", "continuing", "continue", "remain", "keep", "still"])
#: how far up the tree a word can decide an event's status
_HEIGHT = 4
#: factuality below which what nothing else marks is not taken as a fact
_DOUBT = -0.3
#: verbs whose clause is only thought of
_IMAGINING = frozenset(["imagine", "suppose", "pretend", "dream"])
#: nouns after which "for" tells of what was: "an apology for the shelling"
_REQUITAL = frozenset(
    "apology compensation revenge blame responsibility retaliation punishment reparation "
    "explanation credit condemnation trial retrial prosecution conviction verdict "
    "inquiry".split()
)
#: factuality from which a negated verb is believed to tell a fact: "not only killed"
_SURE = 2.7
_AS_NOUN = frozenset(["compound", "nmod", "amod", "nsubj", "obj"])
#: what comes over people, and is nobody's plan
_BEFALLING = frozenset(
    "die perish starve drown suffer erupt spread worsen escalate collapse explode break "
    "flare".split()
)
_BEFORE_A_NAME = frozenset("of for by with from against over".split())


def status_of(event: Token, factuality: float) -> Status:
    """Return the status of the event named by a token.

    Expects Penn tags, lemmas and UD relations; ``factuality`` from -3 to 3, and 3 where a pipeline
    does not tell it.
    """
    if event.tag_ == "VBN" and (event.dep_ == "amod" or stands_before(event)):
        return "happened"  # "the seized boats" were seized
    if any(c.lower_ in NOBODY and c.dep_.startswith(_DONE_TO) for c in event.children):
        return "denied"  # "fired at nobody"
    if event.dep_ == "nmod" and event.head.lemma_.lower() in _AGAIN:
        return "happened"  # "to avoid a repeat of the war"
    if came_to_nothing(event):
        return "denied"
    if is_wanted_for(event) or was_voted(event):
        return "happened"
    if is_means(event):
        return status_of(event.head, float(event.head._.factuality))
    if (cause := cause_of(event)) is not None:
        return status_of(cause, float(cause._.factuality))
    if is_to_be_brought_about(event):
        return "planned"
    if (held := held_ahead(event)) is not None:
        return held
    if is_drawing_near(event):
        return "predicted"
    if is_stayed_away_from(event) or is_presupposed(event) or where_none_could(event):
        return "happened"
    if is_no_more_done(event) or could_not(event) or none_was_foreseen(event):
        return "denied"
    clause = _clause(event)
    negated = any(is_negated(token) for token in clause)
    auxiliaries = [c for token in clause for c in token.children if c.dep_ in {"aux", "aux:pass"}]
    modals = {a.lower_ for a in auxiliaries}
    above = {t.lemma_.lower() for t in clause[1:]} | beside_it(event)
    if event.dep_ in {"obj", "nsubj:pass"}:
        above.discard("set")  # "the fire was set" is no intention
    if is_to_end(event):
        return "ongoing"
    if in_time_given(event):
        return "hypothetical"
    if is_goal(event) and (factuality < _SURE_OF_GOAL or sets_out(event.head)):
        return "denied" if is_negated(event) else "planned"  # "rose, and not to seize power"
    if is_due_behind(event) or any(
        c.dep_ == "acl" and c.tag_ == "VBN" and c.lower_ in SET for c in event.children
    ):
        return "planned"  # "protests scheduled for Tuesday"
    if is_set_aside(event) or on_the_way(event):
        return "planned"
    if is_purpose(event) or goes_along(
        event
    ):  # what is yet to be done has a purpose that is yet to be reached
        over = status_of(event.head, float(event.head._.factuality))
        if over in {"planned", "predicted", "hypothetical"}:
            return over
    if is_denied(clause) or none_is_meant(clause) or is_yet_to_be(event) or is_belied(event):
        return "denied"
    if fell_short(clause):
        return "denied"
    if is_banned(event) or is_turned_down(event):
        return "hypothetical"
    if event.dep_ == "xcomp" and event.head.lemma_.lower() == "fail" and not is_negated(event.head):
        return "denied"  # "failed to detonate"
    if is_ruled_out(event):
        return "hypothetical" if is_negated(event.head) else "denied"
    told = event.tag_ in TENSED and event.dep_ in _AS_NOUN  # a headline's verb: "rioters torch X"
    told = told or _is_judged(event)
    if above & _PREVENTION and factuality < 1.0 and not (_is_answered(event) or told):
        return "denied"
    if says_that_it_was(event):
        return "happened"
    if is_set_to_be(event):
        return "planned"
    if denies_order(event):
        return "denied"
    if is_asked_for(event) or is_headed_as_asked(event):
        return "denied" if is_negated(event) else "planned"  # "asked them to not shoot"
    if is_awaited(event) or is_rewarded(event) or is_talked_of(event) or would_follow(event):
        return "hypothetical"
    if any(is_conditional(token) or kept_from(token) for token in clause) or by_anybody(event):
        return "hypothetical"
    if was_before(event):
        return "happened"
    if is_course(event) or could_be(event) or would_do(event) or above & _IMAGINING:
        return "hypothetical"
    if (above & FORECAST and factuality < 2.0) or is_foreseen(event) or is_prospect(event):
        return "predicted"
    if is_readied(event) or announced_ahead(event) or is_ahead_of_now(event):
        return "planned"
    if called_into_being(event):
        return "planned"
    if is_called_for(event) and event.head.pos_ == "VERB" and is_negated(event.head):
        return "denied"  # "was not calling for war"
    if is_due(event) or is_called_for(event) or asked_beside(event) or is_striven_for(event):
        return "planned"
    if will_open(event):
        return "planned"
    if "would" in modals and is_announced(event):
        return "denied" if negated else "planned"
    if is_foretold(event):
        return "predicted" if event.lemma_.lower() in _BEFALLING else "planned"
    if modals & _OPEN:
        perfect = any(a.lemma_ == "have" for a in auxiliaries)
        return "hypothetical" if perfect or factuality < 1.0 else "predicted"
    due = event.head if event.dep_ == "nsubj" and event.pos_ == "NOUN" else event
    if modals & _CERTAIN_FUTURE or going_to(event) or headed_as_due(due):
        if event.lemma_.lower() in _BEFALLING or will_be_seen(event):
            return "predicted"
        return "denied" if negated else "planned"
    unsure = factuality < 1.5 or event.tag_ == "VB" or is_part_of_plan(event)
    if above & INTENT and unsure and not _is_headline(event):
        return "planned"
    if negated and (factuality < 1.0 or (is_negated(event) and factuality < _SURE)):
        return "denied"
    if of_nobody(event):
        return "denied"
    if factuality < _DOUBT and not (_plainly_told(event) or _is_known(event)):
        return "planned" if is_purpose(event) else "hypothetical"
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
        if token.dep_ == "nsubj" and not there and head.lemma_.lower() not in OCCURRING | FORECAST:
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
            or (cases & WHERE_SAID and head.lemma_.lower() in SAYING)
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


def _is_judged(event: Token) -> bool:
    """Say whether somebody only judges what was: "rejected the dissolution as unlawful"."""
    known = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in event.children)
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


def _is_answered(event: Token) -> bool:
    """Say whether what is refused was said all the same: "rejected the ultimatum"."""
    return event.dep_ in {"obj", "nsubj:pass"} and event.lemma_.lower() in _SAID


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
    return going_on or headed or (verb.tag_ in TENSED and told)


def _is_headed(verb: Token) -> bool:
    """Say whether a plain form with a subject and no helper opens a sentence without a stop."""
    subject = any(c.dep_ == "nsubj" and c.i < verb.i for c in verb.children)
    helped = any(c.dep_.startswith("aux") or c.dep_ == "mark" for c in verb.children)
    return subject and not helped and verb.sent[-1].text not in {".", "?", "!"}


def _is_known(event: Token) -> bool:
    """Say whether a clause only tells what was about the time of it: "before the explosion"."""
    ties = {c.lower_ for c in event.children if c.dep_ == "case"}
    known = any(c.dep_ == "det" and c.lower_ in DEFINITE for c in event.children)
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
