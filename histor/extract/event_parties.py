"""Who does an event and whom it befalls: the phrases that the grammar and the reader give it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from histor.annotate import EventMention as Read
from histor.extract.affiliations import demonyms
from histor.extract.aimed_at import asked_for
from histor.extract.arguments import (
    BROKERING,
    REFLEXIVE,
    Arguments,
    arguments_of,
    as_noun,
    asked_of_another,
    befallen_by,
    befallen_place,
    blamed_for,
    bystanders_of,
    is_wanted_to,
    names_party,
    owns_deed,
    recalled_from,
    strays,
    tells_whom,
    told_by,
)
from histor.extract.attempts import of_attempt
from histor.extract.blaming import blamed_on
from histor.extract.claimed import claimants_of
from histor.extract.event_words import event_words, names_event
from histor.extract.light_verbs import carrier_of
from histor.extract.misread_objects import asked_before
from histor.extract.no_part_in import (
    has_no_part_in,
    hears_charge,
    is_in_cause,
    is_of_plan,
    is_protest,
    said_of,
    sent_troops,
    voiced_by,
)
from histor.extract.not_by import is_other
from histor.extract.seizures import fallen_to
from histor.extract.sites import BUILDINGS, is_side_of, on_streets
from histor.extract.talks_beside import said_at
from histor.extract.tied import is_of_charge, is_tie
from histor.extract.tokens import HYPHENS, VERBS, hyphened, is_answered, prepositions
from histor.extract.ultimatums import given_time

__all__ = [
    "BODIES",
    "BORDERS",
    "FIGHTS",
    "apart",
    "in_dateline",
    "is_charge",
    "parties_of",
    "phrase_of",
]

#: types of acts, which who speaks of them does not do by speaking
_ACTS = frozenset(
    ["AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"]
)
#: types of acts that who speaks of another may do by speaking
_SPOKEN = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT"])
#: types of acts that have somebody for their object, and a deed of his beside him
_ADDRESSED = frozenset(["ACCUSE", "REQUEST"])
#: fights in which both sides act (PLOVER manual, 2024)
FIGHTS = frozenset(["war", "conflict", "fight", "fighting", "battle", "clash", "firefight"])
_PLACE_CASES = frozenset(
    ["in", "at", "near", "during", "around", "outside", "across", "over", "from", "according"]
)
#: how a phrase tells where a deed was beside somebody's house or town
#: verbs of what one does when attacked
_ANSWERING = frozenset("respond retaliate react answer defend strike hit".split())
#: verbs of saying what another did wrong
_COMPLAINING = frozenset(["complain", "allege", "protest"])
_FIERCE = frozenset(["violence", "unrest", "bloodshed"])
#: nouns whose own phrase names all their sides: "X's visit to Y angers Z"
_BY_THEMSELVES = FIGHTS | {"visit", "arrival", "trip"}
_OUTSIDE = frozenset(["outside", "near", "around"])
_MONEY = frozenset("$ € £ ¥ % percent kroner dollars euros".split())
_ACCUSING = frozenset(
    "accuse blame suspect charge acquit book arrest detain jail convict sentence indict prosecute "
    "try want question imprison".split()
)
#: verbs of judging somebody for what he did
_JUDGING = frozenset(
    "condemn criticise criticize denounce slam lambast castigate fault rebuke reprimand scold "
    "praise thank commend laud hail congratulate sue punish fine sanction".split()
)
#: what those do who have a deed done
_ORDERING = frozenset(
    "order plan plot mastermind organise organize orchestrate instigate finance fund commission "
    "sponsor direct command prepare".split()
)
#: verbs of making somebody do something
_MAKING = frozenset(
    "force compel drive push cause lead prompt enable allow let make help oblige permit".split()
)
_HIMSELF = frozenset(["he", "she", "it", "they"])
_CALLING_FOR = frozenset(["must", "should", "shall", "ought", "need", "to"])
_OF_WHAT = frozenset(["of", "for", "with", "over", "on"])
#: words at a sentence's start among which a dateline ends, and the marks that end it
_DATELINE = 14
_DASHES = frozenset(["—", "–", "--", "-"])
#: what those do who only stand beside or behind who does it
_BESIDE = frozenset("lead head command donate supply fund escort accompany equip provide".split())
#: prepositions before a deed that was before, or beside, the one the clause tells
_AFTER = frozenset(
    # "faces", where it is read as a preposition: "leads the polls and faces protests"
    "after following before amid amidst despite until since during over facing faces".split()
)
#: nouns of those who had to do with a deed, and of what came after it
_MEANWHILE = frozenset("as while whilst after before since because although though".split())
_ABOUT = frozenset(["on", "about", "over", "regarding", "concerning"])
#: prepositions of what tells when something was
_DATING = frozenset(["during", "after", "before", "since", "amid", "following"])
_SUFFERED = frozenset("kill wound injure hurt displace maim assassinate murder shoot".split())
_LATER = frozenset(
    "aftermath wake suspect victim survivor witness trial retrial verdict prosecution conviction "
    "investigation inquiry role anniversary scene site news response".split()
)
#: deeds of those whose they are: "the resignation of A. B."
_LEAVING = frozenset("departure resignation exit surrender defection abdication flight".split())
_TALKS = frozenset("talk talks meeting call discussion negotiation summit".split())
_REQUESTS = frozenset(["request", "invitation", "behest", "urging", "insistence", "initiative"])
#: marks between what is told and who tells it
_CLOSES = frozenset([",", "”", '"', "—", "–", "-"])
#: deeds that are asked of one and done to another
_ASKED_FOR = frozenset(
    "release return bombardment strike airstrike raid attack assault offensive shelling bombing "
    "intervention protection rescue".split()
)
#: what is approved, in which others are named
_PLANS = frozenset("plan concept proposal draft bill motion budget roadmap scheme law".split())
_ENVOYS = frozenset("ambassador envoy representative delegate emissary observer".split())
#: words between "according to" and whom it names
_NEAR = 8
#: a border's country does nothing by it
BORDERS = frozenset(["border", "frontier", "boundary"])
_TELLING = frozenset("say tell add announce declare write state note report claim mention".split())
_TOLD = frozenset(["VBD", "VBZ", "VBP"])
_REPORTERS = frozenset(["reporter", "correspondent", "newspaper", "broadcaster", "columnist"])
#: nouns of those who are "it", and no person
BODIES = frozenset(
    "agency ministry government army military force group organisation organization party council "
    "commission committee court company police union parliament team network bureau office crowd "
    "mob country nation state republic kingdom bloc alliance coalition federation community tribe "
    "clan minority majority faction movement junta regime leadership command crew firm airline "
    "charity panel board body mission unit squad cabinet navy embassy opposition administration "
    "authority cartel gang militia side".split()
)
_PHRASE = frozenset(
    ["amod", "compound", "flat", "nmod:poss", "det", "appos", "nummod", "nmod", "nmod:desc"]
)


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
        return accused, apart((phrase_of(t) for t in settled), accused)
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
    talking = _talking(token)
    if talking:
        others = (c for c in token.children if "with" in prepositions(c))
        speakers = tuple(map(phrase_of, talking))
        return speakers, apart(_with_joined(map(phrase_of, others), token), speakers)
    found = arguments_of(token)
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
        if not (_asked(t) or _according_to(t) or in_dateline(t) or _says_it(t, token))
        and not is_in_cause(t, token)
    )
    targets = tuple(
        phrase_of(t)
        for t in found.targets
        if t.text not in _MONEY
        and not (_is_time(t) or _according_to(t) or _says_it(t, token) or _whence_or_where(t))
        and not hears_charge(t, token)
        and "without" not in prepositions(t)
    )
    read_doers = tuple(
        _whole(d)
        for d in read.doers
        if _is_party(d)
        and d.root.tag_ != "WP$"
        and not is_other(d.root)
        and not _in_place(d.root)
        and not _elsewhere(d.root, token)
        and not has_no_part_in(d.root, token)
        and (protest is None or d.root.i < protest.i)
        and (voicing is None or d.root.i == voicing.i)
    )
    read_doers = _of_antecedent(token, _without_struck(token, read_doers))
    if read.type in _ACTS:
        read_doers = tuple(d for d in read_doers if not _says_it(d.root, token))
    read_targets = tuple(
        _whole(t)
        for t in read.targets
        if _is_party(t)
        and not is_other(t.root)
        and not _elsewhere(t.root, token)
        and not _according_to(t.root)
        and not prepositions(t.root) & _OUTSIDE
        and not _is_venue(t.root, token)
        and not _is_scene(t.root, token)
        and not _owns_doer(t.root, token)
        and not _whence_or_where(t.root)
        and not (read.type in {"CONSULT", "AGREE"} and _is_agreed_upon(t.root, token))
        and not _suffers_before(t.root, token)
        and not _does_another(t.root, token)
        and not is_tie(t.root)
        and not is_in_cause(t.root, token)
        and not is_of_plan(t.root, token)
        and not (read.type != "PROTEST" and _dates_it(t.root, token))
        and not _does_later(t.root, token)
        and not _outside_its_object(t, token)
        and not hears_charge(t.root, token)
        and not _will_answer(t.root, token)
        and not (read.type == "REJECT" and _is_in_request(t.root, token))
        and not is_of_charge(t.root, token)
    )
    # "shells from Chile": whence it came suffers nothing
    assault = read.type == "ASSAULT"
    whence = [t for t in read_targets if "from" in prepositions(t.root) and assault]
    read_targets = apart(read_targets, whence)
    subjects = _subjects_of(token)
    named = any(c.pos_ == "PROPN" for c in subjects)
    of_himself = all(c.lower_ in _HIMSELF for c in subjects)  # "X said that he would not"
    spoken = read.type in _SPOKEN and (of_himself or token.pos_ != "VERB" or _is_called_for(token))
    if read.type in _ACTS or told_by(token) is not None or named or (subjects and not spoken):
        read_doers = _no_speaker(token, read_doers)
        read_targets = tuple(t for t in read_targets if not _says_it(t.root, token))
    if read.type in _ADDRESSED and (
        any(_addressee(c) for c in token.children) or asked_before(token)
    ):
        read_targets = ()  # who else is named stands in what is asked, or in the charge
    blamed = blamed_for(token)
    if blamed is not None:
        deed = [b.doc[b.i : b.i + 1] for b in blamed if b.head.i == token.i]
        targets, read_targets = tuple(deed or map(phrase_of, blamed)), ()
    if recalled := recalled_from(token):
        targets, read_targets = tuple(map(phrase_of, recalled)), ()
    if _before_its_noun(token):  # "X frees | abducted nurses"
        read_doers = ()
    read_doers = of_attempt(token, _of_own_clause(token, read_doers))
    if token.pos_ == "VERB":  # "peacekeepers from X left": whence they are suffers nothing
        homes = {t.i for c in token.children if c.dep_ == "nsubj" for t in _whence(c)}
        read_targets = tuple(t for t in read_targets if t.root.i not in homes)
    hurt = _hurt_in(token)
    if read.type == "ASSAULT" and token.pos_ == "NOUN" and token.lemma_.lower() not in FIGHTS:
        read_doers = tuple(d for d in read_doers if d.root.i not in hurt)
    if token.lemma_.lower() in FIGHTS or is_protest(token):
        # "ten were wounded in clashes": they need not fight
        read_doers = tuple(d for d in read_doers if d.root.i not in hurt)
        read_targets = tuple(t for t in read_targets if t.root.i not in hurt)
    if token.pos_ == "NOUN" or as_noun(token):
        suffering = {
            t.i for t in found.targets if t.dep_.startswith("nmod") and t.head.i == token.i
        }
        read_doers = tuple(
            d
            for d in read_doers
            if _beside_noun(d.root, token, read.type)
            and d.root.i not in suffering
            and not _tells_of(d.root)
            and not befallen_place(d.root, token)
        )
        if (
            token.lemma_.lower() in FIGHTS or prepositions(token) & _AFTER or is_answered(token)
        ):  # whoever is named is a side of it
            read_targets = tuple(t for t in read_targets if _beside_noun(t.root, token, read.type))
        if token.lemma_.lower() in FIGHTS:  # "clashes at a church in Lima": where they were
            read_targets = tuple(t for t in read_targets if not _in_place(t.root))
            targets = tuple(t for t in targets if not _in_place(t.root))
        if befallen_by(token):  # "the killing of N in Peru": where it was
            read_targets = tuple(t for t in read_targets if prepositions(t.root) != {"in"})
        if token.lemma_.lower() in _BY_THEMSELVES and token.dep_ == "nsubj":
            # "the fighting drove people | into X": what it did tells no side
            beside = {t.i for t in token.subtree}
            read_targets = tuple(t for t in read_targets if t.root.i in beside)
    if read.type == "ACCUSE" and token.pos_ == "VERB":
        read_targets = _of_what_is_said(token, read_targets)
    if token.lemma_.lower() in FIGHTS or token.lemma_.lower() in _FIERCE:
        # "the | Aral | war", "| Aral | rebel violence": where it was
        doers, targets, read_doers, read_targets = (
            tuple(s for s in spans if not _names_war(s.root, token))
            for spans in (doers, targets, read_doers, read_targets)
        )
    if token.lemma_.lower() in FIGHTS:
        # "groups clash in | X |'s north", "| X | has been fought over by gangs"
        of_it = {c.i for c in token.children if c.dep_ == "nsubj:pass"}
        read_targets, targets, read_doers, doers = (
            tuple(s for s in spans if s.root.i not in of_it and not _owns_place(s.root, token))
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
    read_doers = _of_own_subject(token, found.doers, read_doers)
    owning = {c.i for o in token.children if o.dep_ == "obj" for c in o.children}
    owners = tuple(d for d in read_doers if d.root.dep_ == "nmod:poss" and d.root.i in owning)
    if owners and token.pos_ == "VERB":  # "rejected X's claim"
        read_doers = apart(read_doers, owners)
        read_targets = read_targets or owners
    if read.type in {"CONSULT", "AGREE"}:
        read_doers, read_targets = (
            tuple(
                s for s in spans if not (_at_whose_request(s.root) or _is_said_then(s.root, token))
            )
            for spans in (read_doers, read_targets)
        )
        read_targets = tuple(t for t in read_targets if not _is_topic(t.root, token))
    if read.type == "CONSULT" and said_at(token) is not None:
        met = any("with" in prepositions(c) for c in token.children)
        # "in a call with X he urged Y to leave": who is spoken of need not be there
        read_targets = () if met else read_targets
    if token.pos_ != "NOUN":
        addressed = tuple(t for t in read_targets if not _is_over_deed(t.root, token))
        read_targets = addressed or read_targets
    if read.type == "REQUEST":
        read_targets = tuple(t for t in read_targets if not _to_be_freed(t.root, token))
    read_targets = _with_joined(read_targets, token)
    read_doers = apart(_with_joined(read_doers, token), read_targets)
    own = found.settled or (
        doers
        and (
            sure
            or _of_noun(token, found.doers)
            or asked_of_another(token)
            or _made_to(token, found.doers)
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
        targets, read_targets = (tuple(map(_plan_alone, t)) for t in (targets, read_targets))
    first, second = (targets, read_targets) if sure_of_whom else (read_targets, targets)
    if token.pos_ == "VERB" and {t.root.i for t in first} < _objects_of(token):
        first = targets  # "freed a nurse and | two Danes |", read as two objects
    known = known or sent_troops(token)
    known = tuple(d for d in known if not _describes(d.root, known))
    does = {d.root.i for d in known}  # "a list, | the Front |, which asked for it"
    first = tuple(t for t in first if t.root.head.i not in does or not _tells_who(t.root))
    return _before(token, known), _before(token, apart(asked or first or second, known))


def _made_to(verb: Token, doers: Sequence[Token]) -> bool:
    """Say whether others make somebody do it: "the fighting forced | people | to flee"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in _MAKING:
        return False
    made = {c.i for c in verb.head.children if c.dep_ in {"obj", "iobj", "nsubj:pass"}}
    return bool(doers) and all(d.i in made for d in doers)


def _describes(noun: Token, doers: Iterable[Span]) -> bool:
    """Say whether a noun only tells what another doer is: "the Ansar, a mainly Tuareg movement"."""
    named = noun.head.ent_type_ or noun.head.pos_ == "PROPN"
    apposed = noun.dep_ == "appos" and noun.pos_ == "NOUN" and named
    return bool(apposed) and any(d.root.i == noun.head.i for d in doers)


def _tells_who(word: Token) -> bool:
    """Say whether a phrase only tells who another is: "A. B. of | Peru |", "N, the list,"."""
    of_person = word.dep_ == "nmod" and word.head.ent_type_ == "PERSON"
    return word.dep_ == "appos" or (of_person and "of" in prepositions(word))


def _plan_alone(target: Span) -> Span:
    """Return a plan without what it is for: "approved a plan | for the return of N's men"."""
    plan = target.root.lemma_.lower() in _PLANS
    return target.doc[target.start : target.root.i + 1] if plan else target


def _suffers_before(word: Token, verb: Token) -> bool:
    """Say whether a word is the object of the verb before: "shot | A. B. | and withdrew".

    Likewise where it stands outside a relative clause and what that is about: "the clerks who
    resigned were thanked by | A. B. |".
    """
    if verb.pos_ != "VERB":
        return False
    if verb.dep_ == "conj" and word.dep_ == "obj" and word.head.i == verb.head.i:
        return word.i < verb.i and not any(c.dep_ == "obj" for c in verb.children)
    subject = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
    who = subject is not None and subject.tag_ in {"WP", "WDT"}
    return verb.dep_ == "acl:relcl" and who and not verb.head.is_ancestor(word)


def _objects_of(verb: Token) -> set[int]:
    """Return the words of a verb's objects that name parties."""
    return {c.i for c in verb.children if c.dep_ == "obj" and names_party(c)}


def _dates_it(word: Token, event: Token) -> bool:
    """Say whether a name only tells when an event was: "shot men during the war against | X |"."""
    for above in (word, *word.ancestors):
        if above.i == event.i:
            return False
        below = above.i != word.i or (event.pos_ == "VERB" and bool(_objects_of(event)))
        if below and above.dep_ in {"obl", "nmod"} and prepositions(above) & _DATING:
            return event.is_ancestor(above)
    return False


def _is_over_deed(word: Token, verb: Token) -> bool:
    """Say whether a name only stands in what somebody is blamed or sorry for.

    "Apologised to X for the attack on | Y |".
    """
    for above in (word, *word.ancestors):
        if above.i == verb.i:
            return False
        if above.dep_ == "obl" and above.i != word.i and prepositions(above) & {"for", "over"}:
            return above.head.i == verb.i and names_event(above)
    return False


def _does_later(word: Token, verb: Token) -> bool:
    """Say whether a word stands in what a clause dates: "since A. B. fell, | X | has lost".

    Likewise behind a participle's clause: "having attacked, they fled to | X |".
    """
    if verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"} and verb.i < verb.head.i < word.i:
        return word.dep_ == "obl" and word.head.i == verb.head.i
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    dates = verb.dep_ == "advcl" and own and not marks.isdisjoint(["since", "after", "before"])
    return dates and word.dep_ == "nsubj" and word.head.i == verb.head.i


def _before(token: Token, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return phrases cut before the event's own word, which a wrong arc may have put in them."""
    return tuple(
        s.doc[s.start : token.i] if s.start <= s.root.i < token.i < s.end else s for s in spans
    )


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


def _of_antecedent(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who does not stand in what "that" means: "flew in after blasts | that killed"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    relative = subject is not None and subject.tag_ in {"WDT", "WP"}
    if verb.dep_ == "ccomp" and verb.head.dep_ == "acl:relcl" and subject is None:
        # "raids that it says | killed two"
        relative = any(c.tag_ in {"WDT", "WP"} and c.i < verb.head.i for c in verb.children)
        verb = verb.head
    if verb.dep_ != "acl:relcl" or not relative:
        return doers
    named = verb.head.head if verb.head.dep_ == "appos" else verb.head  # "A. B., a clerk who fled"
    what = {t.i for t in named.subtree}
    return tuple(d for d in doers if d.root.i in what)


def _of_own_subject(
    verb: Token, doers: Sequence[Token], read: tuple[Span, ...]
) -> tuple[Span, ...]:
    """Leave out who stands outside the subject of a verb that has one of its own.

    "The council, in a meeting led by | A. B. |, vowed to strike": A. B. led the meeting.
    """
    own = [c for c in verb.children if c.dep_ == "nsubj"]
    if any(c.tag_ in {"WDT", "WP", "PRP"} for c in own):
        # "raiders were shot | by the army | as they fled"
        agents = [c for c in verb.head.children if c.dep_ == "obl:agent"]
        by = {t.i for c in agents for t in c.subtree} if verb.dep_ == "advcl" else set[int]()
        return tuple(d for d in read if d.root.i not in by)
    if verb.pos_ != "VERB" or not own or not any(d.i == c.i for d in doers for c in own):
        return read
    within = {t.i for c in own for t in c.subtree}
    within -= {t.i for c in own for t in c.subtree if t.dep_.startswith("acl") for t in t.subtree}
    # "the council, in a session with its chief, | A. B. |, vowed", tied to the council
    beside = [c.i for c in verb.children if c.dep_ == "obl" and c.i < verb.i]
    within -= {
        t.i
        for c in own
        for a in c.children
        if a.dep_ == "appos" and any(c.i < b < a.i for b in beside)
        for t in a.subtree
    }
    return tuple(d for d in read if d.root.i in within)


def _whence(subject: Token) -> list[Token]:
    """Return the words that tell where those come from who do something: "troops from X"."""
    phrases = (c for c in subject.children if c.dep_ == "nmod" and "from" in prepositions(c))
    return [t for p in phrases for t in p.subtree]


def _hurt_in(fight: Token) -> set[int]:
    """Return the words of those whom the verbs over a fight say to have suffered by it."""
    verb = fight.head
    if fight.dep_ not in {"obl", "obl:agent"} or verb.lemma_.lower() not in _SUFFERED:
        return set()
    verbs = [verb]  # "one was killed and ten were wounded in clashes"
    if verb.dep_ == "conj" and verb.head.lemma_.lower() in _SUFFERED:
        verbs.append(verb.head)
    return {t.i for v in verbs for c in v.children if c.dep_ == "nsubj:pass" for t in c.subtree}


def _before_its_noun(participle: Token) -> bool:
    """Say whether a participle only tells what a noun right behind it has suffered."""
    if participle.tag_ != "VBN" or participle.dep_ not in {"amod", "xcomp"}:
        return False
    if participle.i + 1 >= participle.sent.end or any(participle.children):
        return False
    return participle.nbor(1).pos_ in {"NOUN", "PROPN"}


def _of_own_clause(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the subject of the clause before a verb with its own: "X urged …; | Y left"."""
    own = {c.i for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}}
    if verb.dep_ not in {"conj", "parataxis"} or verb.pos_ != "VERB" or not own:
        return doers
    over = {c.i for c in verb.head.children if c.dep_.startswith("nsubj")}
    return tuple(d for d in doers if d.root.i not in over)


def _with_joined(spans: Iterable[Span], event: Token) -> tuple[Span, ...]:
    """Return names with those coordinated with them, or tied by a hyphen: "to jail X and Y".

    But for those behind an event's own clause: "the men | who had fled | and A. B.".
    """
    found = {s.root.i: s for s in spans}
    for span in list(found.values()):
        for word in span.root.children:
            named = word.ent_type_ and word.pos_ == span.root.pos_ == "PROPN"
            # "freed | a nurse and two Danes |"
            within = span.start <= word.i < span.end and names_party(word)
            behind = span.root.i < event.i < word.i
            if word.dep_ == "conj" and (named or within) and not (is_other(word) or behind):
                found.setdefault(word.i, phrase_of(word))
        first = hyphened(span.root) if span.root.dep_ == "amod" else None
        if first is not None:  # "US-Israeli strikes"
            found.setdefault(first.i, span.doc[first.i : first.i + 1])
    return tuple(found.values())


def _will_answer(word: Token, warning: Token) -> bool:
    """Say whether it is warned of what somebody would do in answer: "warned X would respond"."""
    deed = word.head
    warned = warning.lemma_.lower() in {"warn", "vow", "threaten"} and deed.head.i == warning.i
    answers = deed.dep_ == "ccomp" and deed.lemma_.lower() in _ANSWERING
    return warned and answers and word.dep_ == "nsubj"


def _is_in_request(word: Token, verb: Token) -> bool:
    """Say whether a name only stands in what another asked for: "her request to see | A. B. |"."""
    for above in word.ancestors:
        if above.i == verb.i:
            return False
        if above.dep_ == "acl" and above.head.lemma_.lower() in _REQUESTS:
            return any(c.dep_ == "nmod:poss" for c in above.head.children)
    return False


def _is_topic(what: Token, event: Token) -> bool:
    """Say whether a phrase only tells what talks are on: "talks on the war in X"."""
    for above in (what, *what.ancestors):
        if above.i == event.i or above.pos_ == "VERB":
            return False
        if above.dep_ in {"nmod", "obl"} and prepositions(above) & _ABOUT:
            return True
    return False


def _talking(talks: Token) -> list[Token]:
    """Return who had the talks in which he did something: "backed X in a call with Y".

    So it is with "spoke to reporters after talks with Y".
    """
    within = talks.pos_ == "NOUN" and prepositions(talks) == {"in"} and talks.dep_ in _PHRASE
    if talks.lemma_.lower() in _TALKS and talks.dep_ == "obl":
        within = bool(prepositions(talks) & {"after", "following", "during"})
    if not within or not any("with" in prepositions(c) for c in talks.children):
        return []
    verb = next((a for a in talks.ancestors if a.pos_ == "VERB"), None)
    subjects = _subjects_over(verb) if verb is not None else []
    return [s for s in subjects if s.i < talks.i and names_party(s)]


def _is_venue(place: Token, event: Token) -> bool:
    """Say whether a phrase only tells where what is agreed will be: "agreed to meet in X"."""
    verb = place.head
    agreed = verb.dep_ == "xcomp" and verb.head.i == event.i and event.lemma_ == "agree"
    return agreed and place.ent_type_ == "PLACE" and prepositions(place) == {"in"}


def _is_scene(house: Token, verb: Token) -> bool:
    """Say whether a house only tells where something is done to others: "freed them in X mall"."""
    where = house.dep_ == "obl" and house.head.i == verb.i and prepositions(house) & _PLACE_CASES
    others = any(c.dep_ == "obj" and c.i < house.i for c in verb.children)
    return bool(where) and others and house.lemma_.lower() in BUILDINGS


def _of_what_is_said(verb: Token, targets: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return whom a complaint is about: "complained that | X | could not protect Y"."""
    said = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i]
    about = {s.i for c in said for s in c.children if s.dep_.startswith("nsubj")}
    kept = tuple(t for t in targets if t.root.i in about) or targets
    if kept or verb.lemma_.lower() not in _COMPLAINING:
        return kept
    doing = (s for c in said for s in c.children if s.dep_ == "nsubj" and s.pos_ != "PRON")
    return tuple(phrase_of(s) for s in doing if names_party(s))


def _names_war(name: Token, fight: Token) -> bool:
    """Say whether a place only tells where a war was that is called by it."""
    if name.dep_ != "compound" or name.head.i != fight.i or name.i > fight.i:
        return False
    tied = name.nbor(1).text in HYPHENS or hyphened(name) is not None
    return name.ent_type_ == "PLACE" and not tied and name.lower_ not in demonyms()


def _owns_place(name: Token, event: Token) -> bool:
    """Say whether a name only tells whose place it is where something was: "in X's north"."""
    where = name.head
    owner = name.dep_ in {"nmod:poss", "compound", "amod"} and where.i != event.i
    return owner and where.dep_ in {"obl", "nmod"} and bool(prepositions(where) & _PLACE_CASES)


def _owns_doer(owner: Token, verb: Token) -> bool:
    """Say whether a pronoun only tells whose the doer, or what is recalled, is.

    "| Its | artillery shelled the town", "recalled | its | envoy".
    """
    if owner.tag_ != "PRP$" or verb.pos_ != "VERB":
        return False
    return owner.i < verb.i or owner.head.head.i == verb.i


def _whence_or_where(place: Token) -> bool:
    """Say whether a place only tells from where in it a thing came, or where it was going.

    "Fired from inside X", "a tanker bound for X", "shelling north of X".
    """
    if on_streets(place):
        return True
    of_place = any(c.dep_ == "nmod" and c.ent_type_ == "PLACE" for c in place.children)
    if place.ent_type_ != "PLACE" and not of_place:
        return False
    if is_side_of(place):
        return True
    named = place
    if not of_place and place.dep_ == "nmod" and "of" in prepositions(place):
        named = place.head  # "bound for the port of X"
    start = max(place.sent.start, named.left_edge.i - 2)
    words = {t.lower_ for t in place.doc[start : named.i]}
    return words >= {"from", "inside"} or words >= {"bound", "for"}


def _is_said_then(party: Token, talks: Token) -> bool:
    """Say whether a name only stands in what is said there: "said in a call that X had fled"."""
    if talks.pos_ != "NOUN" or party.i < talks.i:
        return False
    for above in (party, *party.ancestors):
        if above.dep_ == "ccomp" and above.i > talks.i:
            return above.head.i == talks.head.i
    return False


def _at_whose_request(party: Token) -> bool:
    """Say whether a name only tells who asked for a meeting: "met at X's request"."""
    asked = party.head.lemma_.lower() in _REQUESTS
    return asked and party.dep_ in {"nmod:poss", "nmod"}


def _to_be_freed(whom: Token, verb: Token) -> bool:
    """Say whether somebody is only whom a deed that is asked for befalls: "the release of X"."""
    for above in whom.ancestors:
        if above.i == verb.i:
            return False
        if above.lemma_.lower() in _ASKED_FOR and above.pos_ == "NOUN":
            return True
    return False


def _passive_verb(verb: Token) -> bool:
    return any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in verb.children) or verb.dep_ == "acl"


def is_charge(verb: Token) -> bool:
    """Say whether a verb tells that somebody is charged with a deed, or punished for it."""
    return verb.lemma_.lower() in _ACCUSING


def _is_called_for(verb: Token) -> bool:
    """Say whether who speaks of another's deed calls for it: "said that X must leave"."""
    return any(c.dep_ == "aux" and c.lower_ in _CALLING_FOR for c in verb.children)


def _addressee(word: Token) -> bool:
    """Say whether a verb's object, or the subject of what it asks, is whom it asks or accuses."""
    if word.dep_ == "ccomp" and word.head.lemma_.lower() not in _ACCUSING:
        return any(c.dep_ == "nsubj" and names_party(c) for c in word.children)
    on = word.dep_ == "obl" and word.head.lemma_.lower() == "call"
    on = on and bool(
        prepositions(word) & {"on", "upon"} or word.doc[word.left_edge.i - 1].lower_ == "on"
    )
    for_to = word.dep_ == "obl" and any(is_wanted_to(word, c) for c in word.head.children)
    return (on or for_to or word.dep_ in {"obj", "iobj"}) and names_party(word)


def _asked(doer: Token) -> bool:
    """Say whether a doer is asked for: "nobody knows who fired"."""
    return doer.lower_ in {"who", "what"} and not doer.head.dep_.startswith("acl")


def _outside_its_object(target: Span, verb: Token) -> bool:
    """Say whether a mere article is pointed at in another clause than a verb's with an object."""
    article = verb.pos_ == "VERB" and all(t.pos_ == "DET" for t in target)
    own = any(c.dep_ == "obj" for c in verb.children)
    return article and own and not verb.is_ancestor(target.root)


def _is_party(span: Span) -> bool:
    """Say whether a phrase that the reader points to can be a party: a day or a deed is none."""
    if _is_time(span.root) or _of_border(span.root) or in_dateline(span.root):
        return False
    if _asked(span.root) or span.root.lower_ in REFLEXIVE or _tells_news(span.root):
        return False
    if _is_told(span.root) or _is_sent_to(span.root):
        return False
    named = span.root.head if span.root.pos_ == "DET" else span.root
    if "without" in prepositions(named):  # "went to the polls without N"
        return False
    return span.root.pos_ != "VERB" or any(t.ent_type_ for t in span)


def _is_sent_to(word: Token) -> bool:
    """Say whether a name only tells to whom an envoy is sent: "the ambassador to | Spain |"."""
    envoy = word.dep_ == "nmod" and word.head.lemma_.lower() in _ENVOYS
    return envoy and "to" in prepositions(word)


def _is_told(word: Token) -> bool:
    """Say whether somebody is only told of a deed: "X shelled the port, envoys told Y"."""
    while word.dep_ in {"compound", "conj"} or (word.dep_ == "nmod" and word.ent_type_):
        word = word.head  # "quoted | a Health Ministry | spokesman", "told the Diocese of | X"
    verb = word.head
    if word.dep_ == "obj" and verb.lemma_.lower() in {"quote", "cite"}:
        return True
    if word.dep_ not in {"obj", "iobj"} or verb.lemma_.lower() != "tell":
        return False
    return not any(c.dep_ == "xcomp" for c in verb.children)  # "told Y to leave"


def _is_time(word: Token) -> bool:
    """Say whether a word tells a time: "protested on | Friday"."""
    return any(t.start <= word.i < t.end for t in word.doc.spans.get("times", ()))


def in_dateline(word: Token) -> bool:
    """Say whether a word stands before the dash of a line's place and day: "LIMA, May 4 (X) —"."""
    opening = word.sent[:_DATELINE]
    if word.i >= opening.end or word.ent_type_ == "PERSON":
        return False
    dash = next((t.i for t in opening if t.text in _DASHES), -1)
    return word.i < dash and all(
        t.pos_ in {"PROPN", "NUM", "PUNCT", "SYM", "X"} or t.text[:1].isupper()
        for t in opening
        if t.i < dash
    )


def _of_border(name: Token) -> bool:
    """Say whether a name only tells whose border it is: "the border with X", "X's frontier"."""
    if name.dep_ == "conj" and name.head.ent_type_ == "PLACE":  # "between Peru and | Chile"
        return _of_border(name.head)
    first = name.left_edge.i  # "the border with | Sierra Leone"
    near = name.doc[max(name.sent.start, first - 3) : min(name.i + 3, name.sent.end)]
    before = {t.lower_ for t in name.doc[max(name.sent.start, first - 1) : name.i]}
    with_it = not before.isdisjoint(["with", "between"])
    return name.ent_type_ == "PLACE" and any(
        t.lemma_.lower() in BORDERS and (t.i > name.i or with_it) for t in near
    )


def _tells_news(head: Token) -> bool:
    """Say whether a phrase names who reports it: "a reporter for X", "the X news agency"."""
    if head.lemma_.lower() in _REPORTERS and head.dep_ != "obj":
        return True
    return any(
        c.dep_ in {"compound", "nmod:desc", "nmod", "flat"} and c.lemma_.lower() in _REPORTERS
        for c in (*head.children, head.head)
        if c.i != head.i
    ) and not head.dep_.startswith(("nsubj:pass", "obj"))


def _whole(span: Span) -> Span:
    """Return the phrase of which the reader only found the article, or left out whose it is."""
    root = span.root
    if root.pos_ == "DET" and root.head.i != root.i:
        return phrase_of(root.head)
    last = span.end - (span[-1].lower_ in {"of", "from"})  # "| the president of | Armenia"
    after = root.nbor(1) if root.i + 1 == last < len(root.doc) else None
    if after is not None and after.lower_ in {"of", "from"} and after.head.head.i == root.i:
        return phrase_of(root)  # "lawmakers | from Norway"
    return span


def _in_place(head: Token) -> bool:
    """Say whether a phrase tells where something is or who says it, not who does it."""
    return bool(prepositions(head) & _PLACE_CASES) or _according_to(head)


def _according_to(head: Token) -> bool:
    """Say whether a phrase names who says it: "according to the head of X"."""
    for i in range(head.i - 1, max(head.sent.start, head.i - _NEAR) - 1, -1):
        word = head.doc[i]
        if word.lower_ == "according":
            return True
        if word.is_punct:
            return False
    return False


def _elsewhere(phrase: Token, event: Token) -> bool:
    """Say whether a phrase belongs to another clause than an event's.

    "Shot at a plane that had left X", "crossed the river to help Y and killed people in X".
    """
    if phrase.sent.start != event.sent.start:
        return True
    over = {event.i, *(a.i for a in event.ancestors)}
    for clause in (event, *event.ancestors):  # "played down the likelihood that X killed"
        that = clause.dep_ == "acl" and any(c.lower_ == "that" for c in clause.lefts)
        if that and not clause.is_ancestor(phrase):
            return True
    own = any(c.dep_ == "obj" for c in event.children)
    for above in (phrase, *phrase.ancestors):
        if above.i in over:
            return False
        if above.dep_ == "acl:relcl":
            return True
        if above.dep_ == "advcl" and _is_of_another_time(above):
            return True
        along = above.dep_ == "acl" or (above.dep_ == "advcl" and above.tag_ == "VBN")
        if along and above.lemma_.lower() in BROKERING | _BESIDE:
            return True  # "signed a deal | brokered by X", "handed out rice | donated by X"
        if above.dep_ in {"acl", "ccomp"} and above.i > event.i and _is_in_subject(event):
            return True  # "the attack renders the idea of sidelining X absurd"
        later = above.dep_ == "conj" and above.pos_ == "VERB" and above.i > event.i
        beside = event.pos_ == "NOUN" and event.dep_ in {"obl", "nmod"} and _has_own_object(above)
        apart_from = own or beside or any(c.dep_.startswith("nsubj") for c in above.children)
        if later and apart_from and phrase.i > event.i:
            return True  # "two were killed, and the others fled to | Chad |"
    return False


def _has_own_object(verb: Token) -> bool:
    """Say whether a verb has an object."""
    return any(c.dep_ in {"obj", "iobj"} for c in verb.children)


def _is_in_subject(event: Token) -> bool:
    """Say whether a noun is a verb's subject, or stands in it: "deeds such as the attack do"."""
    while event.pos_ == "NOUN" and event.dep_ in {"nmod", "conj", "appos"}:
        event = event.head
    return event.pos_ == "NOUN" and event.dep_.startswith("nsubj")


def _is_of_another_time(clause: Token) -> bool:
    """Say whether a clause tells what another does meanwhile or did: "fled as X shelled Y"."""
    own = any(c.dep_.startswith("nsubj") and names_party(c) for c in clause.children)
    return own and any(c.dep_ == "mark" and c.lower_ in _MEANWHILE for c in clause.children)


def _of_noun(token: Token, doers: Sequence[Token]) -> bool:
    """Say whether a noun's own phrase names its doers: "police firing", "Lima's operation"."""
    leaves = token.lemma_.lower() in _LEAVING
    return token.pos_ == "NOUN" and all(
        (d.head.i == token.i and (d.dep_ == "compound" or owns_deed(d)))
        or (leaves and d.head.i == token.i and "of" in prepositions(d) and names_party(d))
        or ("from" in prepositions(d) and d.left_edge.i == token.i + 1)
        for d in doers
    )


def _tells_of(doer: Token) -> bool:
    """Say whether somebody only speaks of a deed: "the attack, condemned by X"."""
    return doer.dep_.startswith("obl") and doer.head.lemma_.lower() in event_words().about


def _is_beside(noun: Token, kind: str) -> bool:
    """Say whether a deed is only told beside the clause's own: "fled after the attack"."""
    later = bool(prepositions(noun) & _AFTER) or noun.head.lemma_.lower() in _LATER
    return (kind in _ACTS or not kind) and (later or is_answered(noun))


def _is_within(word: Token, noun: Token) -> bool:
    """Say whether a word stands in a noun's phrase, and in no clause that is joined to it."""
    for above in (word, *word.ancestors):
        if above.i == noun.i:
            return True
        if above.pos_ in VERBS and above.dep_ in {"conj", "parataxis"}:
            return False  # "a day after the coup, Peru's army | arrests | X", read as one phrase
    return False


def _beside_noun(doer: Token, noun: Token, kind: str) -> bool:
    """Say whether a doer stands in a noun's phrase, or is the subject of a clause around it.

    Who does something after an attack, or amid one, need not have made it.
    """
    if _is_beside(noun, kind):
        return _is_within(doer, noun)
    if _is_outside_relative(doer, noun) or _suffers_by(doer, noun):
        return False
    for above in (doer, *doer.ancestors):
        if above.i == noun.i:
            return True
        if above.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}:
            return True
        if above.dep_ in {"obl", "nmod", "obj"} and above.i != doer.i:
            return False
    return True


def _is_outside_relative(doer: Token, noun: Token) -> bool:
    """Say whether a deed stands in a clause on another: "A. B. met | N., who was hurt in a raid |".

    A clause whose subject is who did it takes up the words before it.
    """
    clause = next((a for a in noun.ancestors if a.dep_ == "acl:relcl"), None)
    if clause is None or clause.is_ancestor(doer) or clause.i == doer.i:
        return False
    if clause.head.lower_ == "what":  # "launched what it called an operation"
        return False
    named = clause.head.head if clause.head.dep_ == "appos" else clause.head
    return doer.i != named.i and not named.is_ancestor(doer)


def _suffers_by(word: Token, noun: Token) -> bool:
    """Say whether somebody is who suffers by a deed: "X, humiliated by the raid, …"."""
    verb = noun.head
    by = "by" in prepositions(noun) and noun.dep_ in {"obl", "obl:agent"}
    return by and verb.tag_ == "VBN" and not noun.is_ancestor(word) and word.i < noun.i


def _no_speaker(token: Token, parties: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who only says that the event happens: the subject of a verb of saying above it."""
    speakers = {t.i for c in bystanders_of(token) for t in c.subtree}
    speakers |= {t.i for c in token.children if c.dep_ == "nsubj" and strays(c) for t in c.subtree}
    below, above = token, token.head
    while above.i != below.i:
        if below.dep_ in {"ccomp", "parataxis"} and above.pos_ == "VERB":
            speakers |= {t.i for c in _subjects_over(above) for t in c.subtree}
        if above.pos_ == "VERB":  # "… was rioting, N. N. reported"
            said = [c for c in above.children if c.dep_ == "parataxis" and c.pos_ == "VERB"]
            speakers |= {
                t.i for v in said for c in v.children if c.dep_ == "nsubj" for t in c.subtree
            }
        below, above = above, above.head
    return tuple(p for p in parties if p.root.i not in speakers)


def _subjects_over(verb: Token) -> list[Token]:
    """Return the subjects of a verb, else of that which it goes on: "went on to stress that"."""
    while True:
        own = [c for c in verb.children if c.dep_.startswith("nsubj")]
        goes_on = verb.dep_ in {"xcomp", "conj"} and verb.head.pos_ == "VERB"
        asked = verb.dep_ == "xcomp" and any(c.dep_ in {"obj", "iobj"} for c in verb.head.children)
        if own or not goes_on or asked:
            return own
        verb = verb.head


def _says_it(phrase: Token, event: Token) -> bool:
    """Say whether a phrase behind an event names who tells of it: "an attack on Y, X said"."""
    if phrase.i < event.i:  # "| officials | say A. B. was killed", read as one clause
        after = phrase.nbor(1)
        tells = after.lemma_.lower() in _TELLING and after.tag_ in _TOLD and after.dep_ == "case"
        return tells and after.i < event.i
    if phrase.dep_ == "nsubj" and phrase.head.lemma_.lower() in _TELLING:
        return True
    whole = phrase.head if phrase.dep_ == "conj" else phrase
    last = whole.right_edge.i + 1  # ", | Chilean and Peruvian officials | said"
    within = last < len(phrase.doc) and phrase.doc[whole.left_edge.i - 1].text in _CLOSES
    if within and phrase.doc[last].lemma_.lower() in _TELLING and phrase.doc[last].tag_ in _TOLD:
        return True
    # however the clause is read: ", | the X ministry | said"
    head = phrase.head if phrase.dep_ in _PHRASE and phrase.head.i > phrase.i else phrase
    start, end = head.left_edge.i, head.i + 1
    start += head.doc[start].is_punct
    return (
        end < len(head.doc)
        and head.doc[end].lemma_.lower() in _TELLING
        and head.doc[end].tag_ in _TOLD
        and head.doc[start - 1].text in _CLOSES
    )


def apart(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans whose head is not the head of one that is taken."""
    heads = {s.root.i for s in taken}
    return tuple(s for s in spans if s.root.i not in heads)


def _does_another(word: Token, event: Token) -> bool:
    """Say whether a word names who did another deed to somebody: "to free a judge | held by X"."""
    word = word.head if word.dep_ == "conj" else word
    over = word.head
    agent = word.dep_ == "obl:agent" and "by" in prepositions(word)  # not "taken away from X"
    if not agent or event.pos_ != "VERB" or over.i == event.i:
        return False
    where = over.dep_ == "acl" and over.head.dep_ in {"obl", "nmod"}  # "in land | claimed by X |"
    beside = event.dep_ == "advcl" and event.head.i == over.i  # "shot by | X | as they fled"
    return where or beside or over.head.i == event.i


def _is_agreed_upon(word: Token, verb: Token) -> bool:
    """Say whether a word stands in what is agreed or discussed: "agreed that police would go"."""
    while word.i != verb.i and word.dep_ != "ccomp" and word.head.i != word.i:
        word = word.head
    return word.dep_ == "ccomp" and word.head.i == verb.i


def _accused(token: Token) -> tuple[Span, ...]:
    """Return whom "X accused Y of an attack" makes the doer of the attack: Y."""
    token = carrier_of(token, event_words()) or token  # "of carrying out an attack"
    if token.dep_ == "obj" and token.head.lemma_.lower() in _ORDERING:
        token = token.head  # "of ordering the attack"
    while token.dep_ in {"xcomp", "advcl", "conj", "acl"} and token.head.i != token.i:
        above = token.head
        charged = above.head.lemma_.lower() in _ACCUSING and token.dep_ == "acl"
        if above.lemma_.lower() in _ACCUSING | _JUDGING or any(
            c.dep_.startswith("nsubj") for c in token.children
        ):
            break
        if charged and any(c.lower_ in _OF_WHAT for c in token.children if c.dep_ == "mark"):
            break
        token = above  # "accused of plotting to kill", "on charges of killing"
    verb = token.head
    marked = any(c.lower_ in _OF_WHAT for c in token.children if c.dep_ in {"mark", "case"})
    named = names_party(verb) or verb.lemma_.lower() in BODIES
    read_so = token.dep_ == "acl" or (token.dep_ == "nmod" and token.lower_.endswith("ing"))
    if marked and read_so and verb.dep_ in {"obj", "nsubj:pass"} and named:
        # "accused the army of burning villages", read as one phrase
        return (phrase_of(verb),) if verb.head.lemma_.lower() in _ACCUSING else ()
    arcs = ("obl", "advcl", "xcomp", "ccomp")
    judged = verb.lemma_.lower() in _JUDGING and token.tag_ == "VBG"
    if not (judged or verb.lemma_.lower() in _ACCUSING) or not token.dep_.startswith(arcs):
        return ()
    ties = {c.lower_ for c in token.children if c.dep_ in {"case", "mark"}}
    if not ties and token.tag_ == "VBG":  # "accused X of shelling a port, | killing | ten"
        before = [c for c in verb.children if c.tag_ == "VBG" and verb.i < c.i < token.i]
        ties = {g.lower_ for c in before for g in c.children if g.dep_ == "mark"}
    if not ties & _OF_WHAT:  # "arrested after gunmen attacked", "arrested in a raid"
        return ()
    heads = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    # "accused the army of burning villages": its object may be read as the deed's
    mark = next((c for c in token.children if c.lower_ in _OF_WHAT), token)
    heads += [
        c
        for c in token.children
        if c.dep_ in {"obj", "nsubj"} and verb.i < c.i < mark.i and names_party(c)
    ]
    if judged:
        heads = [h for h in heads if names_party(h)]
    heads = heads[-1:]  # a verb has one; the nearest, if read as two
    heads += [c for h in heads for c in h.children if c.dep_ == "conj"]
    return tuple(phrase_of(t) for t in heads)


def phrase_of(head: Token) -> Span:
    """Return a head word with what belongs to its name or describes it."""
    # no name governs a verb: "people | attacked a camp", read as one phrase
    kept = [c for c in head.children if c.dep_ in _PHRASE and c.tag_ not in _TOLD]
    start = min([head.i, *(c.left_edge.i for c in kept)])
    ends = [
        c.right_edge.i
        for c in kept
        if c.dep_ in {"flat", "nmod"} or (c.dep_ == "compound" and c.i > head.i and c.ent_type_)
    ]  # "the lawyer | A. B.", read as a compound
    return head.doc[start : max([head.i, *ends]) + 1]
