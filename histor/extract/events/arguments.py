"""Who does it and to whom, by the grammar of the words around an event.

The arcs are those of Universal Dependencies (https://universaldependencies.org/u/dep/). Followed
are passives, coordination, relative and participle clauses, control, and verbs that lend their
subject to a noun ("launched an attack").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from histor.extract.antecedents import DEPTH, antecedent_of, case_of, has_name, names_party
from histor.extract.events.beside_agents import has_namesake, is_no_agent
from histor.extract.events.event_words import event_words, names_event
from histor.extract.events.light_verbs import is_light
from histor.extract.events.misread_objects import asked_before, is_asked_before
from histor.extract.events.not_by import is_other
from histor.extract.events.nouns_of_deeds import (
    BEFALLING,
    FORCES,
    SUFFERED_BY_OWNER,
    answers_with,
    as_noun,
    befallen_place,
    by_all,
    done_of,
    givers,
    is_of_owner,
    named_as,
    owner_of,
    possessors,
)
from histor.extract.events.strikes import struck_work
from histor.extract.events.talks_beside import said_at
from histor.extract.events.telling_above import calls_it, is_about, strays, told_by, verb_over
from histor.extract.events.warding import warded_off
from histor.extract.passives import (
    ACCUSING,
    is_free_participle,
    is_headline_passive,
    is_in_headline,
    is_learnt,
    is_main,
    is_passive,
    is_reduced,
    subjects_before,
)
from histor.extract.places.sites import BUILDINGS, NAMED_KINDS, is_side_of
from histor.extract.tokens import STRETCHES, VERBS, hyphened
from histor.verb_tags import TENSED

__all__ = [
    "BROKERING",
    "REFLEXIVE",
    "Arguments",
    "arguments_of",
    "asked_of_another",
    "blamed_for",
    "bystanders_of",
    "is_wanted_to",
    "recalled_from",
]

#: verbs whose infinitive is done by their own subject, though they have an object
_SUBJECT_CONTROL = frozenset(["promise", "threaten", "vow", "pledge", "agree", "swear", "use"])
#: how a verb of asking names whom it asks: "called on X to", "demanded from X to"
_ASKED_OF = frozenset(["on", "to", "upon", "from", "of"])
#: nouns that do so: "its appeal to X to leave"
_REQUESTS = frozenset("call appeal plea order ultimatum request demand invitation".split())
#: verbs that ask another to do what their clause says
_ASKING = frozenset(
    "demand urge insist request ask propose recommend order instruct call require".split()
)
#: verbs of saying what one will or will not do: to whom, says the infinitive below them
_SPEAKING = frozenset(
    "threaten vow pledge promise offer agree refuse decline swear plan undertake".split()
)
_AGAINST = frozenset(["against", "on", "upon", "at", "to", "with", "from", "toward", "towards"])
#: nouns of which the phrase with "of" tells what is no longer done or given, "in" and "with" whom
_CUT_OFF = frozenset(["suspension", "halt", "freeze"])
#: verbs of getting ready for what the noun names
_PREPARING = frozenset(["order", "prepare", "plan", "ready", "threaten", "attempt", "contemplate"])
#: and of thinking of it
_WEIGHING = frozenset("consider weigh mull study".split())
#: verbs whose subject gets what another gives
_RECEIVING = frozenset(["receive"])
#: what somebody has of those who back him, and verbs of having it
_BACKING = frozenset("support backing help assistance aid blessing approval endorsement".split())
_HAVING = frozenset(
    "have enjoy win gain secure get obtain command retain keep lose receive".split()
)
_WITNESSING = frozenset(["hear", "see", "witness", "watch", "film"])
_ENDING = frozenset(["stop", "end", "halt", "finish"])
#: verbs of calling home those who stand for a country
_RECALLING = frozenset(["recall", "withdraw", "pull"])
_ENVOYS = frozenset("ambassador envoy diplomat consul attache attaché representative".split())
#: verbs of bringing somebody under what the noun names
_PUTTING = frozenset(["place", "put", "keep", "hold"])
#: verbs of being under it
_REMAINING = frozenset(["be", "remain", "stay", "come", "live", "fall"])
#: nouns of what those are in whom somebody holds
_KEPT_IN = frozenset(["custody", "detention"])
#: verbs of saying that one does what the noun names, and the nouns of what one does by it
_DECREEING = frozenset(
    "announce declare proclaim approve authorise authorize unveil adopt introduce complete "
    "conclude".split()
)
_DECREED = frozenset(
    "withdrawal pullout pullback deployment mobilisation "
    "mobilization curfew emergency state law siege sanction embargo blockade boycott amnesty "
    "arrest detention strike offensive expulsion closure ban summit talks visit aid assistance "
    "suspension release capture seizure "
    "ceasefire cease-fire truce armistice".split()
)
#: verbs of going on with a measure, and the measures
_UPHOLDING = frozenset(
    "strengthen tighten maintain extend enforce intensify prolong reinforce ease loosen".split()
)
_UPHELD = frozenset("blockade siege curfew embargo sanction ban restriction crackdown".split())
#: and what one signs with another
_SIGNED = frozenset("ceasefire cease-fire truce armistice treaty pact accord deal".split())
_SIGNING = frozenset(["sign", "conclude", "agree", "reach"])
#: verbs that nobody does without saying to whom
_TO_SOMEBODY = frozenset(
    ["besiege", "encircle", "displace", "kidnap", "abduct", "jail", "imprison", "capture"]
)
#: what rule by decree is of: "a state of siege"
_OF_RULE = frozenset(["emergency", "siege", "war", "alert"])
#: what somebody does with the arm that then strikes
_LAUNCHING = frozenset("fire launch shoot throw hurl lob drop plant lay detonate release".split())
#: where people go to do something
_SITES = BUILDINGS | NAMED_KINDS | {"street", "square"}
#: nouns of talks, and what ties those who talk to them: "talks | on the situation in X" is not X's
_TALKED_WITH = frozenset(["with", "to", "from"])
_CALLED = frozenset(["on", "upon"])
_PAST = frozenset(["VBD", "VBZ"])
_HITTING = frozenset(["hit", "strike", "target", "punish", "slap"])
#: nouns of what crowds do, against what others did: "a rally against raids by the army"
_PROTESTING = frozenset("protest demonstration rally march riot vigil".split())
#: prepositions of what one does something at, and those who come to a protest
_AMID = frozenset(["during", "at", "in"])
_CROWDS = frozenset(
    "protester demonstrator supporter activist marcher student worker farmer miner teacher crowd "
    "striker villager youth rioter".split()
)
#: what is brought before a court or a council
_LODGED = frozenset("complaint suit lawsuit petition".split())
#: nouns of what comes "from" who does it
_COMING = frozenset("pressure criticism protest demand threat complaint condemnation".split())
#: verbs whose subject a deed befalls
_SURVIVING = frozenset("survive suffer sustain endure undergo escape face".split())
#: nouns of what a state does with its own forces
_SENDING = frozenset(
    "deployment dispatch withdrawal redeployment mobilisation mobilization".split()
)
#: verbs that turn down, or judge, what another asks
_TURNING_DOWN = frozenset("veto reject oppose dismiss block ignore condemn defy".split())
_BETWEEN = frozenset("mediate arbitrate negotiate adjudicate shuttle".split())
#: soldiers are the object of these where somebody orders them
#: verbs of shooting, and of what is done by it to a crowd
_SHOOTING = frozenset(["fire", "shoot"])
_DRIVING = frozenset("scatter disperse clear dislodge subdue evict".split())
#: how soldiers are put who are put "on" it
_READY = frozenset(["alert", "standby"])
_RAISING = frozenset("mobilisation mobilization deployment redeployment".split())
_SENT = frozenset(["deploy", "send", "dispatch", "station", "mobilise", "mobilize"])
#: nouns whose verb has the one who suffers for its subject ("sustained injuries")
_SUFFERED = frozenset(["injury", "wound", "casualty", "loss", "death", "damage", "fatality"])
#: how a noun's phrase names whom it is for, or against
_TOWARDS = _AGAINST | {"of", "for", "in"}
#: who does it to himself is no other party
REFLEXIVE = frozenset("himself herself itself themselves myself yourself ourselves oneself".split())
#: whom they show suffers nothing
_IMAGES = frozenset("statue portrait picture poster effigy photo photograph image monument".split())
#: what those do who only bring the parties together
BROKERING = frozenset(["broker", "mediate", "sponsor", "facilitate", "host", "oversee"])
_TALKS = frozenset("talk talks negotiation meeting dialogue summit consultation discussion".split())


@dataclass(frozen=True, slots=True)
class Arguments:
    """Head words of an event's doers and targets, each tuple in the order of the text."""

    doers: tuple[Token, ...]
    targets: tuple[Token, ...]
    #: the word itself says whether it has a doer: a passive, or a verb with its own subject
    settled: bool


def arguments_of(event: Token) -> Arguments:
    """Return the doers and the targets of the event that a verb, noun or adjective names."""
    if met := _bare_participle(event):
        doers, targets, settled = [], met, True
    elif (event.pos_ in VERBS or _participle(event)) and not as_noun(event):
        doers, targets = _doers(event, DEPTH), _targets(event)
        # troops that "are deployed" act, whoever sent them
        settled = is_passive(event) and (event.lemma_.lower() not in _SENT or bool(doers))
    elif event.lemma_.lower() in _SUFFERED:
        doers, targets = [], [*_from_light(event), *_noun_targets(event)]
        settled = True
    elif event.dep_ == "obj" and event.head.lemma_.lower() in _SURVIVING:  # "survived an attempt"
        targets = _doers(event.head, DEPTH)
        doers = [d for d in _noun_doers(event) if d not in targets]
        settled = bool(targets)
    elif event.pos_ == "ADJ" and event.dep_ == "xcomp" and event.head.pos_ == "VERB":
        # "the court found him guilty"
        doers, targets = _doers(event.head, DEPTH), _targets(event.head)
        settled = is_passive(event.head)
    elif _is_under_arrest(event):
        doers, targets = _agents(event.head), _targets(event.head)
        if not is_passive(event.head):
            doers = _doers(event.head, DEPTH)
        settled = True
    elif lying := _lying_under(event):  # "has been under house arrest"
        doers, targets = [d for d in _noun_doers(event) if d not in lying], lying
        settled = True
    elif behind := _behind(event):  # "Peru was behind the attack"
        doers, targets, settled = behind, _noun_targets(event), True
    elif upheld := _upheld(event):
        doers, targets, settled = owner_of(event), upheld, True
    else:
        doers, targets = _noun_doers(event), _noun_targets(event)
        settled = event.dep_ == "obj" and event.head.lemma_.lower() in _RECEIVING and bool(doers)
    all_doers = _spread((t for d in doers for t in _owners(d, DEPTH)), event)
    taken = {t.i for t in all_doers}
    freed = event.lemma_.lower() in _ASKING  # "demanded the release of X" asks nothing of X
    all_targets = _spread(
        (
            t
            for d in targets
            for t in (
                [d] if freed and d.lemma_.lower() in SUFFERED_BY_OWNER else _bearers(d, DEPTH)
            )
        ),
        event,
    )
    return Arguments(tuple(all_doers), tuple(t for t in all_targets if t.i not in taken), settled)


def _behind(noun: Token) -> list[Token]:
    """Return who is said to be behind a deed: "Peru was behind it", "the group behind it"."""
    if noun.pos_ != "NOUN" or case_of(noun) != "behind":
        return []
    if any(c.dep_ == "cop" for c in noun.children):
        own = [c for c in noun.children if c.dep_ == "nsubj"]
        verb = noun.head
        if not own and noun.dep_ == "xcomp":  # "the group believed to be behind it"
            own = [c for c in verb.children if c.dep_.startswith("nsubj")]
            own = own or ([verb.head] if verb.dep_ == "acl" else [])
        return [antecedent_of(c) for c in own]
    return [noun.head] if noun.dep_ == "nmod" and noun.head.pos_ in {"NOUN", "PROPN"} else []


def _bare_participle(event: Token) -> list[Token]:
    """Return the people right before a participle that says what befell them: "those besieged"."""
    if (suffering := _attributive(event)) is not None:
        return [suffering]
    if event.lemma_.lower() not in _TO_SOMEBODY or event.tag_ not in {"VBN", "VBD", "JJ"}:
        return []
    before = event.nbor(-1) if event.i > event.sent.start else event
    own = (c for c in event.children if c.dep_ in {"obj", "obl:agent", "nsubj", "nsubj:pass"})
    included = (
        event.dep_ == "acl" and case_of(before) == "including"
    )  # "including a pilot captured"
    bare = all(c.i == before.i and included for c in own)
    return [before] if bare and before.pos_ in {"NOUN", "PROPN", "PRON"} else []


def _attributive(participle: Token) -> Token | None:
    """Return whom a participle before his title describes: "the release of | ousted | minister"."""
    before = participle.dep_ == "amod" and participle.head.i < participle.i
    if before and participle.tag_ == "VBN":  # "a follower of | ousted President | A. B. |"
        names = (t for t in participle.head.children if t.i > participle.i)
        return next((t for t in names if t.dep_ == "nmod" and names_party(t)), None)
    mark = any(c.dep_ == "mark" and c.lower_ == "of" for c in participle.children)
    objects = [c for c in participle.children if c.dep_ == "obj" and c.i > participle.i]
    said_of = participle.tag_ == "VBN" and participle.dep_ == "acl" and mark
    return objects[0] if said_of and objects else None


def _is_under_arrest(noun: Token) -> bool:
    """Say whether a noun names what somebody was put under: "was placed under house arrest"."""
    put = noun.dep_ == "obl" and noun.head.lemma_.lower() in _PUTTING
    return put and noun.pos_ == "NOUN" and case_of(noun) == "under"


def _lying_under(noun: Token) -> list[Token]:
    """Return who is under what a noun names: "is under siege", "remains under arrest"."""
    kept = noun.lemma_.lower() in _KEPT_IN and case_of(noun) == "in"
    if noun.pos_ != "NOUN" or not (kept or case_of(noun) == "under"):
        return []
    first = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    verb = first if any(c.dep_ == "cop" for c in first.children) else first.head
    if verb.i != first.i and verb.lemma_.lower() not in _REMAINING:
        return []
    own = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if not own and verb.dep_ in {
        "conj",
        "advcl",
    }:  # "who was jailed and has been under house arrest"
        own = [c for c in verb.head.children if c.dep_.startswith("nsubj")]
    subjects = (antecedent_of(c) for c in own)
    return [s for s in subjects if s.tag_ not in {"WP", "WDT"}]


def _owners(head: Token, depth: int) -> list[Token]:
    """Return the party behind a thing that acts: "its report", "the army's shells"."""
    if names_party(head) or depth == 0 or head.lower_ == "those":
        return [head]
    found = [c for c in head.children if c.dep_ == "nmod:poss" and c.tag_ != "PRP$"]
    found += [c for c in head.children if c.dep_ in {"amod", "compound"} and c.ent_type_]
    if not found:  # "a shell fired by rebels hit a bus"
        sent = (c for c in head.children if c.dep_ == "acl" and c.tag_ == "VBN")
        found = [a for c in sent if c.lemma_.lower() in _LAUNCHING for a in _agents(c)]
    above = head.head
    its = above.pos_ == "VERB" and above.lemma_.lower() not in _TURNING_DOWN
    if not found and head.dep_ == "obj" and its and not told_by(head):
        found = [o for d in _doers(head.head, depth - 1) for o in _owners(d, depth - 1)]
    if not found:
        of = {"by", "from"} if head.lemma_.lower() in BEFALLING else {"of", "by", "from"}
        found = [
            c for c in head.children if c.dep_ == "nmod" and case_of(c) in of and names_party(c)
        ]
    return found or [head]


def _bearers(head: Token, depth: int) -> list[Token]:
    """Return the party that a thing done to something befalls: "aid to X", "Y's offer"."""
    if names_party(head) or depth == 0 or head.lemma_.lower() in _IMAGES:
        return [head]
    found = [c for c in head.children if c.dep_ == "nmod:poss" and c.tag_ != "PRP$"]
    found += [
        c
        for c in head.children
        if c.dep_ == "nmod" and case_of(c) in _TOWARDS and (names_party(c) or has_name(c))
        if not is_side_of(c)  # "a bridge north of Lima"
    ]
    found += [c for c in head.children if c.dep_ in {"amod", "compound"} and c.ent_type_]
    return found or [head]


def _participle(token: Token) -> bool:
    return token.tag_ in {"VBN", "VBG", "VBD"} and token.dep_ in {"acl", "acl:relcl", "advcl"}


def _doers(verb: Token, depth: int) -> list[Token]:
    if is_passive(verb):
        return _agents(verb)
    own = [antecedent_of(c) for c in verb.children if c.dep_ == "nsubj" and not strays(c)]
    own = own or _of_auxiliary(verb) or _right_before(verb)
    if own:
        return own
    if depth == 0 or verb.head.i == verb.i:
        return []
    return _inherited(verb, depth - 1)


def _of_auxiliary(verb: Token) -> list[Token]:
    """Return the subject that was read as its auxiliary's: "it had | delivered blankets"."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    if before.lemma_ not in {"have", "be"} or before.head.i != verb.head.i:
        return []
    return [antecedent_of(c) for c in before.children if c.dep_ == "nsubj"]


def _right_before(verb: Token) -> list[Token]:
    """Return the subject right before a past tense that is read as a second of the verb before.

    "That the agency was leaving, | the rebels | lost ground".
    """
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    second = verb.dep_ == "conj" and verb.tag_ in TENSED and case_of(before) == ""
    if not second or not before.dep_.startswith("nsubj") or before.head.i > before.i:
        return []
    first = any(c.dep_.startswith("nsubj") and c.i < before.head.i for c in before.head.children)
    return [before] if first and before.head.i != verb.i else []


def _inherited(verb: Token, depth: int) -> list[Token]:
    """Return the doers of a verb without a subject of its own."""
    head, arc = verb.head, verb.dep_
    if arc == "acl" and head.head.i != head.i and head.lemma_.lower() in _SITES:
        return _doers(head.head, depth)  # "took to the streets of Lima | to demand"
    if arc in {"acl", "acl:relcl"}:
        if arc == "acl" and verb.tag_ == "VBG" and any(c.dep_ == "cop" for c in head.children):
            # "X has been a donor, | giving | Y tents"
            own = [antecedent_of(c) for c in head.children if c.dep_ == "nsubj"]
            if own and verb.doc[verb.left_edge.i - 1].text == ",":
                return own
        past = verb.tag_ == "VBD" and any(c.dep_ == "obj" for c in verb.children)
        if (
            verb.tag_ == "VBG"
            or is_main(verb)
            or (past and head.i < verb.i and head.tag_ in {"NN", "NNS"})
        ):
            return [head]  # no noun governs a past tense: "since | a rising | ousted him"
        if verb.tag_ == "VB":  # "the decision of X to invade", "US calls on X to leave"
            return _asked_by_noun(head) or _noun_doers(head)
        return []
    asked_to = arc in {"advcl", "conj"} and verb.tag_ == "VB" and head.lemma_.lower() in _ASKING
    asked_to = asked_to and any(c.lower_ == "to" for c in verb.children)
    if arc == "xcomp" or asked_to:
        passive = _passive_subjects(head)
        if passive:  # "X was asked to leave"
            return passive
        if head.lemma_.lower() not in _SUBJECT_CONTROL:
            asked = [c for c in head.children if c.dep_ in {"obj", "iobj"}]
            asked = [c for c in asked if c.lower_ not in REFLEXIVE]  # "declared itself ready to"
            asked = asked or asked_before(head)
            asked = asked or [
                c
                for c in head.children
                if c.dep_ == "obl" and (_asked_with(c) in _ASKED_OF or is_wanted_to(c, verb))
            ]
            if asked:
                return asked
        if head.lemma_.lower() in _WITNESSING:
            return []  # "we heard | shooting"
        return _doers(head, depth)
    if arc == "conj" and (said := _told_beside(verb)) is not None:
        return _doers(said, depth)
    if arc == "conj" and (over := _over_aside(verb)) is not None:
        return _doers(over, depth)
    if arc in {"conj", "advcl", "parataxis"} and head.pos_ in VERBS:
        if is_passive(head):
            return [antecedent_of(c) for c in head.children if c.dep_ == "nsubj:pass"]
        return _doers(head, depth)
    if arc == "conj" and verb.tag_ in TENSED and head.pos_ in {"NOUN", "PROPN"}:
        # "held talks with A. B. and | visited | Lima", tied to A. B.
        over = next((a for a in head.ancestors if a.pos_ in VERBS), head)
        first = any(c.dep_ == "cop" for c in head.children)
        if not first and over.i != head.i and over.i < head.i and over.tag_ in TENSED:
            return _doers(over, depth)
    told = arc == "advcl" or (arc == "conj" and verb.tag_ in TENSED)
    if told and any(c.dep_ == "cop" for c in head.children):
        # "is a donor, giving …", "was concerned and offered …"
        own = [antecedent_of(c) for c in head.children if c.dep_ == "nsubj"]
        other = arc == "conj" and head.dep_ == "ccomp" and not any(c.tag_ == "PRP" for c in own)
        return _doers(head.head, depth) if other else own  # "said N was well and threatened to …"
    return []


def _passive_subjects(verb: Token) -> list[Token]:
    """Return whom a passive befalls, also by the one it is joined to: "was asked | and told"."""
    own = [antecedent_of(c) for c in verb.children if c.dep_ == "nsubj:pass"]
    alone = not own and not any(c.dep_ == "nsubj" for c in verb.children)
    if alone and verb.dep_ == "conj" and any(c.dep_ == "aux:pass" for c in verb.children):
        return [antecedent_of(c) for c in verb.head.children if c.dep_.startswith("nsubj")]
    return own


def _told_beside(verb: Token) -> Token | None:
    """Return the verb of saying that a past deed stands beside: "said Y would fight and left".

    "Would" takes no past tense, so that who says it did it, and not Y. So does who does one thing
    do the other in "walking up to him as he lay there and shooting him".
    """
    clause = verb.head
    if verb.tag_ == "VBG" and clause.tag_ in TENSED and not _has_helper(verb):
        before = (t for t in reversed(verb.doc[verb.sent.start : clause.i]) if t.tag_ == "VBG")
        return next((t for t in before if t.dep_ == "advcl" and not _has_helper(t)), None)
    bare = clause.tag_ == "VB" and any(c.tag_ == "MD" for c in clause.children)
    past = verb.tag_ == "VBD" or (verb.lower_.endswith("ed") and not _has_helper(verb))
    if not bare or not past or clause.dep_ != "ccomp" or clause.head.pos_ != "VERB":
        return None
    return clause.head


def _over_aside(verb: Token) -> Token | None:
    """Return the verb that goes on behind an aside on a place.

    "The army came to the valley where N tended her sheep, | and shot six people".
    """
    aside = verb.head
    where = next((a for a in aside.ancestors if a.pos_ == "VERB"), aside)
    told = verb.tag_ == "VBD" and aside.dep_ == "acl:relcl" and where.pos_ == "VERB"
    if not told or not any(c.lower_ == "where" for c in aside.children):
        return None
    parted = any(c.dep_ == "cc" and c.nbor(-1).text == "," for c in verb.children)
    came = where.tag_ in TENSED or (where.tag_ == "VBN" and _has_helper(where))
    return where if parted and came else None


def _has_helper(verb: Token) -> bool:
    return any(c.dep_.startswith("aux") for c in verb.children)


def _asked_with(phrase: Token) -> str:
    """Return the preposition before a phrase, also where the tree hangs it on what is asked."""
    before = phrase.left_edge.i - 1
    case = case_of(phrase)
    return case or (phrase.doc[before].lower_ if before >= phrase.sent.start else "")


def is_wanted_to(word: Token, verb: Token) -> bool:
    """Say whether somebody is called for to do something: "called for | the league | to act"."""
    after = word.i + 1
    between = after < len(word.doc) and word.doc[after].lower_ == "to" and after < verb.i
    return between and word.doc[after].head.i == verb.i and _asked_with(word) == "for"


def _asked_by_noun(noun: Token) -> list[Token]:
    """Return who shall do what a noun asks for: "its appeal to X to leave"."""
    if noun.lemma_.lower() not in _REQUESTS:
        return []
    return [c for c in noun.children if c.dep_ == "nmod" and case_of(c) in {"on", "upon", "to"}]


def asked_of_another(verb: Token) -> bool:
    """Say whether a verb tells what somebody asks of another: "ordered an official to leave"."""
    if verb.head.lemma_.lower() == "call" and verb.dep_ == "advcl" and verb.tag_ == "VB":
        return any(_asked_with(c) in _CALLED for c in verb.head.children if c.dep_ == "obl")
    if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in _ASKING:
        return False
    told = any(c.dep_ in {"obj", "iobj", "nsubj:pass"} for c in verb.head.children)
    return told or bool(asked_before(verb.head))


def _agents(verb: Token) -> list[Token]:
    found = [
        c
        for c in verb.children
        if not is_other(c)
        and (
            (c.dep_ == "obl:agent" and not is_no_agent(c) and not _within_house(c))
            or (c.dep_ in {"obl", "nmod"} and case_of(c) == "by")
        )
    ]
    # "ousted by officers after protests | by farmers", read as one clause
    return [c for c in found if c.i == found[0].i or not _by_noun(c)]


def _within_house(agent: Token) -> bool:
    """Say whether an agent without its "by" is a house's name: "kept at a | ministry | site"."""
    if case_of(agent) or agent.i + 1 >= len(agent.doc):
        return False
    after = agent.nbor(1)
    return after.pos_ == "NOUN" and after.dep_ == "obl" and after.head.i == agent.head.i


def _by_noun(agent: Token) -> bool:
    """Say whether a phrase with "by" stands right behind a noun that names an event."""
    first = agent.left_edge.i
    before = agent.doc[first - 1] if first > agent.sent.start else agent
    return case_of(agent) == "by" and before.pos_ == "NOUN" and names_event(before)


def _targets(verb: Token) -> list[Token]:
    if is_passive(verb):
        found = [antecedent_of(c) for c in verb.children if c.dep_ == "nsubj:pass"]
        plain = any(c.dep_ == "aux:pass" for c in verb.children) or is_headline_passive(verb)
        if not found and plain:
            found = [antecedent_of(c) for c in verb.children if c.dep_ == "nsubj"]
        if not found and (verb.dep_ in {"acl", "amod"} or is_in_headline(verb)):
            found = [verb.head]
        if not found and is_reduced(verb):
            found = subjects_before(verb)
        if not found and is_learnt(verb):
            over = [c for c in verb.head.children if c.i < verb.i]
            found = [c for c in over if c.dep_ == "obj"]
            found = found or [antecedent_of(c) for c in over if c.dep_.startswith("nsubj")]
        if not found and is_free_participle(verb):
            found = [antecedent_of(c) for c in verb.head.children if c.dep_.startswith("nsubj")]
        if not found and verb.dep_ == "conj":
            found = [antecedent_of(c) for c in verb.head.children if c.dep_ == "nsubj:pass"]
        return found
    found = [
        antecedent_of(c)
        for c in verb.children
        if c.dep_ in {"obj", "iobj"} and c.lower_ not in REFLEXIVE and not is_asked_before(c)
        if not _is_told_before(c)
    ]
    found = found or asked_before(verb)
    if verb.lemma_.lower() in _SHOOTING and not found:  # "fired into the air to scatter | miners |"
        aims = (c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB")
        found = [
            o for c in aims if c.lemma_.lower() in _DRIVING for o in c.children if o.dep_ == "obj"
        ]
    if verb.dep_ == "acl:relcl" and not found:
        # "the village that they shelled", with or without its pronoun
        subjects = [c for c in verb.children if c.dep_ == "nsubj"]
        if subjects and subjects[0].tag_ not in {"WP", "WDT"}:
            found = [verb.head]
    found += [
        c
        for c in verb.children
        if c.dep_ == "obl" and case_of(c) in _AGAINST and not (c.i < verb.i and case_of(c) == "at")
        if c.lemma_.lower() not in _READY
    ]  # "at talks in X, they called on Y"
    if verb.lemma_.lower() in _BETWEEN:  # "mediated between X and Y"
        found += [c for c in verb.children if c.dep_ == "obl" and case_of(c) == "between"]
    if verb.lemma_.lower() == "call" and not found:  # "on" may hang on what is asked
        found = [c for c in verb.children if c.dep_ == "obl" and _asked_with(c) in _CALLED]
    if verb.lemma_.lower() in _REQUESTS:  # "called for the league to act"
        below = [c for c in verb.children if c.tag_ == "VB" and c.dep_ in {"xcomp", "advcl"}]
        found += [c for c in verb.children for v in below if is_wanted_to(c, v)]
    if verb.lemma_.lower() in _ASKING:  # "demanded that the ministry pay"
        clauses = [c for c in verb.children if c.dep_ == "ccomp" and c.tag_ not in _PAST]
        found += [antecedent_of(s) for c in clauses for s in c.children if s.dep_ == "nsubj"]
    if not found and verb.lemma_.lower() in ACCUSING:  # "accused the army of failing"
        clauses = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp", "advcl"}]
        found += [s for c in clauses for s in c.children if s.dep_ == "nsubj" and names_party(s)]
    if not found and verb.lemma_.lower() in _SPEAKING:  # "threatened to shell the port"
        below = [t for c in verb.children if c.dep_ == "xcomp" for t in _targets(c)]
        found = [t for t in below if names_party(t) or has_name(t)]
    return found


def _is_told_before(word: Token) -> bool:
    """Say whether an object is who is told of it: "had told | A. B. | they would shell it"."""
    verb = word.head
    told = verb.dep_ == "ccomp" and verb.head.lemma_.lower() in {"tell", "warn", "inform"}
    return told and any(c.dep_ == "nsubj" and word.i < c.i for c in verb.children)


def blamed_for(verb: Token) -> list[Token] | None:
    """Return who did the deed that a verb condemns, else the deed; none if it condemns no deed.

    "Condemned the bombing of X's embassies" blames nobody by name, and X least of all.
    """
    words = event_words()
    if verb.lemma_.lower() not in words.about - {"warn"}:  # "warned X of an attack" blames nobody
        return None
    for noun in verb.children:
        # "condemned “the attack on X”", whose marks make it read as a clause
        governed = {"obj", "nsubj:pass", "ccomp"}
        if noun.dep_ not in governed and not (noun.dep_ == "obl" and not case_of(noun)):
            continue
        if noun.pos_ != "NOUN":
            continue
        lemma = noun.lemma_.lower()
        if lemma in BEFALLING or "noun" in words.sure.get(lemma, {}) or lemma in words.other:
            own = [d for d in _noun_doers(noun) if names_party(d) and d.head.i == noun.i]
            return [d for d in own if not befallen_place(d, noun)] or [noun]
    return None


def bystanders_of(noun: Token) -> list[Token]:
    """Return who tells of a noun's event, or whom it befell, as subject of the verb above it."""
    verb = verb_over(noun)
    if verb is None:
        return []
    tells = calls_it(verb) or is_about(verb) or verb.lemma_.lower() in event_words().undergone
    tells = tells or warded_off(verb) is not None
    if not tells:
        return []
    alarmed = [c for c in verb.children if c.dep_ == "nsubj:pass" and c.i != noun.i]
    return [*_doers(verb, DEPTH), *(c for c in alarmed if names_party(c))]


def _noun_doers(noun: Token) -> list[Token]:
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in _RECEIVING:
        return givers(noun)
    if noun.lemma_.lower() in _RAISING and noun.dep_ in {"obj", "xcomp"}:
        ordering = noun.head.lemma_.lower() in _PREPARING | _DECREEING
        if ordering and (ordered_by := _doers(noun.head, DEPTH)):
            return ordered_by
    found = [] if is_of_owner(noun) else possessors(noun)
    if found and found[0].tag_ == "PRP$":
        found = _from_light(noun) or found
    ties = {"by", "between", "from"} if noun.lemma_.lower() in _COMING else {"by", "between"}
    found += [c for c in noun.children if c.dep_ in {"nmod", "obl"} and case_of(c) in ties]
    # "ousted by officers after protests | by farmers", read as the verb's own
    agents = [c for c in noun.head.children if c.dep_ == "obl:agent" and case_of(c) == "by"]
    found += [c for c in agents[1:] if c.left_edge.i == noun.i + 1]
    if "from" in ties:  # "under pressure | from gangs", read as the verb's own
        found += [
            c
            for c in noun.head.children
            if c.dep_ == "obl" and case_of(c) == "from" and c.left_edge.i == noun.i + 1
        ]
    # "an attack on N by rebels", "the destruction of Peru's heritage by rebels"
    met = set() if noun.lemma_.lower() in _PROTESTING else {"on", "against"}
    met = met | ({"of"} if named_as(noun) in BEFALLING else set())
    whole = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) in met]
    found += [g for c in whole for g in c.children if g.dep_ == "nmod" and case_of(g) == "by"]
    found += [c for c in noun.children if done_of(c, noun)]
    if named_as(noun) not in BEFALLING and noun.lemma_.lower() not in _CUT_OFF:
        of = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of")
        # "a curfew of ten hours"
        whose = [c for c in of if c.lower_ not in _OF_RULE and c.lemma_ not in STRETCHES]
        # "completed the withdrawal of its troops"
        owned = any(g.tag_ == "PRP$" for c in whose for g in c.children)
        sent = bool(found) and noun.lemma_.lower() in _SENDING  # "X's deployment of police"
        found += (_from_light(noun) or whose) if owned else ([] if sent else whose)
    found += [
        c
        for c in noun.children
        if c.dep_ in {"amod", "compound"}
        and (c.ent_type_ or (c.pos_ == "NOUN" and c.lemma_.lower() in FORCES))
        # "a | cruise | missile attack", "the | Olympic | bombing", but "US | Predator | attacks"
        and not (c.ent_type_ == "OTHER" and (c.is_lower or not has_namesake(c, noun)))
        and not befallen_place(c, noun)
    ]
    found = [t for c in found for t in (hyphened(c), c) if t is not None]
    led = (c for c in noun.children if c.dep_ == "amod" and c.lower_ == "led")
    found += [t for c in led if (t := hyphened(c)) is not None]  # "a Saudi-led strike"
    found += [
        c
        for a in noun.children
        if a.dep_ == "acl" and a.tag_ == "VBN"
        if a.lemma_.lower() not in event_words().about
        # who brokers a deal makes none, and who brokers talks sits at them
        and (a.lemma_.lower() not in BROKERING or noun.lemma_.lower() in _TALKS)
        for c in _agents(a)
    ]
    if not found:
        found = _from_light(noun) or by_all(noun)
    if not found and noun.lemma_.lower() in _PROTESTING and case_of(noun) in _AMID:
        # "supporters fought the police | during a rally |"
        found = [d for d in _doers(noun.head, DEPTH) if d.lemma_.lower() in _CROWDS]
    if not found and (saying := said_at(noun)) is not None:
        found = _doers(saying, DEPTH)
    if not found and noun.lemma_.lower() in _TALKS and case_of(noun) == "in":
        # "it | was in talks with Chile"
        found = [c for c in noun.children if c.dep_ == "nsubj"]
    return found


def _from_light(noun: Token) -> list[Token]:
    """Return the doers of the verb that only says that a noun's event takes place."""
    verb = noun.head
    if verb.lemma_.lower() in _PREPARING and noun.dep_ in {"obj", "obl", "xcomp"}:
        return _doers(verb, DEPTH)
    if verb.lemma_.lower() in _WEIGHING and noun.dep_ == "obj":
        return _doers(verb, DEPTH)
    decreed = verb.lemma_.lower() in _DECREEING and noun.lemma_.lower() in _DECREED
    signed = verb.lemma_.lower() in _SIGNING and noun.lemma_.lower() in _SIGNED
    if decreed or signed:
        return _doers(verb, DEPTH) if noun.dep_ in {"obj", "ccomp"} else _agents(verb)
    if struck_work(verb) is not None or answers_with(noun):
        return _doers(verb, DEPTH)
    if verb.lemma_.lower() in _UPHOLDING and noun.lemma_.lower() in _UPHELD:
        kept_by = _doers(verb, DEPTH) if noun.dep_ == "obj" else _agents(verb)
        return [d for d in kept_by if names_party(d)]
    if verb.pos_ != "VERB" or not is_light(verb, event_words()):
        return []
    if verb.lemma_.lower() in _ENDING and not any(c.tag_ == "PRP$" for c in noun.children):
        return []  # who stops the attack need not be who attacks
    if noun.dep_ in {"obj", "xcomp"}:
        return _doers(verb, DEPTH)
    if noun.dep_ == "nsubj:pass":
        return _agents(verb)
    return []


def _upheld(noun: Token) -> list[Token]:
    """Return who has the backing a noun names: "with the support of Y, X has built an army"."""
    if noun.lemma_.lower() not in _BACKING or not owner_of(noun):
        return []
    if noun.dep_ == "obj" and noun.head.lemma_.lower() in _HAVING:
        return _doers(noun.head, DEPTH)
    if noun.dep_ not in {"obl", "nmod"} or case_of(noun) != "with":
        return []
    return [noun.head] if noun.head.pos_ in {"PROPN", "NOUN"} else _doers(noun.head, DEPTH)


def _noun_targets(noun: Token) -> list[Token]:
    near = [noun]
    ties = _TALKED_WITH if noun.lemma_.lower() in _TALKS else _AGAINST
    if noun.lemma_.lower() in _LODGED:  # "a complaint with the council": who hears it
        ties = ties - {"with", "to", "at"}
    verb = noun.head
    if verb.pos_ == "VERB" and is_light(verb, event_words()) and noun.dep_ in {"obj", "nsubj:pass"}:
        near.append(verb)
    if answers_with(noun):
        near.append(verb)
    near += [a for a in noun.children if a.dep_.startswith("acl") and is_light(a, event_words())]
    found = [
        c
        for t in near
        for c in t.children
        if c.dep_ in {"nmod", "obl", "obl:agent"} and case_of(c) in ties and c.i != noun.i
    ]
    if len(near) > 1:
        found += [c for c in verb.children if c.dep_ == "iobj"]  # "gave X a deadline"
        if noun.dep_ == "obj" and verb.lemma_.lower() in _RECEIVING:
            given = {g.i for g in givers(noun)}
            found = [*_doers(verb, DEPTH), *(t for t in found if t.i not in given)]
    if noun.lemma_.lower() in BEFALLING or as_noun(noun):
        of = [c for c in noun.children if c.dep_ in {"nmod", "obl", "obj"} and case_of(c) == "of"]
        of = [c for c in of if not done_of(c, noun)]
        # "the fall of President A. B. | of Peru": whose he is has not fallen
        found += of[:1] if of and of[0].ent_type_ == "PERSON" else of
        found += [c for c in noun.children if befallen_place(c, noun)]
    if noun.lemma_.lower() in _CUT_OFF:  # "a suspension of aid in Peru"
        of = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
        where = [g for c in of for g in c.children] + [
            c for c in noun.children if case_of(c) == "in"
        ]
        found += [c for c in of if names_party(c)]
        found += [c for c in where if c.ent_type_ and case_of(c) in {"in", "to", "with"}]
    if is_of_owner(noun):
        found += possessors(noun)
    # "attacks by mobs | on N |", hung on the mobs
    by = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "by")
    found += [
        g for c in by for g in c.children if g.dep_ == "nmod" and case_of(g) in {"on", "against"}
    ]
    hit = verb.lemma_.lower() in _HITTING and is_passive(verb)  # "was hit by sanctions"
    if hit and noun.dep_ in {"obl:agent", "obl"} and case_of(noun) in {"by", "with"}:
        found += [antecedent_of(c) for c in verb.children if c.dep_ == "nsubj:pass"]
    if verb.pos_ == "VERB" and warded_off(verb) == noun:
        found += _doers(verb, DEPTH)
    return found


def recalled_from(verb: Token) -> list[Token]:
    """Return from where somebody calls his envoys home: "recalled its ambassadors from X"."""
    if verb.lemma_.lower() not in _RECALLING:
        return []
    envoys = [
        c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"} and c.lemma_.lower() in _ENVOYS
    ]
    near = [c for e in envoys for c in (*e.children, *verb.children)]
    found = [
        c
        for c in near
        if c.dep_ in {"nmod", "obl"} and c.ent_type_ and case_of(c) in {"from", "to", "in"}
    ]
    return _spread(found, verb)


def _spread(heads: Iterable[Token], event: Token) -> list[Token]:
    """Add what is coordinated with the heads, but for what stands behind an event's own clause.

    In "the men | who had fled | and A. B. were jailed" A. B. has not fled.
    """
    found: dict[int, Token] = {}
    for head in heads:
        waiting = [] if is_other(head) else [head]
        while waiting:
            token = waiting.pop()
            if token.i in found:
                continue
            found[token.i] = token
            waiting += [
                c
                for c in token.children
                if c.dep_ == "conj" and not is_other(c) and not token.i < event.i < c.i
            ]
    return [found[i] for i in sorted(found)]
