"""Deeds and mere happenings told apart: shots and blazes, bombs and blasts, deals and bridges."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import names_party
from histor.extract.events.crowds import is_crowd
from histor.extract.events.event_words import EventWords
from histor.extract.events.upheavals import upheaval_of
from histor.extract.events.weapons import weapon_type
from histor.extract.names.affiliations import party_words
from histor.extract.places.gazetteer import is_people
from histor.extract.tokens import prepositions

__all__ = [
    "by_accident",
    "foretells",
    "happening_of",
    "has_object",
    "is_addressed",
    "is_armed",
    "is_broken",
    "is_forecast",
    "is_happening",
    "is_in_session",
    "is_of_guns",
    "is_of_words",
    "shoots_at",
]

_FIGHTING = frozenset("fighting battles violence unrest gunfire protests riots".split())
#: verbs whose object "fire" is shots
_FIRING = frozenset("open exchange return trade cease hold draw come target set".split())
_SHOTS = frozenset(
    "gas teargas bullet shot round volley pellet canister cannon missile rocket shell mortar "
    "torpedo grenade".split()
)
_AT = frozenset(["at", "on", "upon"])
_SHOOTERS = frozenset("police troop soldier army force guard gunman navy rebel militia".split())
_GUNS = frozenset(
    "under artillery arm arms aircraft anti gun machine mortar tank sniper rocket small covering "
    "supporting enemy friendly heavy hostile automatic rifle retaliatory indirect security police "
    "army troop soldier".split()
)
#: nouns of which "of fire" tells shots
_OF_FIRE = frozenset("source exchange burst volley hail line field rate round cessation".split())
#: what stands before a blast that somebody set off
_ARMED = frozenset(
    "bomb mine landmine minefield suicide grenade missile shell rocket drone car truck ied "
    "roadside terrorist terror".split()
)
_AT_RISK = frozenset("danger risk fear verge brink peril".split())
#: verbs of having votes, and not of voting: "lost votes"
_HAVING = frozenset("lose win gain get garner attract cost secure need take lack receive".split())
#: what collapses without harm to anybody
_AGREED = frozenset(
    "deal talk talks ceasefire truce agreement negotiation government coalition economy currency "
    "regime system market price support peace service infrastructure".split()
)

#: what a truce does when it ends, and what is done to it
_FAILING = frozenset(
    "collapse unravel fray falter crumble fail expire lapse end break disintegrate".split()
)
_BREAKING = frozenset(
    "break violate breach shatter scrap wreck ruin end abandon rupture undermine flout".split()
)
#: what nobody threatens with
_UNCHOSEN = frozenset(
    "conflict war crisis situation fighting violence unrest famine hunger disease cholera outbreak "
    "epidemic storm flood collapse region country humanitarian displacement death number".split()
)
_RISKING = frozenset(
    "risk danger verge brink become worsen spread collapse descend slide deteriorate rise increase "
    "surge soar multiply".split()
)
_IS = frozenset(["is", "are", "was", "were", "has", "have", "had"])
_FALLING = frozenset("roof rock tree wall crane boulder snow ice stone mine".split())
_VOLATILE = frozenset(
    "gas methane boiler tanker pipeline tank factory plant furnace depot fuel cylinder stove "
    "generator warehouse refinery chemical dust volcano firework transformer".split()
)
#: verbs of what makes people leave, what does, and how a phrase says whence or where to
_DRIVING = frozenset(["drive", "uproot", "chase", "force"])
_DRIVERS = frozenset(
    "fighting violence war conflict clash offensive shelling bombardment attack airstrike flood "
    "flooding drought famine hunger quake earthquake storm cyclone hurricane eruption insecurity "
    "persecution repression".split()
)
_AWAY = frozenset(["from", "into", "out", "across", "over", "to", "abroad", "home"])
#: who votes on what is put to them
_VOTING = frozenset(
    "parliament lawmaker legislator deputy mp mps senator senate assembly council congress house "
    "legislature committee board member union worker cabinet government court panel bundestag "
    "duma knesset".split()
)
_ELECTIONS = frozenset("election referendum poll plebiscite ballot run-off runoff".split())
#: what stands before a vote of a body, and on what one is
_OF_BODIES = frozenset(
    "confidence no-confidence impeachment unanimous procedural party-line bipartisan".split()
)
_PUT_TO_VOTE = frozenset(
    "confidence no-confidence thanks censure bill resolution motion amendment measure draft budget "
    "nomination impeachment sanction text legislation law reform treaty pact deal proposal".split()
)
#: second rounds of votes, and words by which they are water
_RUN_OFFS = frozenset(["run-off", "runoff"])
_RUNNING = frozenset("water farm rain soil river storm sewage fertiliser fertilizer snow".split())
_LEAVING = frozenset(["leave", "abandon"])
_HOMES = frozenset("home house village town farm".split())
#: how people vote
_GOING = frozenset("go head flock return".split())
_BALLOTS = frozenset(["ballot", "vote"])
#: nouns of happenings whose verbs are deeds
_NOT_AS_VERBS = frozenset(["storm", "blast"])
#: what rules, or is ruled
_RULE = frozenset(
    "state government regime union empire republic kingdom dynasty coalition cabinet rule monarchy "
    "dictatorship junta authority economy currency market bank system order".split()
)
_NOT_BUILT = _AGREED | _RULE
_MAY = frozenset(["could", "may", "might"])
_BREACHES = frozenset(["violation", "breach", "collapse", "end", "breakdown", "expiry"])


def _goes_to_polls(verb: Token) -> bool:
    """Say whether a verb tells that people vote: "go to the polls", "cast ballots"."""
    lemma = verb.lemma_.lower()
    if lemma == "cast":
        return any(c.dep_ == "obj" and c.lemma_.lower() in _BALLOTS for c in verb.children)
    return lemma in _GOING and any(
        c.dep_ == "obl" and c.lower_ == "polls" and "to" in prepositions(c) for c in verb.children
    )


def is_happening(verb: Token, words: EventWords) -> bool:
    """Say whether the subject of a verb is itself what happened."""
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "csubj", "compound"}]
    return any(
        s.lower_ in _FIGHTING
        or (
            s.pos_ == "NOUN"
            and (s.lemma_.lower() in words.other or "noun" in words.sure.get(s.lemma_.lower(), ()))
        )
        for s in subjects
    )


def has_object(verb: Token) -> bool:
    """Say whether a verb has an object."""
    return any(c.dep_ == "obj" for c in verb.children)


def is_of_words(collapse: Token) -> bool:
    """Say whether what collapsed is a deal, a state or the like, and no bridge."""
    named = [c for c in collapse.children if c.dep_ in {"nsubj", "nmod", "compound", "nmod:poss"}]
    if collapse.dep_ == "amod":  # "collapsing services"
        named.append(collapse.head)
    if collapse.dep_ == "nmod":  # "should the truce in Gaza | collapse"
        named.append(collapse.head)
    if any(c.tag_ == "WDT" or c.lower_ == "it" for c in named):
        # "a truce in June that collapsed", "agreed to a truce, but it collapsed"
        named += [t for t in collapse.sent if t.i < collapse.i and t.pos_ == "NOUN"]
    return any(c.lemma_.lower() in _NOT_BUILT for c in named)


def is_broken(truce: Token) -> bool:
    """Say whether a truce is told to be over: "shattered the truce", "the truce unravelled"."""
    verb = truce.head
    lemma = verb.lemma_.lower()
    if truce.dep_ in {"nsubj", "nsubj:pass"} and lemma in _FAILING | _BREAKING:
        return True
    if truce.dep_ == "obj" and lemma in _BREAKING:
        return True
    return truce.dep_ == "nmod" and lemma in _BREACHES


def is_addressed(verb: Token) -> bool:
    """Say whether somebody is warned, or a clause says of what: "warned that it would"."""
    return any(c.dep_ in {"obj", "iobj", "nsubj:pass", "ccomp"} for c in verb.children)


def is_forecast(warn: Token) -> bool:
    """Say whether a verb only tells what others may do or suffer: "warned that the army could"."""
    if any(c.dep_ in {"obj", "iobj", "nsubj:pass"} for c in warn.children):
        return _tells_state(warn)
    return any(_foretells(c) for c in warn.children if c.dep_ == "ccomp")


def foretells(warning: Token) -> bool:
    """Say whether a noun's clause tells what others may do: "a warning that the river may rise"."""
    clauses = [c for c in warning.children if c.dep_ in {"acl", "ccomp"}]
    clauses += [c for c in warning.head.children if c.dep_ == "ccomp" and c.i > warning.i]
    return any(_foretells(c) for c in clauses)


def _foretells(clause: Token) -> bool:
    """Say whether the clause of a warning is about what others do or suffer."""
    subjects = [c for c in clause.children if c.dep_.startswith("nsubj")]
    if clause.lemma_.lower() in _RISKING or any(
        c.lemma_.lower() in _RISKING for c in clause.children
    ):
        return True
    may = any(c.dep_ == "aux" and c.lower_ in _MAY for c in clause.children)
    past = clause.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.dep_ in {"aux", "cop"} and c.lower_ in _IS for c in clause.children
    )
    happening = clause.lemma_.lower() in {"happen", "occur", "recur"}  # "it could happen again"
    if may and (happening or not any(s.tag_ == "PRP" for s in subjects)):
        return True
    had = any(c.dep_ == "aux" and c.lower_ in {"had", "has", "have"} for c in clause.children)
    if had and subjects and not any(_is_endurance(s) or s.tag_ == "PRP" for s in subjects):
        return True  # "warned that the wells had dried up"
    if any(c.dep_ == "expl" for c in clause.children):
        return True  # "there will be more deaths"
    if past and any(s.tag_ != "PRP" and names_party(s) for s in subjects):
        return True
    return any(s.lemma_.lower() in _UNCHOSEN for s in subjects)


def _is_endurance(subject: Token) -> bool:
    """Say whether what is over is somebody's patience, which threatens: "time had run out"."""
    return subject.lemma_.lower() in {"patience", "time"}


def _tells_state(warn: Token) -> bool:
    """Say whether somebody is only told how things are: "was warned that the boat was heavy"."""
    return any(
        c.dep_ == "ccomp"
        and any(g.dep_ == "cop" for g in c.children)
        and not any(g.dep_ == "aux" and g.tag_ == "MD" for g in c.children)
        for c in warn.children
    )


def is_of_guns(fire: Token) -> bool:
    """Say whether "fire" is shots: "opened fire", "under fire", "artillery fire"."""
    shots = fire.dep_ == "nmod" and fire.head.lemma_.lower() in _OF_FIRE
    return (
        shots
        or fire.head.lemma_.lower() in _FIRING
        or any(c.lower_ in _GUNS or c.lemma_.lower() in _GUNS for c in fire.children)
        or any(c.dep_ == "amod" and is_people(c.lower_) for c in fire.children)
    )


def shoots_at(verb: Token) -> bool:
    """Say whether a verb has shots for its object: "opened fire", "fired tear gas"."""
    lemma = verb.lemma_.lower()
    objects = [c for c in verb.children if c.dep_ == "obj"]
    if weapon_type(verb) == "MOBILIZE":
        return False  # a test
    if lemma == "fire" and verb.pos_ == "NOUN" and _fires_on(verb):
        return True  # a headline's verb: "police fire on protesters"
    if lemma == "fire":
        at = any(
            c.dep_ == "obl" and c.pos_ != "NUM" and prepositions(c) & _AT for c in verb.children
        )  # no "on 6 April"
        return any(c.lemma_.lower() in _SHOTS for c in objects) or (at and not objects)
    return lemma in _FIRING and any(c.lower_ == "fire" for c in objects)


def _fires_on(noun: Token) -> bool:
    """Say whether "fire" behind those who bear arms, and before people, is their shots."""
    by = any(c.lemma_.lower() in _SHOOTERS for c in noun.children if c.dep_ == "compound")
    return by and any(c.dep_ == "nmod" and prepositions(c) & _AT for c in noun.children)


def by_accident(token: Token, words: EventWords) -> bool:
    """Say whether what killed is a thing without a doer: "the explosion killed nine"."""
    causes = [
        c
        for c in token.children
        if c.dep_.startswith(("nsubj", "obl")) or any(g.lower_ == "when" for g in c.children)
    ]
    if token.dep_ in {"acl", "advcl", "conj"} and token.tag_ == "VBG":  # "a blast …, killing nine"
        causes.append(token.head)
        causes += [c for c in token.head.children if c.dep_ == "nsubj"]
    if token.dep_ == "acl:relcl" and _is_relative(token):  # "a fire at X | that killed ten"
        causes += [token.head, *([token.head.head] if token.head.dep_ == "nmod" else [])]
    for clause in list(causes):  # "killed when a tremor brought down a school"
        if clause.pos_ == "VERB" and clause.dep_ == "advcl":
            causes += [c for c in clause.children if c.dep_ == "nsubj"]
    own = any(c.dep_ == "nsubj" for c in token.children)
    if token.dep_ in {"conj", "parataxis"} and not own and token.head.pos_ == "NOUN":
        causes.append(token.head)  # "a roof fall at X killed ten", read as two clauses
    return any(happening_of(c, words) == "disaster" and not is_armed(c) for c in causes)


def _is_relative(verb: Token) -> bool:
    """Say whether the subject of a clause stands for a noun before it: "that", "which"."""
    return any(c.dep_ == "nsubj" and c.tag_ in {"WDT", "WP"} for c in verb.children)


def happening_of(word: Token, words: EventWords) -> str | None:
    """Return what happened that PLOVER has no type for, by its word and those beside it.

    "A roof fall" and "gas exploded" are disasters; artillery fire is not, nor a crowd that storms.
    """
    lemma = word.lemma_.lower()
    if (upheaval := upheaval_of(word)) is not None:
        return upheaval
    known = words.other.get(lemma)
    if lemma == "flood" and word.pos_ == "VERB" and is_crowd(word):
        return None
    if lemma == "storm" and any(c.dep_ == "obj" for c in word.children):
        return None  # "gunmen storm hall", whatever part of speech a heading's verb is read as
    if lemma == "swear" and word.pos_ == "VERB":
        into = any(c.dep_ == "compound:prt" and c.lower_ == "in" for c in word.children)
        return "election" if into else None  # "was sworn in"
    if lemma == "inaugurate":  # "inaugurated a bridge", "a campaign"
        opened = [c for c in word.children if c.dep_ in {"obj", "nsubj:pass"}]
        return known if all(o.ent_type_ == "PERSON" or names_party(o) for o in opened) else None
    if lemma == "vote" and word.pos_ == "NOUN" and _are_counted(word):
        return None
    if word.pos_ == "VERB" and _goes_to_polls(word):
        return "election"
    if lemma in _RUN_OFFS and not _RUNNING.isdisjoint(t.lemma_.lower() for t in word.sent):
        return None  # "run-off from farms polluted the river"
    if lemma == "lose" and word.pos_ == "VERB":
        return "death" if _loses_life(word) else None
    if lemma in _DRIVING and word.pos_ == "VERB":
        return "displacement" if _is_driven_out(word) else None
    if lemma in _LEAVING and word.pos_ == "VERB":
        return "displacement" if _leaves_home(word) else None
    if lemma == "fall" and word.pos_ == "NOUN":
        mishap = word.i > word.sent.start and word.nbor(-1).lemma_.lower() in _FALLING
    elif lemma == "explode":
        mishap = any(c.dep_ == "nsubj" and c.lemma_.lower() in _VOLATILE for c in word.children)
    elif lemma == "fire":
        mishap = (
            known is not None and word.pos_ == "NOUN" and not (is_of_guns(word) or shoots_at(word))
        )
    elif lemma in _NOT_AS_VERBS:
        mishap = known is not None and word.pos_ != "VERB"
    else:
        return known
    return "disaster" if mishap else None


def _loses_life(verb: Token) -> bool:
    """Say whether people lose their lives, and are not only in danger of it."""
    if verb.tag_ == "VBG" and verb.head.lemma_.lower() in _AT_RISK:
        return False
    return any(
        c.dep_ == "obj"
        and c.lemma_.lower() == "life"
        and any(g.dep_ == "nmod:poss" for g in c.children)
        for c in verb.children
    )


def _is_driven_out(verb: Token) -> bool:
    """Say whether a war or a flood makes people leave: "fighting has driven 9,000 into X"."""
    by = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    if not any(c.lower_ in _FIGHTING or c.lemma_.lower() in _DRIVERS for c in by):
        return False
    whom = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    people = any(w.pos_ == "NUM" or w.lemma_.lower() in party_words() for w in whom)
    return people and any(
        c.dep_ in {"obl", "advmod"} and (prepositions(c) or {c.lower_}) & _AWAY
        for c in verb.children
    )


def _leaves_home(verb: Token) -> bool:
    """Say whether people leave their homes: "3,000 villagers left their homes"."""
    return any(
        c.dep_ == "obj"
        and c.lemma_.lower() in _HOMES
        and any(g.lower_ == "their" for g in c.children)
        for c in verb.children
    )


def is_in_session(vote: Token) -> bool:
    """Say whether a body votes on a matter, and no people elect: "the council voted to …"."""
    over = vote.head if vote.dep_ == "xcomp" else vote  # "deputies are to vote"
    subjects = (c for c in over.children if c.dep_.startswith("nsubj"))
    if _is_choice(vote):
        return True
    if any(not _VOTING.isdisjoint([c.lemma_.lower(), c.lower_]) for c in subjects):
        return True
    return _on_a_matter(vote)


def _was_taken_before(vote: Token) -> bool:
    """Say whether "the vote" is that of a chamber told before, on a page that tells no election."""
    if not any(c.lower_ in {"the", "that", "this"} for c in vote.children):
        return False
    before = vote.doc[: vote.sent.start]
    if any(t.lemma_.lower() in _ELECTIONS for t in before):
        return False
    verbs = (t for t in before if t.pos_ == "VERB" and t.lemma_.lower() in {"vote", "impeach"})
    return any(
        c.lemma_.lower() in _VOTING or c.lower_ in _VOTING
        for v in verbs
        for c in v.children
        if c.dep_.startswith("nsubj")
    )


def _is_choice(vote: Token) -> bool:
    """Say whether somebody tells whom he would choose: "he could never vote for A. B."."""
    if vote.pos_ != "VERB" or not any(c.dep_ == "aux" and c.tag_ == "MD" for c in vote.children):
        return False
    return any(c.ent_type_ == "PERSON" and "for" in prepositions(c) for c in vote.children)


def _are_counted(votes: Token) -> bool:
    """Say whether votes are those somebody has: "by nine votes to three", "lost votes"."""
    if votes.tag_ != "NNS":
        return False
    had = votes.dep_ == "obj" and votes.head.lemma_.lower() in _HAVING
    return had or any(c.dep_ == "nummod" for c in votes.children)


def _on_a_matter(vote: Token) -> bool:
    """Say whether a vote is one of a body: "a vote of confidence", "a Senate vote on the bill"."""
    before = (c for c in vote.children if c.dep_ in {"amod", "compound", "nmod:poss"})
    if any(c.lower_ in _VOTING | _OF_BODIES for c in before):
        return True
    if any(c.dep_ in {"acl", "xcomp"} and c.tag_ == "VB" for c in vote.children):
        return True  # "the vote to impeach her", "voted to impeach her"
    if _was_taken_before(vote):
        return True  # "lawmakers voted to impeach her … condemned the vote"
    behind = [c for c in vote.children if c.dep_ in {"nmod", "obl"}]
    return any(c.lemma_.lower() in _PUT_TO_VOTE for c in behind)


def is_armed(blast: Token) -> bool:
    """Say whether somebody set off a blast: "the car bomb blast"."""
    return any(n.lemma_.lower() in _ARMED for n in blast.children)
