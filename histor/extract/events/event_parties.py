"""Who does an event and whom it befalls: the phrases that the grammar and the reader give it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Span, Token

from histor.annotate import EventMention as Read
from histor.extract.antecedents import names_party
from histor.extract.claims.claimed import claimants_of
from histor.extract.events.aimed_at import asked_for
from histor.extract.events.arguments import (
    Arguments,
    arguments_of,
    asked_of_another,
    blamed_for,
    bystanders_of,
    recalled_from,
)
from histor.extract.events.attempts import is_of_part_in, of_attempt
from histor.extract.events.beside_the_deed import is_no_side
from histor.extract.events.blaming import blamed_on
from histor.extract.events.called_for import is_what_it_is_about
from histor.extract.events.event_words import event_words
from histor.extract.events.felt import felt_by, moved_by
from histor.extract.events.joint_subjects import parted
from histor.extract.events.light_verbs import carrier_of
from histor.extract.events.misread_objects import asked_before
from histor.extract.events.no_event_party import (
    ACCUSING,
    at_whose_request,
    dates_it,
    describes,
    in_dateline,
    is_according_to,
    is_addressee,
    is_asked,
    is_in_place,
    is_in_request,
    is_of_noun,
    is_party,
    is_said_then,
    is_scene,
    is_spoken_about,
    is_time,
    is_topic,
    is_venue,
    lets_it,
    names_war,
    objects_of,
    owns_doer,
    owns_place,
    says_it,
    tells_of_deed,
    tells_office,
    tells_who,
    whence_or_where,
)
from histor.extract.events.no_part_in import (
    has_no_part_in,
    hears_charge,
    is_in_cause,
    is_marched_for,
    is_of_plan,
    is_protest,
    said_of,
    sent_troops,
    voiced_by,
)
from histor.extract.events.no_side import does_nothing, is_no_target
from histor.extract.events.not_by import are_victims, is_included, is_other
from histor.extract.events.nouns_of_deeds import as_noun, befallen_by, befallen_place, tells_whom
from histor.extract.events.other_deeds import (
    ACTS,
    AFTER,
    before_its_noun,
    beside_noun,
    does_another,
    does_later,
    hurt_in_fight,
    is_agreed_upon,
    is_called_for,
    is_elsewhere,
    is_made_to,
    is_over_deed,
    is_reason_given,
    of_antecedent,
    of_own_clause,
    of_own_subject,
    outside_its_object,
    suffers_before,
    to_be_freed,
    will_answer,
)
from histor.extract.events.party_phrases import (
    BODIES,
    apart,
    once,
    phrase_of,
    plan_alone,
    standing_before,
    whole_phrase,
    with_joined,
)
from histor.extract.events.plotters import plotters_of
from histor.extract.events.seizures import fallen_to
from histor.extract.events.supported import has_support
from histor.extract.events.talkers import subjects_over, talkers
from histor.extract.events.talks_beside import said_at
from histor.extract.events.telling_above import strays, told_by
from histor.extract.events.tied import is_of_charge, is_tie
from histor.extract.events.ultimatums import given_time
from histor.extract.names.affiliations import party_words
from histor.extract.passives import is_passive
from histor.extract.tokens import is_answered, prepositions

__all__ = ["FIGHTS", "is_charge", "parties_of"]

#: types of acts that who speaks of another may do by speaking
_SPOKEN = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT"])
#: types of acts that have somebody for their object, and a deed of his beside him
_ADDRESSED = frozenset(["ACCUSE", "REQUEST"])
#: fights in which both sides act (PLOVER manual, 2024)
FIGHTS = frozenset(["war", "conflict", "fight", "fighting", "battle", "clash", "firefight"])
#: verbs of saying what another did wrong
_COMPLAINING = frozenset(["complain", "allege", "protest"])
_FIERCE = frozenset(["violence", "unrest", "bloodshed"])
#: nouns whose own phrase names all their sides: "X's visit to Y angers Z"
_BY_THEMSELVES = FIGHTS | {"visit", "arrival", "trip"}
_OUTSIDE = frozenset(["outside", "near", "around"])
#: verbs whose deed is meant for what it is done near
_BLOWING_UP = frozenset(["blow", "detonate", "explode"])
_MONEY = frozenset("$ € £ ¥ % percent kroner dollars euros".split())
#: verbs of judging somebody for what he did
_JUDGING = frozenset(
    "condemn criticise criticize denounce slam lambast castigate fault rebuke reprimand scold "
    "praise thank commend laud hail congratulate sue punish fine sanction lash rail".split()
)
#: what courts do too: "accused X of | trying | to topple him"
_TRYING = frozenset(["try", "want"])
#: what those do who have a deed done
_ORDERING = frozenset(
    "order plan plot mastermind organise organize orchestrate instigate finance fund commission "
    "sponsor direct command prepare".split()
)
_HIMSELF = frozenset(["he", "she", "it", "they"])
_OF_WHAT = frozenset(["of", "for", "with", "over", "on"])
#: deeds that are aimed, and by what: "fired on", "marched into"
_AIMED = frozenset("fire shoot march advance".split())
_AIMING = frozenset("on upon at into onto towards toward".split())


def parties_of(token: Token, read: Read, sure: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the phrases of an event's doers and of those it befalls.

    ``sure``: the word names its type whatever stands around it, and its tree is believed.
    """
    accused = _accused(token)
    if accused:
        settled = arguments_of(token).targets
        return accused, apart((phrase_of(_accuser(t, accused[0]) or t) for t in settled), accused)
    put_on = blamed_on(token) or blamed_on(token.head)
    if put_on is not None and names_party(put_on[1]) and token.i in {put_on[0].i, put_on[0].head.i}:
        blamed_one = phrase_of(put_on[1])
        found = arguments_of(token)
        if token.i == put_on[0].i:
            return (blamed_one,), apart(map(phrase_of, found.targets), [blamed_one])
        return tuple(map(phrase_of, found.doers)), (blamed_one,)
    fallen = fallen_to(token)
    if fallen is not None:
        place, to = fallen
        return (phrase_of(to),), (phrase_of(place),)
    if feeling := felt_by(token):
        return tuple(map(phrase_of, feeling)), ()
    if talking := talkers(token):
        others = [phrase_of(c) for c in token.children if "with" in prepositions(c)]
        if not others and len(talking) == 1:
            read_others = [whole_phrase(t) for t in read.targets if is_party(t)]
            others = [phrase_of(t) for t in arguments_of(token).targets] or read_others
        return talking, apart(with_joined(others, token), talking)
    if (support := has_support(token)) is not None:
        return support
    found = arguments_of(token)
    if read.type == "CONSULT":  # "held talks with the backing of X"
        found = replace(
            found,
            doers=tuple(t for t in found.doers if not lets_it(t, token)),
            targets=tuple(t for t in found.targets if not lets_it(t, token)),
        )
    active = _no_passive(token, read)
    if active:
        found = Arguments(doers=active, targets=(), settled=False)
    if warned := given_time(token):
        given_by = tuple(phrase_of(t) for t in found.doers if not in_dateline(t))
        return given_by, apart((phrase_of(t) for t in warned), given_by)
    protest = voiced_by(token)
    if protest is not None:
        found = replace(found, doers=arguments_of(protest).doers)
    voicing = None if protest is not None else said_of(token)
    if voicing is not None:
        found = replace(found, doers=(voicing,))
    doers = tuple(
        phrase_of(t)
        for t in found.doers
        if not (is_asked(t) or is_according_to(t) or in_dateline(t) or says_it(t, token))
        and not (is_in_cause(t, token) or is_included(t) or are_victims(t, token))
        and not does_nothing(t, token)
    )
    targets = tuple(
        phrase_of(t)
        for t in found.targets
        if not (t.text in _MONEY or is_other(t))
        and not (t.lemma_ == "fire" and token.lemma_ == "open")
        and not is_what_it_is_about(t, token)
        and not is_no_target(t, token, read.type)
        and not (is_time(t) or is_according_to(t) or says_it(t, token) or whence_or_where(t))
        and not hears_charge(t, token)
        and "without" not in prepositions(t)
        and not (read.type == "PROTEST" and is_marched_for(t))
    )
    targets += tuple(phrase_of(t) for t in found.doers if is_included(t) or are_victims(t, token))
    read_doers = tuple(
        whole_phrase(d)
        for d in read.doers
        if is_party(d)
        and d.root.tag_ != "WP$"
        and not is_other(d.root)
        and not is_in_place(d.root)
        and not is_elsewhere(d.root, token)
        and not has_no_part_in(d.root, token)
        and not does_nothing(d.root, token)
        and (protest is None or d.root.i < protest.i)
        and (voicing is None or d.root.i == voicing.i)
        and not (is_included(d.root) or are_victims(d.root, token))
    )
    doers, targets, read_doers = (
        tuple(s for s in spans if not is_no_side(s, token))
        for spans in (doers, targets, read_doers)
    )
    if token.pos_ == "NOUN" and any("by" in prepositions(c) for c in token.children):
        # "answered complaints by A. B.": who else is named complains of nothing
        by_it = {d.root.i for d in read_doers if d.root.i > token.i}
        read_doers = tuple(d for d in read_doers if d.root.i in by_it or not by_it)
    read_doers = of_antecedent(token, _without_struck(token, read_doers))
    if read.type in ACTS:
        read_doers = tuple(d for d in read_doers if not says_it(d.root, token))
    read_targets = tuple(
        whole_phrase(t)
        for t in read.targets
        if is_party(t)
        and not is_other(t.root)
        and not is_no_side(t, token)
        and not is_elsewhere(t.root, token)
        and not is_according_to(t.root)
        and not (prepositions(t.root) & _OUTSIDE and token.lemma_.lower() not in _BLOWING_UP)
        and not is_what_it_is_about(t.root, token)
        and not is_no_target(t.root, token, read.type)
        and not is_venue(t.root, token)
        and not is_scene(t.root, token)
        and not owns_doer(t.root, token)
        and not whence_or_where(t.root)
        and not (read.type in {"CONSULT", "AGREE"} and is_agreed_upon(t.root, token))
        and not suffers_before(t.root, token)
        and not does_another(t.root, token)
        and not is_tie(t.root)
        and not is_in_cause(t.root, token)
        and not is_of_plan(t.root, token)
        and not (read.type != "PROTEST" and dates_it(t.root, token))
        and not (read.type == "PROTEST" and is_marched_for(t.root))
        and not does_later(t.root, token)
        and not outside_its_object(t, token)
        and not hears_charge(t.root, token)
        and not will_answer(t.root, token)
        and not (read.type == "REJECT" and is_in_request(t.root, token))
        and not is_of_charge(t.root, token)
        and not is_spoken_about(t.root)
    )
    # "shells from Chile": whence it came suffers nothing
    assault = read.type == "ASSAULT"
    whence = [t for t in read_targets if "from" in prepositions(t.root) and assault]
    read_targets = apart(read_targets, whence)
    subjects = _subjects_of(token)
    named = any(c.pos_ == "PROPN" for c in subjects)
    of_himself = all(c.lower_ in _HIMSELF for c in subjects)  # "X said that he would not"
    spoken = read.type in _SPOKEN and (of_himself or token.pos_ != "VERB" or is_called_for(token))
    if read.type in ACTS or told_by(token) is not None or named or (subjects and not spoken):
        read_doers = _no_speaker(token, read_doers)
        read_targets = tuple(t for t in read_targets if not says_it(t.root, token))
    if read.type in _ADDRESSED and (
        any(is_addressee(c) for c in token.children) or asked_before(token)
    ):
        read_targets = ()  # who else is named stands in what is asked, or in the charge
    blamed = blamed_for(token)
    if blamed is not None:
        deed = [b.doc[b.i : b.i + 1] for b in blamed if b.head.i == token.i]
        targets, read_targets = tuple(deed or map(phrase_of, blamed)), ()
    if recalled := recalled_from(token):
        lands = (t for t in recalled if t.ent_type_ != "PERSON")  # "its envoy to X, | A. B. |"
        targets, read_targets = tuple(map(phrase_of, lands)), ()
    read_doers, read_targets = parted(token, read_doers, read_targets)
    if before_its_noun(token):  # "X frees | abducted nurses"
        read_doers = ()
    read_doers = of_attempt(token, of_own_clause(token, read_doers))
    if is_of_part_in(token) or is_reason_given(token):
        doers, read_doers = (), ()
    if plotters := plotters_of(token):
        doers, read_doers = tuple(map(phrase_of, plotters)), ()
    if token.pos_ == "VERB":  # "peacekeepers from X left": whence they are suffers nothing
        homes = {t.i for c in token.children if c.dep_ == "nsubj" for t in _whence(c)}
        read_targets = tuple(t for t in read_targets if t.root.i not in homes)
    hurt = hurt_in_fight(token)
    if read.type == "ASSAULT" and token.pos_ == "NOUN" and token.lemma_.lower() not in FIGHTS:
        read_doers = tuple(d for d in read_doers if d.root.i not in hurt)
    if token.lemma_.lower() in FIGHTS or is_protest(token):
        # "ten were wounded in clashes": they need not fight
        read_doers = tuple(d for d in read_doers if d.root.i not in hurt)
        read_targets = tuple(t for t in read_targets if t.root.i not in hurt)
    if moved := moved_by(token):
        read_doers, read_targets = (
            tuple(s for s in spans if s.root.i not in moved) for spans in (read_doers, read_targets)
        )
    if token.pos_ == "NOUN" or as_noun(token):
        suffering = {
            t.i for t in found.targets if t.dep_.startswith("nmod") and t.head.i == token.i
        }
        read_doers = tuple(
            d
            for d in read_doers
            if beside_noun(d.root, token, read.type)
            and d.root.i not in suffering
            and not tells_of_deed(d.root)
            and not befallen_place(d.root, token)
        )
        if (
            token.lemma_.lower() in FIGHTS or prepositions(token) & AFTER or is_answered(token)
        ):  # whoever is named is a side of it
            read_targets = tuple(t for t in read_targets if beside_noun(t.root, token, read.type))
        if token.lemma_.lower() in FIGHTS:  # "clashes at a church in Lima": where they were
            read_targets = tuple(t for t in read_targets if not is_in_place(t.root))
            targets = tuple(t for t in targets if not is_in_place(t.root))
        if befallen_by(token):  # "the killing of N in Peru": where it was
            read_targets = tuple(t for t in read_targets if prepositions(t.root) != {"in"})
        alone = token.lemma_.lower() in _BY_THEMSELVES or read.type == "PROTEST"
        if alone and token.dep_ == "nsubj":
            # "the fighting drove people | into X": what it did tells no side
            beside = {t.i for t in token.subtree}
            read_targets = tuple(t for t in read_targets if t.root.i in beside)
    if read.type == "ACCUSE" and token.pos_ == "VERB":
        read_targets = _of_what_is_said(token, read_targets)
    if token.lemma_.lower() in FIGHTS or token.lemma_.lower() in _FIERCE:
        # "the | Aral | war", "| Aral | rebel violence": where it was
        doers, targets, read_doers, read_targets = (
            tuple(s for s in spans if not names_war(s.root, token))
            for spans in (doers, targets, read_doers, read_targets)
        )
    if token.lemma_.lower() in FIGHTS:
        # "groups clash in | X |'s north", "| X | has been fought over by gangs"
        of_it = {c.i for c in token.children if c.dep_ == "nsubj:pass"}
        read_targets, targets, read_doers, doers = (
            tuple(s for s in spans if s.root.i not in of_it and not owns_place(s.root, token))
            for spans in (read_targets, targets, read_doers, doers)
        )
    if read.type in {"SUPPORT", "ACCUSE", "REJECT"} and token.pos_ == "VERB":
        by = {
            d.root.i
            for d in read_doers
            if "by" in prepositions(d.root) and d.root.i > token.i and not _passive_verb(token)
        }  # "welcomed the announcement by X"
        read_targets = (*read_targets, *(d for d in read_doers if d.root.i in by))
        read_doers = tuple(d for d in read_doers if d.root.i not in by)
    read_doers = of_own_subject(token, found.doers, read_doers)
    owning = {c.i for o in token.children if o.dep_ == "obj" for c in o.children}
    owners = tuple(d for d in read_doers if d.root.dep_ == "nmod:poss" and d.root.i in owning)
    if owners and token.pos_ == "VERB":  # "rejected X's claim"
        read_doers = apart(read_doers, owners)
        read_targets = read_targets or owners
    if read.type in {"CONSULT", "AGREE"}:
        read_doers, read_targets = (
            tuple(
                s
                for s in spans
                if not (
                    at_whose_request(s.root)
                    or is_said_then(s.root, token)
                    or lets_it(s.root, token)
                )
            )
            for spans in (read_doers, read_targets)
        )
        read_targets = tuple(t for t in read_targets if not is_topic(t.root, token))
    if read.type == "CONSULT" and said_at(token) is not None:
        met = any("with" in prepositions(c) for c in token.children)
        # "in a call with X he urged Y to leave": who is spoken of need not be there
        read_targets = () if met else read_targets
    if token.pos_ != "NOUN":
        addressed = tuple(t for t in read_targets if not is_over_deed(t.root, token))
        read_targets = addressed or read_targets
    if read.type == "REQUEST":
        read_targets = tuple(t for t in read_targets if not to_be_freed(t.root, token))
    read_targets = with_joined(read_targets, token)
    read_doers = apart(with_joined(read_doers, token), read_targets)
    own = found.settled or (
        doers
        and (
            sure
            or is_of_noun(token, found.doers)
            or asked_of_another(token)
            or is_made_to(token, found.doers)
        )
    )
    if own:  # a headline's "X, Y agree"
        beside = {c.i for d in doers for c in d.root.children if c.dep_ in {"appos", "list"}}
        doers = (*doers, *(d for d in read_doers if d.root.i in beside))
    sent_by = tuple(whence) if token.pos_ == "NOUN" else ()
    claimed_by = tuple(phrase_of(c) for c in claimants_of(token) if names_party(c))
    known = claimed_by or (doers if own else read_doers or doers or sent_by)
    asked = tuple(phrase_of(t) for t in asked_for(token)) if read.type == "REQUEST" else ()
    sure_of_whom = found.settled or tells_whom(token)
    if read.type in {"SUPPORT", "AGREE"}:
        targets, read_targets = (tuple(map(plan_alone, t)) for t in (targets, read_targets))
    first, second = (targets, read_targets) if sure_of_whom else (read_targets, targets)
    if token.pos_ == "VERB" and {t.root.i for t in first} < objects_of(token):
        first = targets  # "freed a nurse and | two Danes |", read as two objects
    known = known or sent_troops(token)
    known = tuple(d for d in known if not describes(d.root, known))
    does = {d.root.i for d in known}  # "a list, | the Front |, which asked for it"
    first = tuple(t for t in first if t.root.head.i not in does or not tells_who(t.root))
    first = tuple(t for t in first if not tells_office(t.root, does))
    # whom a deed befalls in a country is not the country
    ties = {"of"} if read.type == "ASSAULT" else {"of", "in", "from"}
    known = once(_whole(d, doers, ties) for d in known)
    first = once(_whole(t, targets, ties) for t in first)
    whom = apart(asked or first or second, known)
    if not whom and first:  # the reader has only the doer for a target
        beside_it = (t for t in apart(second, known) if t.root.head.i == token.i)
        whom = tuple(
            t for t in beside_it if names_party(t.root) and "from" not in prepositions(t.root)
        )
    return standing_before(token, known), standing_before(token, whom)


def _whole(read: Span, told: Iterable[Span], ties: set[str]) -> Span:
    """Return the party of the grammar of whose phrase the reader has a part.

    "Fired at | supporters of the ousted president |" befalls the supporters.
    """
    for span in told:
        root = span.root
        within = span.start <= read.start and read.end <= span.end and root.i != read.root.i
        tied = read.root.dep_ == "nmod:poss"
        tied = tied or (read.root.dep_ == "nmod" and prepositions(read.root) <= ties)
        people: bool = root.lemma_.lower() in party_words()
        if within and tied and people and read.root.head.i == root.i:
            return span
    return read


def _subjects_of(verb: Token) -> list[Token]:
    """Return the subjects of a verb, else of the verb that it is joined to by "and"."""
    own = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if own or verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.head.pos_ != "VERB":
        return own
    return [c for c in verb.head.children if c.dep_.startswith("nsubj")]


def _no_passive(verb: Token, read: Read) -> tuple[Token, ...]:
    """Return the subject of a verb whose tree alone takes it for a passive: "forces fired on X".

    No form of "be" stands by it, what it is aimed at stands behind it, and the reader has its
    subject act; or "has" alone stands by it ("X has asked from Y to leave").
    """
    subjects = tuple(c for c in verb.children if c.dep_ == "nsubj:pass")
    if not subjects or any(c.dep_ == "aux:pass" for c in verb.children):
        return ()
    if any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children):
        return subjects
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    if verb.lemma_.lower() not in _AIMED or following not in _AIMING or verb.i < subjects[0].i:
        return ()  # "arrested on suspicion of theft"
    acting = {d.root.i for d in read.doers} - {t.root.i for t in read.targets}
    return subjects if all(s.i in acting for s in subjects) else ()


def _without_struck(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out what the verb before has for its object: "a raid hit X | and destroyed Y"."""
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or own:
        return doers
    struck = {c.i for c in verb.head.children if c.dep_ == "obj"}
    return tuple(d for d in doers if d.root.i not in struck)


def _whence(subject: Token) -> list[Token]:
    """Return the words that tell where those come from who do something: "troops from X"."""
    phrases = (c for c in subject.children if c.dep_ == "nmod" and "from" in prepositions(c))
    return [t for p in phrases for t in p.subtree]


def _of_what_is_said(verb: Token, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return whom a complaint is about: "complained that | X | could not protect Y"."""
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    about = {s.i for c in said for s in c.children if s.dep_.startswith("nsubj")}
    kept = tuple(t for t in targets if t.root.i in about) or targets
    if kept or verb.lemma_.lower() not in _COMPLAINING:
        return kept
    doing = (s for c in said for s in c.children if s.dep_ == "nsubj" and s.pos_ != "PRON")
    return tuple(phrase_of(s) for s in doing if names_party(s))


def _passive_verb(verb: Token) -> bool:
    return is_passive(verb) or verb.dep_ == "acl"


def is_charge(verb: Token) -> bool:
    """Say whether a verb tells that somebody is charged with a deed, or punished for it."""
    return verb.lemma_.lower() in ACCUSING


def _no_speaker(token: Token, parties: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who only says that the event happens: the subject of a verb of saying above it."""
    speakers = {t.i for c in bystanders_of(token) for t in c.subtree}
    speakers |= {t.i for c in token.children if c.dep_ == "nsubj" and strays(c) for t in c.subtree}
    below, above = token, token.head
    while above.i != below.i:
        if below.dep_ in {"ccomp", "parataxis"} and above.pos_ == "VERB":
            speakers |= {t.i for c in subjects_over(above) for t in c.subtree}
        if above.pos_ == "VERB":  # "… was rioting, N. N. reported"
            said = [c for c in above.children if c.dep_ == "parataxis" and c.pos_ == "VERB"]
            speakers |= {
                t.i for v in said for c in v.children if c.dep_ == "nsubj" for t in c.subtree
            }
        below, above = above, above.head
    return tuple(p for p in parties if p.root.i not in speakers)


def _accuser(whom: Token, accused: Span) -> Token | None:
    """Return who accuses, where he says it was done to him: "accused X of trying to topple him"."""
    if whom.lower_ not in {"him", "her"} or accused.root.dep_ != "obj":
        return None
    return next((s for s in subjects_over(accused.root.head) if s.ent_type_ == "PERSON"), None)


def _accused(token: Token) -> tuple[Span, ...]:
    """Return whom "X accused Y of an attack" makes the doer of the attack: Y."""
    token = carrier_of(token, event_words()) or token  # "of carrying out an attack"
    if token.dep_ == "obj" and token.head.lemma_.lower() in _ORDERING:
        token = token.head  # "of ordering the attack"
    passed = [token]  # the reader may tie "of" to what was tried: "of trying | to topple him"
    while token.dep_ in {"xcomp", "advcl", "conj", "acl"} and token.head.i != token.i:
        above = token.head
        charged = above.head.lemma_.lower() in ACCUSING and token.dep_ == "acl"
        tries = token.dep_ == "xcomp" and above.lemma_.lower() in _TRYING
        judges = above.lemma_.lower() in ACCUSING | _JUDGING and not tries
        if judges or any(c.dep_.startswith("nsubj") for c in token.children):
            break
        if charged and any(c.lower_ in _OF_WHAT for c in token.children if c.dep_ == "mark"):
            break
        token = above  # "accused of plotting to kill", "on charges of killing"
        passed = [*passed, token] if tries else [token]
    verb = token.head
    marked = any(c.lower_ in _OF_WHAT for c in token.children if c.dep_ in {"mark", "case"})
    named = names_party(verb) or verb.lemma_.lower() in BODIES
    read_so = token.dep_ == "acl" or (token.dep_ == "nmod" and token.lower_.endswith("ing"))
    if marked and read_so and verb.dep_ in {"obj", "nsubj:pass"} and named:
        # "accused the army of burning villages", read as one phrase
        return (phrase_of(verb),) if verb.head.lemma_.lower() in ACCUSING else ()
    arcs = ("obl", "advcl", "xcomp", "ccomp")
    having = any(c.lower_ == "having" for c in token.children)
    judged = verb.lemma_.lower() in _JUDGING and (token.tag_ == "VBG" or having)
    if not (judged or verb.lemma_.lower() in ACCUSING) or not token.dep_.startswith(arcs):
        return ()
    ties = {c.lower_ for t in passed for c in t.children if c.dep_ in {"case", "mark"}}
    if not ties and token.tag_ == "VBG":  # "accused X of shelling a port, | killing | ten"
        before = [c for c in verb.children if c.tag_ == "VBG" and verb.i < c.i < token.i]
        ties = {g.lower_ for c in before for g in c.children if g.dep_ == "mark"}
    if not ties & _OF_WHAT:  # "arrested after gunmen attacked", "arrested in a raid"
        return ()
    heads = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    heads = heads or [c for c in verb.children if c.dep_ == "iobj"]
    # "accused the army of burning villages": its object may be read as the deed's
    mark = next((c for c in token.children if c.lower_ in _OF_WHAT), token)
    heads += [
        c
        for c in token.children
        if c.dep_ in {"obj", "nsubj"} and verb.i < c.i < mark.i and names_party(c)
    ]
    if judged:
        heads += [c for c in verb.children if c.dep_ == "obl" and prepositions(c) == {"at"}]
        heads = [h for h in heads if names_party(h)]
    heads = heads[-1:]  # a verb has one; the nearest, if read as two
    heads += [c for h in heads for c in h.children if c.dep_ == "conj"]
    return tuple(phrase_of(t) for t in heads)
