"""Which expression of time dates an event: what owns its noun, else the nearest of its clause."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence

from spacy.tokens import Span, Token

from histor.annotate.status import stands_before
from histor.extract.claims.closing_cues import closing_speaker
from histor.extract.dates.barred_times import closes_caption, is_bound, is_lasting, is_not_its_own
from histor.extract.dates.elapsed import gone_by_since
from histor.extract.dates.said_again import said_again
from histor.extract.dates.tenses import is_past
from histor.extract.dates.time_values import DATELESS
from histor.extract.dates.told_from import told_from
from histor.extract.events.elsewhere import is_charge_over
from histor.extract.events.event_parties import is_charge
from histor.extract.events.event_words import event_words, names_event
from histor.extract.events.light_verbs import is_light
from histor.extract.events.no_event_party import in_dateline
from histor.extract.events.nouns_of_deeds import as_noun
from histor.extract.events.telling_above import told_by
from histor.extract.names.affiliations import party_words
from histor.extract.nearby import Nearby
from histor.extract.tokens import STRETCHES, VERBS, is_answered, prepositions
from histor.records import TimeExpression
from histor.verb_tags import TENSED

__all__ = ["OTHER_TIMES", "EventDates", "at_once", "struck_with", "tells_when"]

#: words between an event and a date or a place of its sentence
_REACH = 40
_TIME_WEIGHT = 4
#: words before a day in which "since" stands, and what is set beside another
_SINCE = 2
_MOST, _FIRST = frozenset(["JJS", "RBS"]), frozenset(["first", "only"])
#: words that what is counted from another deed, or parted by a semicolon, seems farther away
_COUNTED = 8
_OF_A_NOUN = frozenset(["compound", "nmod", "nummod", "amod", "nmod:poss", "nmod:unmarked"])
_FINITE = TENSED | {"VBN"}
#: words that a time on the event's own verb is away at most
_OWN = 3
_GOVERNED = frozenset(["obj", "nsubj:pass", "obl"])
_GENITIVE = frozenset(["'s", "’s", "'", "’"])
#: words of a noun's phrase behind its date
_PHRASE = 5
#: tokens between a time and the noun that it possesses: "Thursday's second deadly explosion"
_MARKED = 4
#: arcs that part a time from the event: below the event's clause, and above it
_CLAUSES_BELOW = frozenset(["advcl", "acl", "acl:relcl", "ccomp", "parataxis", "csubj", "appos"])
_CLAUSES_ABOVE = frozenset(["ccomp", "acl:relcl", "parataxis", "appos"])
#: verbs whose infinitive is yet to come
_AHEAD = frozenset(
    "agree ask call command decide demand expect instruct offer order plan pledge promise propose "
    "refuse request require swear tell threaten undertake urge vow want warn".split()
)
#: verbs that say when an event is to be, and words for what it was part of
_SETTING = frozenset("hold schedule set slate plan expect convene due fix".split())
_LASTED = frozenset(["in", "within", "for", "over", "after"])
_JOINING = frozenset(["and", "but", "while"])
_WHEREIN = frozenset(["which", "when", "where"])
_HAPPENINGS = frozenset("incident episode accident operation case day night year time".split())
_ELSEWHEN = frozenset("later earlier previously formerly since eventually afterwards".split())
#: words from "since" to the time of what it names, and their parts of speech
_NAMED_SINCE, _NAMING = 6, frozenset(["NOUN", "PROPN", "ADP", "DET", "ADJ"])
#: what tells a tense other than the past
_HELPERS = frozenset("is are will would has have may might could should must can".split())
_TO_COME, _HAVE = frozenset(["will", "would", "may", "might"]), frozenset(["has", "have", "had"])
#: prepositions of what a deed holds: "a raid in which nine people died"
_INSIDE = frozenset(["in", "during"])
#: what courts and police open and close, and what ties a deed to it
_PROCEEDINGS = frozenset(
    "case cause charge proceeding trial investigation inquiry probe indictment conviction "
    "amnesty pardon sentence".split()
)
_OF_CASES = frozenset(["for", "over", "into", "on"])
#: prepositions of the occasion on which something is said
_WHERE = frozenset(["at", "during"])
#: what is issued, and goes on to ask or say something on the same day
_ISSUED = frozenset(
    "resolution statement letter decree declaration communique communiqué ruling order law bill "
    "message speech motion note memorandum".split()
)
#: words before what happened at the same moment
_MEANWHILE = frozenset(["as", "while", "whilst"])
#: in what somebody tells of a deed
_MEDIA = frozenset(
    "video statement message post interview speech broadcast audio letter tweet recording".split()
)
#: verbs of those who were there: what they saw or heard was on that day
_PERCEIVING = frozenset(["see", "hear", "witness", "survive"])
#: verbs of what comes of a deed, whose day is that of what came
_LEADING = frozenset("lead result culminate precipitate trigger prompt spark cause".split())
_WEEKDAYS = frozenset(name.lower() for name in calendar.day_name)
#: words before what was at another time
OTHER_TIMES = frozenset(["after", "before", "since", "until"])
#: words before what a deed was shortly before, after or during, and digits of a year
_ABOUT_THEN, _YEAR_DIGITS = frozenset(["ahead", "before", "after", "during", "around"]), 4
#: prepositions before what made somebody act, on whatever day it was
_OVER = frozenset(["over", "after", "following", "amid", "despite", "since"])


#: verbs by which one thing becomes another
_BECOMING = frozenset("turn descend escalate degenerate erupt develop grow spill morph".split())
#: clauses below the first of two that are joined by "and"
_BELOW = frozenset(["acl", "acl:relcl", "advcl", "xcomp", "ccomp"])
#: days from which a time that something was after says little of when it was
_BOUNDING = 27


class EventDates:
    """Finds the expressions that date the events of a page."""

    def __init__(
        self,
        times: Sequence[TimeExpression],
        given: Mapping[int, TimeExpression | None] | None = None,
    ) -> None:
        """Prepare a page's expressions.

        Args:
            times: the expressions.
            given: what dates certain words, by their numbers; none where nothing does.
        """
        again = said_again(times)
        self._times = Nearby([t for t in times if t.id not in again], lambda t: t.span.start)
        #: by the start of an expression, that of the one before it which is counted from it
        self._counted_by = {
            times[n + way].span.start: time.span.start
            for n, time in enumerate(times)
            if (way := (time.form and time.form.counted) or 0) > 0 and n + way < len(times)
        }
        self._given = dict(given or {})

    def of(self, *words: Token) -> TimeExpression | None:
        """Return what dates an event, by the first of its words that tells it."""
        for word in words:
            found = self._given[word.i] if word.i in self._given else self._nearest(word)
            if found is not None:
                return found
        return None

    def _nearest(self, token: Token) -> TimeExpression | None:
        """Return the expression of the event's own clause that stands nearest in tree and text.

        What is counted from another deed stands behind a day of the clause's own.
        """
        sentence = token.sent
        closing = closing_speaker(sentence)
        best: tuple[float, TimeExpression] | None = None
        for time in self._times.starting(sentence.start_char, sentence.end_char):
            if time.date is None and (time.form is None or time.form.kind in DATELESS):
                continue
            if _lasted_on(time):
                continue
            if token.idx < self._counted_by.get(time.span.start, -1):
                continue  # "came two days after the seizure of a barge on Tuesday"
            span = token.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
            if span is None:
                continue
            if closing is not None and token.i < closing[1].i < span.start:
                continue  # "…, X said on Friday", wherever the tree hangs the day
            since = time.form is not None and time.form.since
            own = range(0) if since else _in_phrase(span)  # "the 3 May bombing of a bus"
            if (
                _possessed(span, token)
                or _opened(span, time, token)
                or _of_day(span, token)
                or _of_the_cause(span, token)
                or token.i in own
            ):
                return time  # "Thursday's explosion"
            if time.form is not None and time.form.kind == "offset" and gone_by_since(span, token):
                return time  # "it is two years since the army seized Orle"
            if (own and is_charge(token)) or _of_its_object(span, token):
                continue
            if token.i < span.start and _opens_clause(span) is not None:
                continue  # "recalled its envoy, and | in May | X closed the port"
            root: Token | None = _clause_around(span) or _verb_between(span.root) or span.root
            ahead = time.form is not None and time.form.ahead
            if ahead:
                root, what = told_from(span)
                if what is not None and any(what.i == t.i for t in (token, *token.ancestors)):
                    continue
            if is_not_its_own(span, time, token):
                continue
            if closes_caption(span, time) and not in_dateline(span.root):
                root = sentence.root
            if _compared(span, token) or in_dateline(span.root) or _only_bounds(span, time):
                continue
            if root is None or not _tells(root, token):
                continue
            if _of_the_telling(span, token) and not self._is_told_on_another(span, token):
                continue
            if _of_what_followed(span.root, token):
                continue
            far = _steps(root, token) * _TIME_WEIGHT + ahead * _COUNTED
            if token.pos_ != "NOUN" or root.head.i != token.head.i:
                gap = abs(span.root.i - token.i)  # unless one verb bears both
                borne = token.pos_ == "VERB" and root.i != token.i and root.head.i == token.i
                far += min(gap, _OWN) if borne else gap
            low, high = sorted((span.root.i, token.i))
            far += _COUNTED * any(t.text == ";" for t in token.doc[low:high])
            if far <= _REACH and (best is None or far < best[0]):
                best = (far, time)
        return best[1] if best else self._label(token)

    def _label(self, event: Token) -> TimeExpression | None:
        """Return the day that stands before a sentence's colon: "February 3: Soldiers fire …".

        Not of what is told in a clause of its own, or had been before.
        """
        sentence = event.sent
        first = sentence.start_char
        for word in (event, *event.ancestors):
            had = any(c.lower_ == "had" and c.dep_ == "aux" for c in word.children)
            if had or word.dep_ in _CLAUSES_BELOW:
                return None
        for time in self._times.starting(first, first + 1):
            told = time.form is not None and time.form.day is not None and time.date is not None
            span = sentence.doc.char_span(first, time.span.end, alignment_mode="expand")
            if told and span is not None and span.end < sentence.end:
                return time if sentence.doc[span.end].text == ":" else None
        return None

    def _is_told_on_another(self, time: Span, event: Token) -> bool:
        """Say whether who tells of an event has a time of his own before the one behind it.

        "This week X praised the killing of Y on Wednesday": Y was killed on Wednesday.
        """
        telling = told_by(event)
        if telling is None or not telling.i < event.i < time.start:
            return False
        first = time.sent.start_char
        own = self._times.starting(first, telling.idx)
        return any(t.form is not None and t.form.kind not in DATELESS for t in own)


def _of_day(time: Span, noun: Token) -> bool:
    """Say whether a day stands right behind a deed's noun as its own: "the riots of 3 May"."""
    behind = time.start == noun.i + 2 and noun.nbor().lower_ == "of"
    return behind and noun.pos_ == "NOUN"


def _of_the_cause(time: Span, noun: Token) -> bool:
    """Say whether a day stands right behind what made somebody act: "after a raid on Monday".

    Whatever the tree hangs it on: "a blast on Monday that wounded nine".
    """
    if noun.pos_ != "NOUN" or not 1 <= time.start - noun.i <= 2:
        return False
    on = time.start == noun.i + 1 or noun.nbor().lower_ == "on"
    return on and is_answered(noun)


def _of_its_object(time: Span, verb: Token) -> bool:
    """Say whether a day is that of what a verb is done to: "annulled the vote of 3 May"."""
    if time.start < verb.i + 2 or time.doc[time.start - 1].lower_ != "of":
        return False
    noun = time.doc[time.start - 2]
    governed = noun.dep_ == "obj" and noun.head.i == verb.i and names_event(noun)
    return governed and not is_light(verb, event_words())


def _in_phrase(time: Span) -> range:
    """Return the numbers of the nouns in whose phrase a date stands: "the 3 May, 1988, bombing".

    None where they name no deed.
    """
    doc, at = time.doc, time.end
    if (
        time.start < 1
        or doc[time.start - 1].pos_ != "DET"
        or not any(c.isdigit() for c in time.text)
    ):
        return range(0)
    at += at < len(doc) and doc[at].text == ","
    first = at
    while at < min(len(doc), first + _PHRASE) and (
        doc[at].pos_ in {"NOUN", "ADJ", "VERB"} or (doc[at].text == "-" and at > first)
    ):
        if doc[at].tag_ in {"VBD", "VBZ", "VBP"}:
            break
        at += 1
    deeds = [n for n in range(first, at) if names_event(doc[n])]
    return range(deeds[0], at) if deeds and doc[at - 1].pos_ != "ADJ" else range(0)


def _lasted_on(time: TimeExpression) -> bool:
    """Say whether it tells how long something past went on: "ran it for the next eleven years"."""
    if time.form is None or time.tense != "past":
        return False
    return time.form.kind == "stretch" and time.form.direction == "future"


def _clause_around(time: Span) -> Token | None:
    """Return the verb of a clause that an expression stands in, though the tree hangs it outside.

    "The raid came after rebels on Sunday attacked": Sunday stands between the clause's first word
    and its verb.
    """
    if (verb := _opens_clause(time)) is not None:
        return verb
    if time.root.head.i > time.start:
        return None
    for mark in time.doc[time.root.head.i : time.start]:
        if mark.dep_ == "mark" and mark.lower_ in OTHER_TIMES and mark.head.i >= time.end:
            return mark.head
    return None


def _verb_between(time: Token) -> Token | None:
    """Return the verb over a clause to which a time behind that verb was tied.

    "Relatives of crews who | went | down staged a protest | on Sunday": they staged it then.
    """
    clause = time.head
    if time.dep_ != "obl" or not clause.dep_.startswith("acl"):
        return None
    verbs = (a for a in clause.ancestors if a.pos_ == "VERB")
    over = next(verbs, None)
    return over if over is not None and clause.i < over.i < time.i else None


def _opens_clause(time: Span) -> Token | None:
    """Return the verb of a clause behind "and" that a time opens: "and | in May | rebels fled".

    The tree may hang it on a word of the clause before, or on one behind the verb.
    """
    first, doc = time.start - 1, time.doc
    if first <= time.sent.start or time.end >= time.sent.end or doc[first].pos_ != "ADP":
        return None
    if doc[first - 1].lower_ not in _JOINING:
        return None
    subjects = (t for t in doc[time.end : time.sent.end] if t.dep_ in {"nsubj", "nsubj:pass"})
    subject = next((t for t in subjects if t.left_edge.i == time.end), None)
    return subject.head if subject is not None and subject.head.i > subject.i else None


def _only_bounds(time: Span, told: TimeExpression) -> bool:
    """Say whether a time only says what it was after or before: "after 2020", "until Monday"."""
    if (told.form is not None and told.form.until) or is_bound(time):
        return True
    for word in reversed(time.doc[max(time.sent.start, time.start - _NAMED_SINCE) : time.start]):
        if word.lower_ == "since" and word.i < time.start - 1:
            return True  # "three wars since its independence in 1947"
        if word.pos_ not in _NAMING and word.tag_ != "PRP$":
            break
    long = told.date is not None and told.date.length > _BOUNDING
    return long and bool(prepositions(time.root) & {"after", "before"})


def _compared(time: Span, event: Token) -> bool:
    """Say whether a day is one that an event is only set beside: "the worst raid since 2014".

    What was on that day stands below it: "since 2014, when soldiers fired".
    """
    before = time.doc[time.sent.start : time.start]
    since = any(t.lower_ == "since" for t in before[-_SINCE:])
    if not since or any(t.i == time.root.i for t in event.ancestors):
        return False
    return any(t.tag_ in _MOST or t.lower_ in _FIRST for t in before)


def _of_the_telling(time: Span, event: Token) -> bool:
    """Say whether a time dates who tells of a noun's event: "X on Friday condemned the attack".

    Behind the noun's own phrase ("… the attack on Y on Friday") it is taken for the telling's.
    """
    if _in_a_video(time, event):
        return True
    telling = told_by(event)
    if telling is None or telling.lemma_.lower() in _PERCEIVING or prepositions(event) & _WHERE:
        return False  # "said at a rally in Lima on Friday"
    verb = time.root.head
    if verb.i != event.i and _is_its_setting(verb, event):
        return False  # "condemned the attack carried out on Friday"
    own = verb.i == event.i
    if telling.i > time.end:  # "a second raid on Y, on 3 May, …, X said"
        return not own
    between = any(c.dep_ == "nmod" and event.i < c.i < time.start for c in event.children)
    return not own or between


def _in_a_video(time: Span, event: Token) -> bool:
    """Say whether a day is that of what tells of a deed: "claimed it in a video on Monday"."""
    if event.pos_ != "NOUN" or time.start <= event.i:
        return False
    return any(
        t.lemma_.lower() in _MEDIA and t.dep_ in {"obl", "nmod"}
        for t in time.doc[event.i + 1 : time.start]
    )


def _of_what_followed(time: Token, event: Token) -> bool:
    """Say whether a time dates what was done over or after a deed: "cut aid on Friday over X"."""
    if not (event.pos_ == "NOUN" or as_noun(event)):
        aside = all(t.i != event.i for t in (time, *time.ancestors))
        return aside and event.tag_ == "VBG" and is_charge_over(event)  # "tried for killing"
    if "before" in prepositions(event) and all(t.i != time.i for t in event.subtree):
        return True  # "was seen before the shooting, and was found in December"
    if time.i >= event.i:
        return _of_another_clause(time, event)
    if time.head.i == event.i and "since" not in prepositions(event):
        return False  # "jailed for the 2009 murder"
    if "into" in prepositions(event) and event.head.lemma_.lower() not in _BECOMING:
        return True  # "looked on Friday into the killing"
    if is_charge_over(event):
        return True  # "jailed last year for the bombing", "charged in May with the slaying"
    after = bool(prepositions(event) & _OVER) or is_answered(event)
    return after or event.head.lemma_.lower() == "protest"


def _of_another_clause(time: Token, event: Token) -> bool:
    """Say whether a deed is what was before that which a time tells: "after a raid, X fled today".

    Whatever the tree hangs the deed on: a comma and a verb of its own part the time from it.
    """
    if not prepositions(event) & OTHER_TIMES:
        return False
    between = event.doc[event.i + 1 : time.i]
    if len(between) and between[0].text == "," and len(between) <= _OWN:
        return True  # "two months after the attack, on 9 July"
    for comma in event.doc[event.i + 1 : time.i]:
        if comma.text != "," or comma.nbor().lower_ in _WHEREIN | {"who", "that"}:
            continue
        if any(t.pos_ == "VERB" and is_past(t) for t in event.doc[comma.i : time.i]):
            return True
    return False


def _possessed(time: Span, event: Token) -> bool:
    """Say whether an event's noun follows a time's mark, at once or after what describes it."""
    end = time.end if time[-1].tag_ != "POS" else time.end - 1
    between = event.doc[end : event.i]
    return (
        event.pos_ == "NOUN"
        and 1 <= len(between) <= _MARKED
        and between[0].lower_ in _GENITIVE
        and all(t.pos_ in {"ADJ", "NOUN", "PROPN", "ADV", "VERB"} for t in between[1:])
    )


def _opened(time: Span, told: TimeExpression, event: Token) -> bool:
    """Say whether a day opens the clause that tells an event: "the worst since 2 May, when X fell".

    What is so "since 2 May" from its beginning on dates nothing of that day alone.
    """
    comma, when = (time.doc[n : n + 1].text.lower() for n in (time.end, time.end + 1))
    if comma != "," or when != "when" or (told.form is not None and told.form.since):
        return False
    verb = time.doc[time.end + 1].head
    within = any(t.i == verb.i for t in (event, *event.ancestors)) and event.i > time.end
    clause = time.doc[time.end + 1 : time.sent.end]
    verbs = (t for t in clause if t.pos_ == "VERB" and t.tag_ in _FINITE and t.dep_ != "amod")
    first = next(verbs, None)
    return within or (first is not None and first.i == event.i)


def _tells(time: Token, event: Token) -> bool:
    """Say whether a time can date an event by the clauses between them.

    It cannot where it modifies another noun ("the 2020 war"), stands in a clause below the event's
    or dates who speaks of it.
    """
    if _of_those_of_it(event) and all(t.i != time.i for t in event.subtree):
        return False
    if _stands_before_that(time, event):
        return False  # "said | on Monday | that gunners shelled a bus"
    if _is_tried(event) and all(t.i != time.i for t in event.subtree):
        return False  # "closed on Tuesday the case for mutiny"
    if _is_what_was_on(time, event) or _opens_with(time, event):
        return True
    if event.dep_ == "nsubj" and event.head.lemma_.lower() in _LEADING and time.i > event.head.i:
        return False  # "the massacre led to a coup two months later"
    if event.tag_ == "VBN" and (
        event.dep_ == "amod" or stands_before(event)
    ):  # "gave them a week to free seized ships"
        return time.head.i == event.i
    if time.dep_ in _OF_A_NOUN and time.head.pos_ in {"NOUN", "PROPN"} and time.head.i != event.i:
        if _done_to(time, event) or _about_year(time, event):
            return True
        during = any(
            c.lower_ in {"during", "at", "in"} for c in time.head.lefts if c.dep_ == "case"
        )
        return during and time.head.head.i == event.i and time.head.dep_ == "obl"
    above = [event, *event.ancestors]
    common = next(
        (t for t in [time, *time.ancestors] if any(t.i == a.i for a in above)), event.sent.root
    )
    for side, barred in ((time, _CLAUSES_BELOW), (event, _CLAUSES_ABOVE)):
        for token in [side, *side.ancestors]:
            if token.i == common.i:
                break
            if token.dep_ in barred and not (
                at_once(token)
                or (side is event and _goes_on(token) and _is_told_by(token, event))
                or _part_of_it(token)
                or struck_with(token) is not None
                or _is_its_verb(token, event)
                or _is_its_setting(token, event)
                or (side is time and (is_lasting(token) or _stands_before(time, token)))
            ):
                return False
            if side is event and token.dep_ == "advcl" and _had_been(token):
                return False  # "X, who had condemned it, demanded on Friday"
            if side is event and token.dep_ == "acl" and _is_what_was_told(token):
                return False  # "withdrew on Friday a report that nine had died"
            if token.dep_ == "conj" and _is_of_another_tense(token, common):
                return False  # "spoke with X and is to send Y on Friday"
            if side is time and token.dep_ == "conj" and _is_another_scene(token, time, event):
                return False  # "threw out the case, and in May she was jailed"
            if side is event and token.dep_ in {"conj", "parataxis"} and _is_at_another_time(token):
                return False  # "seized power in May; he later won two elections"
            if side is time and token.dep_ == "xcomp" and token.head.lemma_.lower() in _AHEAD:
                return False  # "agreed to pay by the end of August"
            wanted = token.dep_ == "xcomp" and token.head.lemma_.lower() in _AHEAD
            if side is event and wanted and time.i < token.i:
                return False  # "asked the court in October to halt the vote"
            if side is event and (_before_or_after(token) or is_charge_over(token)):
                return False  # "was convicted on Friday for a theft in which he shot a guard"
            if side is event and _describes_somebody(token) and common.pos_ == "VERB":
                return False  # "the man arrested over the raid was freed on Friday"
    return True


def _stands_before_that(time: Token, event: Token) -> bool:
    """Say whether a time stands before the "that" of an event's clause, as that of the saying."""
    clause = event
    while clause.dep_ == "conj" and clause.head.i < clause.i:
        clause = clause.head
    marks = (c.i for c in clause.children if c.dep_ == "mark" and c.lower_ == "that")
    first = next(marks, None)
    return first is not None and clause.head.i < time.i < first


def _is_tried(event: Token) -> bool:
    """Say whether a deed is what a case or a trial is for, by the words before it."""
    ties = (c for c in event.children if c.dep_ == "case" and c.lower_ in _OF_CASES and c.i > 0)
    return any(c.nbor(-1).lemma_.lower() in _PROCEEDINGS for c in ties)


def _stands_before(time: Token, clause: Token) -> bool:
    """Say whether a time stands before a clause that the tree has it in: "On Monday, as X fled"."""
    mark = next((c for c in clause.children if c.lower_ in _MEANWHILE), None)
    return mark is not None and clause.dep_ == "advcl" and time.i < mark.i


def _opens_with(time: Token, event: Token) -> bool:
    """Say whether the tree hangs a sentence on the time that opens it: "At 2 a.m., X was hit"."""
    root = time.head.i == time.i and all(t.i > time.i or t.dep_ == "case" for t in time.children)
    first = next(iter(time.sent)).i
    near = root and time.i - first <= _OWN
    told = any(c.dep_.startswith("nsubj") for c in event.children)
    return near and told and event.head.i == time.i and event.i > time.i


def _about_year(time: Token, event: Token) -> bool:
    """Say whether a deed was about what a year tells: "died in protests ahead of the 2021 vote".

    A year is wide enough for what was shortly before or after.
    """
    noun = time.head
    if not (time.text.isdigit() and len(time.text) == _YEAR_DIGITS) or noun.i < event.i:
        return False
    about = any(c.dep_ == "case" and c.lower_ in _ABOUT_THEN for c in noun.children)
    over = noun.head
    return about and (over.i == event.i or (over.dep_ == "obl" and over.head.i == event.i))


def _had_been(clause: Token) -> bool:
    """Say whether a relative clause, whatever the tree calls it, tells what had been before."""
    who = any(c.tag_ in {"WP", "WDT"} and c.dep_.startswith("nsubj") for c in clause.children)
    return who and any(c.lower_ == "had" and c.dep_ == "aux" for c in clause.children)


def _describes_somebody(verb: Token) -> bool:
    """Say whether a participle only tells who is spoken of: "the man arrested"."""
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    return verb.dep_ == "acl" and verb.tag_ in {"VBN", "VBD"} and not own


def _is_what_was_told(clause: Token) -> bool:
    """Say whether a clause tells what a noun says: "a report that nine had died"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def _of_those_of_it(event: Token) -> bool:
    """Say whether a noun only tells whose people do something: "backers of the coup marched"."""
    return (
        event.pos_ == "NOUN"
        and event.dep_ == "nmod"
        and "of" in prepositions(event)
        and event.head.lemma_.lower() in party_words()
    )


def _is_of_another_tense(verb: Token, first: Token) -> bool:
    """Say whether a coordinated verb has a tense of its own: "spoke and will go"."""
    if verb.pos_ not in VERBS or first.pos_ not in VERBS:
        return False
    later = {t.lower_ for t in verb.children if t.dep_ in {"aux", "cop"} and t.i > first.i}
    own = later & _HELPERS
    helpers = {t.lower_ for t in first.children}
    if verb.tag_ in {"VBZ", "VBP"} and first.tag_ == "VBD" and not is_past(verb):
        return True  # "who ruled from 2010 to 2019 and faces a charge"
    if helpers & _TO_COME:  # "will ban imports from May and has frozen accounts"
        return bool(later & _HAVE)
    return bool(own) and first.tag_ in {"VBD", "VBN"} and not own & helpers


def _is_another_scene(clause: Token, time: Token, event: Token) -> bool:
    """Say whether a clause behind "and" has its own time and subject, and the event has not both.

    It is parted by "but", opens with its time, or the event stands below the clause before it.
    """
    subject = next((c for c in clause.children if c.dep_.startswith("nsubj")), None)
    if subject is None or clause.pos_ != "VERB" or event.i > subject.i:
        return False
    if _takes_time(clause.head, subject):
        return True
    but = any(c.dep_ == "cc" and c.lower_ == "but" for c in clause.children)
    above = [event, *event.ancestors]
    path = above[: next((n for n, t in enumerate(above) if t.i == clause.head.i), 0)]
    return but or time.i < subject.i or any(t.dep_ in _BELOW for t in path)


def _takes_time(verb: Token, subject: Token) -> bool:
    """Say whether a first clause says how long it took: "took it within days, and | X | fled"."""
    phrases = (c for c in verb.children if verb.i < c.i < subject.i and c.dep_.startswith("obl"))
    return any(
        prepositions(phrase) & _LASTED
        and any(t.lemma_.lower() in STRETCHES for t in phrase.subtree)
        for phrase in phrases
    )


def _is_at_another_time(verb: Token) -> bool:
    """Say whether an adverb tells that a clause is not of the day told before."""
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    return own and any(c.dep_ == "advmod" and c.lower_ in _ELSEWHEN for c in verb.children)


def _done_to(time: Token, event: Token) -> bool:
    """Say whether a day stands behind what a verb governs, itself no deed: "signed it on 3 May"."""
    noun = time.head
    on = any(c.dep_ == "case" and c.lower_ == "on" for c in time.children)
    if event.pos_ != "VERB" or names_event(noun):
        return False
    if on and noun.head.i == event.i and noun.dep_ in _GOVERNED:
        return True
    # "fought with stones, sticks and their fists Friday"
    while noun.dep_ == "conj" and noun.head.pos_ == "NOUN":
        noun = noun.head
    bare = time.dep_ == "nmod:unmarked" and time.i > noun.i and time.lower_ in _WEEKDAYS
    return bare and noun.head.i == event.i and noun.dep_ in _GOVERNED


def _is_its_verb(clause: Token, event: Token) -> bool:
    """Say whether a verb without a subject hangs on its subject: "talks, the fourth, ended"."""
    own = clause.dep_ == "parataxis" and clause.head.i == event.i and event.pos_ == "NOUN"
    return (
        own and event.i < clause.i and not any(c.dep_.startswith("nsubj") for c in clause.children)
    )


def _is_its_setting(clause: Token, event: Token) -> bool:
    """Say whether a clause tells when an event is to be, or was: "elections to be held in May".

    So does the verb that only says that it was done: "the raid carried out on Friday".
    """
    if clause.dep_ != "acl" or clause.head.i != event.i:
        return False
    lemma = clause.lemma_.lower()
    done = clause.tag_ == "VBN" and event.pos_ == "NOUN" and lemma in event_words().light
    return lemma in _SETTING or done


def _is_what_was_on(time: Token, event: Token) -> bool:
    """Say whether a time marks out what an event was part of: "a 2010 incident in which X died".

    "In which" may stand above the event: "in which X seized a bus; Y died".
    """
    noun = time.head
    if time.dep_ not in _OF_A_NOUN or noun.pos_ != "NOUN" or noun.i > event.i:
        return False
    for clause in (event, *event.ancestors):
        if clause.dep_.startswith("acl") and clause.head.i == noun.i:
            known = names_event(noun) or noun.lemma_.lower() in _HAPPENINGS
            when = {c.lower_ for c in clause.children} & _WHEREIN
            return bool(when - {"when"}) or (bool(when) and known)
        if clause.i == noun.i:
            return False
    return False


def _before_or_after(clause: Token) -> bool:
    """Say whether a clause tells of another time: "left on Friday, a month after X seized"."""
    return any(c.dep_ == "mark" and c.lower_ in OTHER_TIMES for c in clause.children)


def at_once(clause: Token) -> bool:
    """Say whether a clause tells what happened at the same time: "fled when the river rose"."""
    return clause.dep_ == "advcl" and tells_when(clause)


def _goes_on(clause: Token) -> bool:
    """Say whether a clause beside or below another goes on telling of the same time."""
    return _is_issued(clause) or _is_meanwhile(clause) or _is_where(clause)


def _is_told_by(clause: Token, event: Token) -> bool:
    """Say whether a clause tells an event itself, not what somebody is asked in it to do."""
    own = event.dep_ in {"conj", "obj", "nsubj", "nsubj:pass"} and event.head.i == clause.i
    return own or event.i == clause.i


def _is_where(clause: Token) -> bool:
    """Say whether a clause tells what then happened there: "a fight in Lima, where nine died"."""
    where = next((c for c in clause.children if c.lower_ == "where"), None)
    if where is None or clause.dep_ != "acl:relcl" or not where.i:
        return False
    helpers = [c for c in clause.children if c.dep_.startswith("aux")]
    past = is_past(clause) if not helpers else all(h.lower_ in {"was", "were"} for h in helpers)
    return past and where.nbor(-1).text == ","


def _is_issued(clause: Token) -> bool:
    """Say whether a clause tells what a paper issued then says: "a decree which accused X"."""
    which = any(c.lower_ in {"which", "that"} and c.dep_ == "nsubj" for c in clause.children)
    issued = clause.head.lemma_.lower() in _ISSUED and clause.head.dep_ in {"obj", "nsubj:pass"}
    return clause.dep_ == "acl:relcl" and which and issued and is_past(clause)


def _is_meanwhile(clause: Token) -> bool:
    """Say whether a clause tells in the past what went on beside: "while crowds burned a bank"."""
    marks = {c.lower_ for c in clause.children if c.dep_ == "mark"}
    subject = any(c.dep_.startswith("nsubj") for c in clause.children)
    beside = clause.dep_ in {"advcl", "parataxis"} and bool(marks & _MEANWHILE)
    return beside and subject and is_past(clause)


def tells_when(clause: Token) -> bool:
    """Say whether a clause begins with "when", whatever it hangs on."""
    return any(c.lower_ == "when" for c in clause.children)


def _part_of_it(clause: Token) -> bool:
    """Say whether a clause tells what a deed held: "a raid in which nine people died"."""
    for which in clause.children:
        if which.lower_ == "which" and prepositions(which) & _INSIDE and which.i > 1:
            noun = clause.doc[which.i - 2]
            named = (c for c in noun.children if c.dep_ == "compound")  # "a coup attempt"
            return any(names_event(word) for word in (noun, *named))
    return False


def struck_with(clause: Token) -> Token | None:
    """Return the deed that was done with what a clause tells of: "was hit by shells that killed 9".

    None of any other clause.
    """
    noun = clause.head
    if clause.dep_ != "acl:relcl" or noun.dep_ not in {"obl:agent", "obl", "nsubj"}:
        return None
    told = any(c.dep_ == "nsubj" and c.lower_ in {"that", "which"} for c in clause.children)
    weapon = noun.lemma_.lower() in event_words().causes or names_event(noun)
    return noun.head if told and weapon and noun.head.pos_ == "VERB" else None


def _steps(below: Token, above: Token) -> int:
    """Return how many arcs lie between two words of a sentence."""
    path = {above.i: 0}
    token, n = above, 0
    while token.head.i != token.i and n < 50:
        token, n = token.head, n + 1
        path.setdefault(token.i, n)
    token, n = below, 0
    while token.i not in path:
        if token.head.i == token.i or n > 50:
            return 50
        token, n = token.head, n + 1
    return n + path[token.i]
