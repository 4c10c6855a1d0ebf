"""Which words of a document name events, of what type, and who does them to whom.

Two witnesses: the reader, which was trained on PLOVER's examples, and the grammar with the words
known to name events. Where a word leaves no doubt, the grammar decides who did it; elsewhere the
reader does, and the grammar fills what it leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from histor.annotate import EventMention as Read
from histor.annotate.status import Status, status_of
from histor.extract.antecedents import names_party
from histor.extract.events.aimed_at import agreed_to, aimed_at
from histor.extract.events.arguments import REFLEXIVE, arguments_of
from histor.extract.events.armed_men import armed
from histor.extract.events.beside_verbs import goes_to_talk, keeps_from_talks
from histor.extract.events.called_for import is_only_asked
from histor.extract.events.captives import takes_people
from histor.extract.events.company import is_out_of_company
from histor.extract.events.content_deeds import content_of
from histor.extract.events.crowds import crowd_type, is_chant
from histor.extract.events.event_parties import FIGHTS, parties_of
from histor.extract.events.event_types import (
    AWAY,
    NAMING,
    NO_TYPES,
    PROMISED,
    SURE,
    accepted,
    is_declared,
    may_name,
    negated,
    particles,
    sure_type,
    weighed,
)
from histor.extract.events.event_words import EventWords, event_words
from histor.extract.events.force_used import force_type
from histor.extract.events.governed import governed_type
from histor.extract.events.happenings import (
    by_accident,
    happening_of,
    has_object,
    is_addressed,
    is_armed,
    is_broken,
    is_forecast,
    is_happening,
    is_in_session,
    is_of_words,
    shoots_at,
)
from histor.extract.events.light_verbs import (
    carried,
    carried_noun,
    carrier_of,
    is_light,
    refuses_to_end,
    traded_type,
)
from histor.extract.events.natural_forces import natural_force
from histor.extract.events.not_deeds import is_no_deed
from histor.extract.events.noun_types import is_exercise, noun_type
from histor.extract.events.offices import whose_office
from histor.extract.events.party_phrases import apart, once, phrase_of
from histor.extract.events.promised import OUTCOMES, UNKIND, promises_no_harm, spares
from histor.extract.events.put_out import put_out_type
from histor.extract.events.quitting import is_quitting
from histor.extract.events.telling_above import cue_over, speaker_of, told_by
from histor.extract.events.ultimatums import given_time
from histor.extract.events.weapons import comes_down, weapon_type
from histor.extract.names.meant import all_meant, meant
from histor.extract.places.sites import NAMED_KINDS
from histor.extract.tokens import NEGATIONS, prepositions, tokens_with

__all__ = ["Proposal", "proposals"]

#: the probability below which a happening without a PLOVER type stays one
_SURER = 0.75
#: the probability from which the noun of a protest is believed though nobody is named
_CERTAIN = 0.95
#: types of acts that it is unkind to refuse
_KIND = PROMISED | {"AGREE", "CONCEDE", "RETREAT"}
#: nouns whose type the words beside them tell: "a formal protest", "a call with X", "travel bans"
_OF_TWO_SENSES = frozenset(["protest", "call", "ban", "freeze"])
_WILL = frozenset(["will", "wo"])
_PROMISED_BY = frozenset(["will", "would"])
_UNLESS = frozenset(["unless", "until", "if"])
_HOSTILE = frozenset(["ASSAULT", "COERCE", "SANCTION"])
#: verbs of wanting another to do something
_WANTING = frozenset(["want", "insist", "tell"])
#: nouns of what somebody does not mean to do, and verbs of ending a deed
#: deeds of giving way that are done to nobody, and statuses of what was not done
_ONESELF = frozenset("resign surrender withdraw disarm retreat apologise apologize".split())
_UNDONE = frozenset(["denied", "hypothetical"])
_INTENTIONS = frozenset(["intention", "intentions"])
#: verbs that are the deed that their noun names
_BRINGING_ABOUT = frozenset("open attend promise pledge express voice renew".split())
_STOPPING = frozenset("stop end halt cease suspend".split())
_TELLS = frozenset(["announce", "say", "confirm", "declare", "state", "reveal"])
#: verbs of making a deed known, or having it done
_DECREEING = frozenset(["announce", "declare", "proclaim", "order"])
_FORESEEN = frozenset(["expect", "schedule", "due", "set", "slate", "book"])
#: verbs of what both sides do
_MUTUALLY = frozenset(["exchange", "trade", "swap"])
#: verbs that only say that something came about
_BREAKING = frozenset(["break", "erupt", "rage", "flare", "spread", "tear", "rip", "rock", "shake"])
_WARNING = frozenset(["warn", "caution"])
#: what is fired, and nobody: "not a bullet was fired"
_FIRED = frozenset("shot bullet round shell rocket missile gun weapon cartridge".split())
#: words whose type hangs on what they govern, or on what governs them
_BY_OBJECT = frozenset(
    "release hand remove suspend take march enter advance push sweep roll fall strike cut "
    "reduce curfew".split()
)
#: types that the object of a verb tells whatever the reader says
_BY_WHAT = frozenset(
    ["AID", "ACCUSE", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "SANCTION", "SUPPORT", "CONCEDE"]
)
#: verbs that tell the outcome for things
_RUINING = frozenset("destroy damage gut raze wreck".split())
_SUFFERING = frozenset(["die", "drown", "perish"])
_TRUCES = frozenset(["truce", "ceasefire", "cease-fire", "armistice"])
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_MUST = ("must", "should")
#: verbs of what is only thought
_THINKING = frozenset(
    "believe think feel know hope understand doubt agree wonder guess rule find".split()
)
_ANY = frozenset(["a", "an", "any", "every", "no", "each"])
#: kind acts that are promises when who will do them says so (CAMEO 035, "express intent to yield")
_YIELDING = frozenset(["CONCEDE", "RETREAT"])
_SELF = frozenset(["it", "they", "he", "she", "we", "i"])
#: measures against somebody that others are asked to take
_MEASURES = frozenset(["sanction", "boycott", "embargo"])
#: deeds that are a protest when no force or office does them
_OBSTRUCTING = frozenset("block blockade barricade occupy obstruct close shut cut".split())
_INTENDING = frozenset(["agree", "intend", "plan", "prepare", "consent", "volunteer"])
_OVERTHROWING = frozenset("overthrow topple oust depose".split())
_MARCHERS = frozenset(
    "protester demonstrator striker farmer worker student villager resident activist driver "
    "trucker teacher miner fisherman fisherfolk picketer crowd supporter trader merchant "
    "shopkeeper motorist pensioner veteran nurse doctor lawyer parent mother youth herder "
    "rancher people hundred thousand dozen".split()
)
_OFFICES = frozenset(
    "government ministry minister president embassy ambassador capital kremlin premier".split()
)
#: verbs that tell no more than what a protest, or a meeting, was for
_AIMS = frozenset(["protest", "demonstrate", "discuss"])
#: types of what one is ready for, which the readiness tells
_TALKED = frozenset(["AGREE", "CONSULT"])
_WILLING = ("ready", "willing", "prepared")
#: verbs that tell by themselves what becomes of the deed below them
_REFUSING = frozenset(["refuse", "decline"])
_TROOPS = frozenset("troop soldier force army tank artillery garrison build-up buildup".split())
_MINES = frozenset(["mine", "landmine", "ied"])
#: what somebody feels, which accuses nobody if nobody is named
_FELT = frozenset("irritation anger frustration annoyance displeasure outrage dismay".split())
#: words that name a meeting, whenever it is
_MEETINGS = frozenset(
    "meet meeting visit talk talks summit negotiate negotiation discuss dialogue conference "
    "consultation".split()
)
#: verbs of setting a deed for a day, which is then told by its own word
_PLANNED_BY = frozenset("plan schedule call organise organize stage".split())
#: what is elected, and ends before its time
_CHAMBERS = frozenset("parliament assembly house chamber legislature congress senate".split())
#: types of what is done by words, and statuses of what they may speak of
_SAYINGS = frozenset(["AGREE", "REJECT", "REQUEST", "THREATEN"])
_ASKED = frozenset(["REJECT", "REQUEST"])
_YET_TO_BE = frozenset(["planned", "predicted", "hypothetical", "denied"])
_VERB_OR_NOUN, _NOUN = ("VERB", "NOUN"), ("NOUN",)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event as its page words it.

    ``type`` is a PLOVER type, or ``OTHER`` with the ``kind`` of happening; a blast of war keeps its
    kind. ``doers`` and
    ``targets`` are phrases whose root is the party's head word.
    """

    trigger: Span
    type: str
    kind: str | None
    doers: tuple[Span, ...]
    targets: tuple[Span, ...]
    status: Status
    #: the light verb that says it took place, whose clause dates it
    verb: Token | None = None

    @property
    def word(self) -> Token:
        """The word that names the event."""
        return self.trigger.root


def proposals(doc: Doc) -> list[Proposal]:
    """Return the events of a document in the order of their words.

    Uses ``doc._.events`` where a reader set it; else the known words alone.
    """
    words = event_words()
    read = carried(_said(_by_word(doc._.events), words), words)
    for token in tokens_with(doc, "POS", _VERB_OR_NOUN):
        if token.i in read:
            continue
        named = happening_of(token, words) is not None or sure_type(token, words) is not None
        if shoots_at(token) or (named and not token.ent_type_):
            read[token.i] = Read(
                doc[token.i : token.i + 1], "", 0.0, (), (), float(token._.factuality)
            )
    found = [p for i in sorted(read) if (p := _proposal(read[i], words)) is not None]
    taken = {p.word.i for p in found}
    demanded = dict(_demands(doc, taken)) | dict(_wants(doc, taken))
    found = [p for p in found if p.word.i not in demanded]  # "said that X must agree"
    found += demanded.values()
    ready = list(_ready(doc, {p.word.i for p in found} | demanded.keys(), words))
    ready += [p for p in found if p.word.lemma_ == "offer" and p.type == "AGREE"]
    offered = {i for p in ready for i in _offered(p.word)}
    found = [p for p in found if p.type not in _TALKED or p.word.i not in offered]
    found += [p for p in ready if p not in found]
    # "will not free them" is told as the freeing that is denied
    kept = (p for p in found if not (p.type in _YIELDING and p.status in _UNDONE))
    refused = list(_refusals(doc, {p.word.i for p in kept if p.type != "CONSULT"}, words))
    refused += _unintended(doc)
    refused += _promises(doc, {p.word.i for p in (*found, *refused)}, words)
    again = {p.word.i for p in refused}
    found = [p for p in found if p.word.i not in again]
    unsaid = {c.i for p in refused for c in p.word.children if c.dep_ == "obj"}
    unsaid |= {
        c.i for p in refused if keeps_from_talks(p.word) for c in p.word.children if c.dep_ == "obl"
    }
    found = [p for p in found if p.word.i not in unsaid] + refused
    found = list(_met_there(found))
    found = [p for p in found if not _is_aim(p, found) and not _is_said_there(p, found)]
    found = [p for p in found if not _is_content(p, found) and not _is_given(p, found)]
    found += _resumed(doc, found, words)
    return sorted(found, key=lambda p: p.trigger.start)


def _met_there(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """Yield events, talks with those who came for them: "flew to Lima for | talks | with X"."""
    by_word = {p.word.i: p for p in found if p.type == "CONSULT"}
    for proposal in found:
        verbs = [a for a in proposal.word.ancestors if a.pos_ == "VERB"][:1]
        came = next((by_word[v.i] for v in verbs if v.i in by_word and goes_to_talk(v)), None)
        alone = proposal.type == "CONSULT" and proposal.word.pos_ == "NOUN" and not proposal.doers
        if came is not None and alone and proposal.targets:
            yield replace(proposal, doers=came.doers)
        else:
            yield proposal


def _is_aim(deed: Proposal, found: Sequence[Proposal]) -> bool:
    """Say whether a deed is only what another is for: "met to discuss", "struck to protest"."""
    verb = deed.word
    if (
        verb.pos_ == "NOUN" and deed.type == "CONSULT" and not (deed.doers or deed.targets)
    ):  # "arrived for two weeks of talks"
        over = [a for a in verb.ancestors if a.pos_ == "VERB"][:1]
        return any(goes_to_talk(a) and p.word.i == a.i for a in over for p in found)
    if verb.pos_ == "NOUN" and deed.type == "CONSULT" and verb.dep_ == "obl":
        # "hosted N. N. | for a meeting | of the two"
        names = any(s.root.ent_type_ for s in (*deed.doers, *deed.targets))
        held = any(p.type == "CONSULT" and p.word.i == verb.head.i for p in found)
        sits = verb.head.lemma_.lower() in {"host", "receive", "meet", "see", "greet"}
        return held and sits and not names and bool(prepositions(verb) & {"for"})
    if verb.lemma_ not in _AIMS or verb.tag_ != "VB" or verb.dep_ not in {"advcl", "xcomp", "acl"}:
        return False
    of_it = {deed.type, "PROTEST"} if verb.lemma_ == "protest" else {deed.type}
    return any(p.type in of_it and p is not deed and p.word.sent == verb.sent for p in found)


def _is_content(deed: Proposal, found: Sequence[Proposal]) -> bool:
    """Say whether a deed that is yet to be is only what is demanded, threatened or refused.

    Where it has a party of its own it tells more than the demand: "called on X to sanction | Y |".
    """
    if _is_protested(deed, found):
        return True
    if deed.status not in _YET_TO_BE or deed.type == "OTHER":
        return False
    kinds = _ASKED if deed.type in UNKIND | _YIELDING else _SAYINGS  # a threat is borne out or not
    said = (p for p in found if p.type in kinds or given_time(p.word))
    sayings = {p.word.i: p for p in said if p is not deed and p.status not in _YET_TO_BE}
    over = content_of(deed.word, sayings)
    if over is not None and deed.type == "AGREE" and sayings[over.i].type == "REQUEST":
        # "called on all states to cooperate with the court"
        return not any(t.ent_type_ for s in deed.targets for t in s)
    if over is None or (over.lemma_.lower() in _PLANNED_BY and not is_only_asked(deed.word, over)):
        return False
    if deed.type == "ACCUSE" and is_only_asked(deed.word, over):
        return True  # "called for an inquiry into the raid on X", which accuses nobody yet
    ordered = deed.word.pos_ == "NOUN" and deed.word.head.i == over.i
    if ordered and over.lemma_.lower() == "order":
        return False  # "ordered the mobilisation of his troops"
    return _has_no_other(deed, sayings[over.i])


def _is_given(noun: Proposal, found: Sequence[Proposal]) -> bool:
    """Say whether a noun only tells what its verb does: "opened | an inquiry |" is one deed."""
    word = noun.word
    if word.pos_ != "NOUN" or word.dep_ not in {"obj", "nsubj:pass"} or noun.type == "OTHER":
        return False
    if word.head.lemma_.lower() not in _BRINGING_ABOUT:
        return False  # "criticised the probe", "tightened the blockade": two deeds
    over = [p for p in found if p.word.i == word.head.i and p.type == noun.type]
    return any(p.word.pos_ == "VERB" and _has_no_other(noun, p) for p in over)


def _has_no_other(deed: Proposal, over: Proposal) -> bool:
    """Say whether an event names nobody but those whom another names, by a name or a noun."""
    told = {t.i for s in (*over.doers, *over.targets) for t in s}
    own = (s.root for s in (*deed.doers, *deed.targets) if names_party(s.root))
    return all(root.i in told or root.tag_ in {"PRP", "PRP$"} for root in own)


def _is_protested(demand: Proposal, found: Sequence[Proposal]) -> bool:
    """Say whether a demand is only what a protest is for: "marched to | demand | peace"."""
    verb = demand.word
    if demand.type != "REQUEST" or verb.dep_ not in {"advcl", "acl", "xcomp"}:
        return False
    over = [verb.head, *(c for c in verb.head.children if c.dep_ == "obj")]
    protests = (p for p in found if p.type == "PROTEST" and any(p.word.i == t.i for t in over))
    return any(_has_no_other(demand, p) for p in protests)


def _is_said_there(deed: Proposal, found: Sequence[Proposal]) -> bool:
    """Say whether it is only what is shouted at a protest that the sentence tells."""
    if deed.word.lemma_ == "street" and any(p.word.i == deed.word.head.i for p in found):
        return True  # "poured into the streets", which the verb tells
    return is_chant(deed.word) and any(
        p.type == "PROTEST" and p is not deed and p.word.sent == deed.word.sent for p in found
    )


def _resumed(doc: Doc, found: Sequence[Proposal], words: EventWords) -> Iterator[Proposal]:
    """Yield what a definite noun says again of an event told before: "the invasion could begin"."""
    taken = {p.word.i for p in found}
    first: dict[str, int] = {}
    for proposal in found:
        sense = words.sense(proposal.word.lemma_.lower())
        first[sense] = min(first.get(sense, len(doc)), proposal.word.i)
    for token in tokens_with(doc, "POS", _NOUN):
        kind = sure_type(token, words)
        if kind is None or token.i in taken or token.dep_ == "compound":
            continue
        lemma = token.lemma_.lower()
        definite = any(c.lower_ in _DEFINITE for c in token.children if c.dep_ == "det")
        if is_no_deed(token, kind, words):
            continue
        if definite and first.get(words.sense(lemma), len(doc)) < token.i:
            status = status_of(token, float(token._.factuality))
            yield Proposal(doc[token.i : token.i + 1], kind, None, (), (), status)


def _demands(doc: Doc, taken: set[int]) -> Iterator[tuple[int, Proposal]]:
    """Yield what somebody says that another must do, and its word: a request (manual, 2024)."""
    for token in tokens_with(doc, "LOWER", _MUST):
        if token.dep_ != "aux" or token.head.pos_ not in NAMING:
            continue
        verb = token.head
        speaker = speaker_of(verb)
        asked = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if speaker is None or asked is None or cue_over(verb).i in taken:
            continue
        if asked.tag_ == "PRP":  # "told the miners that they must go"
            heard = (c for c in cue_over(verb).children if c.dep_ in {"obj", "iobj"})
            asked = next((c for c in heard if names_party(c)), asked)
            if asked.tag_ == "PRP":
                continue
        if any(t.text in {":", ";"} for t in doc[asked.i : token.i]):
            continue  # what must be done there is another's
        if cue_over(verb).lemma_.lower() in _THINKING or _is_any(asked):
            continue
        if names_party(asked) and names_party(speaker):
            cue = cue_over(verb)
            who, whom = (phrase_of(speaker),), (phrase_of(asked),)
            trigger = doc[cue.i : cue.i + 1]
            yield verb.i, Proposal(trigger, "REQUEST", None, who, whom, status_of(cue, 3.0))


def _wants(doc: Doc, taken: set[int]) -> Iterator[tuple[int, Proposal]]:
    """Yield what somebody wants another to do, and its word: "wants X to leave"."""
    for verb in tokens_with(doc, "POS", ("VERB",)):
        if verb.lemma_.lower() not in _WANTING or verb.i in taken or negated(verb):
            continue
        below = [c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.tag_ == "VB"]
        # "told | the minister | to stop", however the tree ties him
        asked = [c for c in verb.children if c.dep_ in {"obj", "iobj"} and c.i > verb.i]
        asked += [
            c
            for v in below
            for c in v.children
            if c.dep_ in {"obj", "nsubj"} and verb.i < c.i < v.i
        ]
        doers = [d for d in arguments_of(verb).doers if names_party(d)]
        if not below or not doers or not asked or asked[0].i > below[0].i:
            continue
        whom = asked[0]
        if any(c.dep_ == "aux" for c in below[0].children) or not _is_side(whom):
            continue
        if not all(map(_is_side, doers)):
            continue
        trigger = doc[verb.i : verb.i + 1]
        who, asked_of = tuple(map(phrase_of, doers)), (phrase_of(whom),)
        yield below[0].i, Proposal(trigger, "REQUEST", None, who, asked_of, status_of(verb, 3.0))


def _is_side(word: Token) -> bool:
    """Say whether a word names a country, a body or somebody in office, and not whoever."""
    return bool(word.ent_type_) or word.lemma_.lower() in _OFFICES | {"union", "opposition"}


def _is_any(asked: Token) -> bool:
    """Say whether nobody in particular is asked: "a child should be at home"."""
    return any(c.dep_ == "det" and c.lower_ in _ANY for c in asked.children)


def _refusals(doc: Doc, taken: set[int], words: EventWords) -> Iterator[Proposal]:
    """Yield what somebody will not do for another: a refusal ("will not begin talks with")."""
    for token in tokens_with(doc, "LOWER", NEGATIONS):
        verb = token.head
        if token.dep_ != "advmod" or verb.pos_ != "VERB":
            continue
        below = (c for c in verb.children if c.dep_ == "xcomp" and c.i > verb.i)
        going = list(below) if verb.lower_ == "going" else []
        helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
        would = "would" in helpers and _is_promised(verb, "RETREAT")  # "said it would not return"
        if not going and not would and not helpers & _WILL:
            continue
        verb = going[0] if going else verb  # "is not going to talk to X"
        stays_away = keeps_from_talks(verb)
        light = verb.lemma_.lower() in words.light and not (stays_away or refuses_to_end(verb))
        noun = carried_noun(verb) if light else None
        deed = noun or verb
        found = arguments_of(deed)
        kinds = words.triggers.get(deed.lemma_.lower(), NO_TYPES)
        if verb.i in taken or deed.i in taken:
            continue
        alone = stays_away or verb.lemma_.lower() in _ONESELF
        if not alone and not (kinds & _KIND and found.targets):
            continue
        if any(d.lower_ == "it" for d in found.doers) and speaker_of(verb) is None:
            continue
        if all(names_party(d) for d in found.doers) and found.doers:
            targets = [t for t in found.targets if names_party(t)]
            yield Proposal(
                doc[verb.i : verb.i + 1], "REJECT", None,
                tuple(meant(phrase_of(d)) for d in found.doers),
                tuple(map(phrase_of, targets or aimed_at(verb, "REJECT") or found.targets)),
                "happened",
            )  # fmt: skip


def _unintended(doc: Doc) -> Iterator[Proposal]:
    """Yield what somebody does not mean to do for another: "has no intention of freeing them"."""
    words = event_words()
    for noun in tokens_with(doc, "LOWER", _INTENTIONS):
        if not any(c.lower_ == "no" for c in noun.children) or noun.head.lemma_ != "have":
            continue
        for verb in (c for c in noun.children if c.dep_ == "acl" and c.pos_ == "VERB"):
            doers = arguments_of(noun.head).doers
            named = doers and all(map(names_party, doers))
            if named and words.triggers.get(verb.lemma_.lower(), NO_TYPES) & _KIND:
                yield Proposal(
                    doc[verb.i : verb.i + 1], "REJECT", None,
                    tuple(meant(phrase_of(d)) for d in doers),
                    tuple(map(phrase_of, arguments_of(verb).targets)), "happened",
                )  # fmt: skip


def _promises(doc: Doc, taken: set[int], words: EventWords) -> Iterator[Proposal]:
    """Yield what somebody says that he will do for another: "said it would recognise X"."""
    for token in tokens_with(doc, "LOWER", _PROMISED_BY):
        verb = token.head
        if token.dep_ != "aux" or verb.pos_ != "VERB" or verb.i in taken or negated(verb):
            continue
        if not _is_promised(verb, "RETREAT") or cue_over(verb).lemma_.lower() not in _TELLS:
            continue
        governed = governed_type(verb)
        kinds = {governed} if governed else words.triggers.get(verb.lemma_.lower(), NO_TYPES)
        stopped = [c for c in verb.children if c.dep_ in {"obj", "xcomp"}]
        if verb.lemma_.lower() in _STOPPING and any(
            words.triggers.get(c.lemma_.lower(), NO_TYPES) & UNKIND for c in stopped
        ):
            governed, kinds = "RETREAT", {"RETREAT"}  # "said they would stop shelling the town"
        found = arguments_of(verb)
        whom = [t for t in found.targets if names_party(t) or t.ent_type_]
        unlike = kinds & (UNKIND | {"CONSULT"})
        if not kinds & _KIND or unlike or not (whom or governed):
            continue
        harms = (words.triggers.get(c.lemma_.lower(), NO_TYPES) for c in verb.children)
        if not governed and any(h & UNKIND for h in harms):
            continue  # "would extend the curfew"
        kind = next(iter(sorted(kinds & _KIND)))
        if is_no_deed(verb, kind, words) or is_out_of_company(verb, kind):
            continue
        doers = tuple(m for d in found.doers for m in all_meant(phrase_of(d)))
        yield Proposal(
            doc[verb.i : verb.i + 1], "AGREE", None, once(doers),
            apart(map(phrase_of, found.targets), doers), "planned",
        )  # fmt: skip


def _ready(doc: Doc, taken: set[int], words: EventWords) -> Iterator[Proposal]:
    """Yield what somebody says that he will do: a promise ("is ready to host talks")."""
    for token in tokens_with(doc, "LOWER", _WILLING):
        verb = next((c for c in token.children if c.dep_ in {"xcomp", "ccomp"}), None)
        if verb is None or token.i in taken or negated(token):
            continue
        deed = (carried_noun(verb) if is_light(verb, words) else None) or verb
        kinds = words.triggers.get(deed.lemma_.lower(), NO_TYPES)
        doers = [c for c in token.children if c.dep_ == "nsubj"]
        if not kinds & _KIND or kinds & UNKIND or not doers or not all(map(names_party, doers)):
            continue
        of = [*arguments_of(deed).targets, *(t for t in _of_talks(verb))]
        found = apart((phrase_of(t) for t in of), (phrase_of(d) for d in doers))
        yield Proposal(
            doc[token.i : token.i + 1], "AGREE", None, tuple(meant(phrase_of(d)) for d in doers),
            found, status_of(token, float(token._.factuality)),
        )  # fmt: skip


def _offered(willing: Token) -> Iterator[int]:
    """Yield the words of the deed that somebody is ready for: the readiness tells it."""
    for verb in willing.children:
        if verb.dep_ in {"xcomp", "ccomp"}:
            yield verb.i
            yield from (c.i for c in verb.children if c.dep_ == "obj")


def _of_talks(verb: Token) -> list[Token]:
    """Return those whom a verb's object brings together: "host a meeting between X and Y"."""
    return [
        t
        for o in verb.children
        if o.dep_ == "obj"
        for c in o.children
        if c.dep_ == "nmod" and "between" in prepositions(c)
        for t in (c, *(g for g in c.children if g.dep_ == "conj"))
    ]


def _by_word(events: Iterable[Read]) -> dict[int, Read]:
    """Return what the reader found by its main word; an auxiliary stands for its verb."""
    found: dict[int, Read] = {}
    for event in events:
        token = event.trigger.root
        if token.pos_ == "AUX" and token.head.i != token.i and token.dep_ in {"aux", "aux:pass"}:
            token = token.head
            event = _moved(event, token)
        if token.i not in found or found[token.i].score < event.score:
            found[token.i] = event
    return found


def _moved(event: Read, word: Token) -> Read:
    """Return an event as another word names it."""
    trigger = word.doc[word.i : word.i + 1]
    return replace(event, trigger=trigger, factuality=float(word._.factuality), given=None)


def _said(read: dict[int, Read], words: EventWords) -> dict[int, Read]:
    """Let the clause name the event that a verb of saying tells: "announced it would cut aid".

    Likewise with what is foreseen: "is expected to visit"; and with what is announced or ordered
    by its noun: "declared an end of hostilities".
    """
    found: dict[int, Read] = {}
    for i, event in read.items():
        verb = event.trigger.root
        lemma = verb.lemma_.lower()
        arc = "xcomp" if lemma in _FORESEEN else "ccomp" if lemma in _TELLS else ""
        clause = next((c for c in verb.children if c.dep_ == arc), None)
        noun = next(_decreed(verb, words), None) if lemma in _DECREEING else None
        if clause is not None and clause.i not in read:
            found[clause.i] = _moved(event, clause)
        elif noun is not None and noun.i not in read:
            found[noun.i] = _moved(event, noun)
        else:
            found.setdefault(i, event)
    return found


def _decreed(verb: Token, words: EventWords) -> Iterator[Token]:
    """Yield the nouns of deeds that a verb of announcing or ordering governs."""
    nouns = (c for c in verb.children if c.dep_ == "obj" and c.pos_ == "NOUN" and c.i > verb.i)
    for noun in nouns:
        known = noun.lemma_.lower() in words.triggers and not names_party(noun)
        if known and sure_type(noun, words) is None:  # which has its own parties
            yield noun


def _by_object(word: Token) -> bool:
    """Say whether a word's type hangs on what it governs."""
    if word.lemma_ == "withdraw" and word.pos_ == "VERB" and not has_object(word):
        return True  # who withdraws withdraws himself
    if is_declared(word) or governed_type(word) in _BY_WHAT or takes_people(word):
        return True
    if any(told(word) is not None for told in (weapon_type, put_out_type, force_type)):
        return True
    if word.pos_ == "VERB" and crowd_type(word) is not None:
        return True
    if word.lemma_ in _OF_TWO_SENSES and noun_type(word, event_words()) is not None:
        return True
    if word.lemma_ in {"accept", "call", "give", "hack", "receive"} and governed_type(word):
        return True
    return word.lemma_ in _BY_OBJECT or traded_type(word) is not None


def _sought_against(verb: Token) -> list[Token]:
    """Return against whom somebody seeks measures, which accuses them: "urged sanctions on X"."""
    sought = (c for c in verb.children if c.dep_ in {"obl", "obj", "nmod"})
    return [
        c
        for noun in sought
        if noun.lemma_.lower() in _MEASURES
        for c in noun.children
        if c.dep_ == "nmod" and prepositions(c) & {"against", "on"} and names_party(c)
    ]


def _marches(doer: Span) -> bool:
    """Say whether a phrase names people who protest by standing in the way."""
    return doer.root.lemma_.lower() in _MARCHERS


def _done_by_arms(verb: Token) -> bool:
    """Say whether arms did what else is an accident: "was sunk by helicopters"."""
    agents = (c for c in verb.children if c.dep_ in {"obl:agent", "obl"})
    return verb.pos_ == "VERB" and any("by" in prepositions(a) and armed(a) for a in agents)


def _goes_down(verb: Token) -> bool:
    """Say whether a boat sinks by itself: "their boat sank off the island"."""
    off = any(c.dep_ == "compound:prt" and c.lower_ == "off" for c in verb.children)
    arcs = {c.dep_ for c in verb.children if not (off and c.dep_ == "obj")}
    if verb.dep_ == "conj":  # "a trawler capsized | and sank"
        arcs |= {c.dep_ for c in verb.head.children if c.dep_ in {"nsubj", "nsubj:pass"}}
    return verb.pos_ == "VERB" and not arcs & {"obj", "nsubj:pass", "aux:pass"} and "nsubj" in arcs


def _for_an_end(fight: Token) -> bool:
    """Say whether what a fight is for stands right behind it: "to topple X", "aimed at ending"."""
    after = [t.lower_ for t in fight.doc[fight.i + 1 : fight.i + 3]]
    verb = fight.pos_ == "VERB" and after[:1] == ["to"]
    return verb or after == ["aimed", "at"]


def _is_town(side: Span) -> bool:
    """Say whether a phrase names a place that two sides fight for, and no side."""
    named = side.root.head if side.root.dep_ == "nmod" else side.root  # "a district | of X"
    return not NAMED_KINDS.isdisjoint([side.root.lemma_.lower(), named.lemma_.lower()])


def _is_state(doers: Sequence[Span]) -> bool:
    """Say whether a country, or one of its offices, does something."""
    return any(d.root.ent_type_ == "PLACE" or d.root.lemma_.lower() in _OFFICES for d in doers)


def _is_lodged(protest: Token) -> bool:
    """Say whether a protest may be a state's: "protested to X", no "protests in X"."""
    if protest.pos_ == "NOUN":
        return protest.tag_ != "NNS"
    arcs = {c.dep_ for c in protest.children}
    return bool(arcs & {"obj", "ccomp"}) or any(
        prepositions(c) & {"to", "over", "against", "about"} for c in protest.children
    )


def _is_addressed(protest: Token) -> bool:
    """Say whether somebody is told of a protest: "protested to Lima over its ban"."""
    verb = protest.pos_ == "VERB"
    return verb and any(c.dep_ == "obl" and "to" in prepositions(c) for c in protest.children)


def _told_of(verb: Token) -> tuple[Span, ...]:
    """Return whom the clause before a verb of saying is about: "N is starving, they protested"."""
    subjects = (c for c in verb.head.children if c.dep_.startswith("nsubj") and c.i < verb.i)
    return tuple(phrase_of(s) for s in subjects if names_party(s))


def _closes(verb: Token) -> bool:
    """Say whether a verb tells who said the clause before it: "…, a union protested"."""
    over = verb.head
    told = verb.dep_ == "parataxis" and over.i < verb.i and over.pos_ in {"VERB", "AUX", "ADJ"}
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return told and subject is not None and verb.doc[subject.left_edge.i - 1].text == ","


def _is_of_chamber(dissolve: Token) -> bool:
    """Say whether a parliament is dissolved, which concedes nothing."""
    met = (c for c in dissolve.children if c.dep_ in {"obj", "nsubj:pass"})
    return any(c.lemma_.lower() in _CHAMBERS for c in met)


def _is_promised(verb: Token, kind: str) -> bool:
    """Say whether somebody says that he will give way himself: "X said it would free them"."""
    if kind not in _YIELDING or verb.dep_ != "ccomp" or speaker_of(verb) is None:
        return False
    return any(c.dep_ == "nsubj" and c.lower_ in _SELF for c in verb.children)


def _is_menace(verb: Token) -> bool:
    """Say whether somebody says that he will do a deed himself unless, or until, others act."""
    speaker = speaker_of(verb)
    if speaker is None or cue_over(verb).lemma_.lower() not in _TELLS:
        return False
    of_its = any(c.tag_ == "PRP$" for c in speaker.children)  # "…, its president said"
    if not of_its and not _is_promised(verb, "RETREAT"):
        return False
    helpers = {c.lower_ for c in verb.children if c.dep_ in {"aux", "advmod"}}
    if not helpers & _PROMISED_BY or helpers & NEGATIONS:
        return False
    clauses = (c for c in verb.children if c.dep_ == "advcl")
    return any(m.lower_ in _UNLESS for c in clauses for m in c.children if m.dep_ == "mark")


def _is_refused(verb: Token) -> bool:
    """Say whether somebody refuses to do what a verb tells, which the refusal alone tells."""
    above = verb.head
    return verb.dep_ == "xcomp" and above.lemma_.lower() in _REFUSING and not negated(above)


def _warns_of_own(warning: Token) -> bool:
    """Say whether somebody warns of what he would do himself."""
    for clause in (c for c in warning.children if c.dep_ == "ccomp"):
        own = any(c.dep_ == "nsubj" and c.lower_ in _SELF for c in clause.children)
        if own and any(c.dep_ == "aux" and c.lower_ in {"will", "would"} for c in clause.children):
            return True
    return False


def _of_troops(verb: Token) -> bool:
    """Say whether a verb's object is soldiers, whatever they are called."""
    below = (c for c in verb.children if c.dep_ in {"obj", "ccomp", "xcomp"} and c.i > verb.i)
    return any(t.lemma_.lower() in _TROOPS for c in below for t in c.subtree)


def _meets_mine(verb: Token) -> bool:
    """Say whether somebody runs on a mine, which befalls him."""
    met = any(c.dep_ == "obj" and c.lemma_.lower() in _MINES for c in verb.children)
    return met and verb.lemma_.lower() in {"hit", "strike", "trigger"}


def _names_fire(verb: Token) -> bool:
    """Say whether a verb tells that somebody fires or sets fire to something."""
    return shoots_at(verb) or (verb.lemma_ == "set" and weapon_type(verb) is not None)


def _is_chosen(word: Token) -> bool:
    """Say whether a word only says of somebody that he was elected: "toppled elected leaders"."""
    if word.dep_ == "amod":
        return True
    after = word.nbor(1) if word.i + 1 < len(word.doc) else word
    plain = not any(c.dep_.startswith(("nsubj", "aux", "obl")) for c in word.children)
    titled = after.pos_ in {"NOUN", "PROPN"} and after.i != word.i and word.tag_ in {"VBN", "JJ"}
    return word.lemma_.lower() == "elect" and plain and titled


def _surely_named(read: Read, words: EventWords) -> bool:
    """Say whether the reader is sure of a type that the word may name."""
    lemma = read.trigger.root.lemma_.lower()
    return read.score >= SURE and read.type in words.triggers.get(lemma, NO_TYPES)


def _proposal(read: Read, words: EventWords) -> Proposal | None:
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and token.dep_ == "compound" and token.head.pos_ != "VERB":
        return None  # "attack helicopters"
    if token.pos_ == "NOUN" and lemma == "fire" and _names_fire(token.head):
        return None  # the verb names it: "opened fire", "set on fire"
    sure = sure_type(token, words)
    read = weighed(read, words)
    other = happening_of(token, words)
    if other == "disaster" and token.pos_ == "VERB" and comes_down(token):
        other = None  # "a missile crashed into a school"
    force = natural_force(token)
    by_itself = sure or other or force or lemma in OUTCOMES or lemma in _SUFFERING
    if not (by_itself or shoots_at(token) or accepted(read, words, doer=True, target=True)):
        return None  # most of what the reader proposes, before its parties are looked for
    doers, targets = parties_of(token, read, sure is not None)
    doers = once(whose_office(m, read.type) for d in doers for m in all_meant(d))
    targets = apart((m for t in targets for m in all_meant(t)), doers)
    if _meets_mine(token):  # "a bus hit a mine"
        doers, targets = (), tuple(phrase_of(c) for c in token.children if c.dep_ == "nsubj")
    kind = read.type
    by_object = sure is not None and _by_object(token)
    named_type = sure if by_object else kind or sure
    if is_no_deed(token, named_type or "", words) or _is_refused(token):
        return None
    if not other and not shoots_at(token) and is_out_of_company(token, named_type or ""):
        return None
    if (lemma in OUTCOMES or lemma == "die") and (by_accident(token, words) or force):
        return Proposal(read.trigger, "OTHER", "death", (), apart(targets, doers), read.status)
    if lemma in _RUINING and token.pos_ == "VERB" and by_accident(token, words):
        return Proposal(read.trigger, "OTHER", "disaster", (), apart(targets, doers), read.status)
    if force is not None:  # "the flood swept away a bridge": the noun names it, a name does not
        by_name = force.pos_ == "PROPN" and not other
        return Proposal(read.trigger, "OTHER", "disaster", (), (), read.status) if by_name else None
    if lemma in _BREAKING and is_happening(token, words):  # "a fire broke out"
        return None
    if lemma in words.light and is_happening(token, words) and not has_object(token):
        return None
    if (
        kind == "RETREAT"
        and not by_object
        and lemma in AWAY
        and particles(token).isdisjoint(AWAY[lemma])
    ):
        return None
    if lemma in _WARNING and (not is_addressed(token) or is_forecast(token)):
        return None  # a forecast threatens nobody
    if token.pos_ == "NOUN" and lemma in _TRUCES and is_broken(token):
        return None
    if other == "election" and (_is_chosen(token) or "without" in prepositions(token)):
        return None  # "the elected government", "by decree without a vote"
    if lemma == "vote" and is_in_session(token) and governed_type(token) is None:
        return None  # "lawmakers voted to declare an emergency", "a vote of confidence"
    if lemma == "flood" and token.dep_ == "amod":  # "on a flooded river"
        return None
    if lemma == "collapse" and is_of_words(token):
        return None
    if other == "disaster" and token.pos_ == "NOUN" and not is_armed(token):
        # a thing by itself: only words beside it make it a deed
        doers = tuple(meant(phrase_of(d)) for d in arguments_of(token).doers if names_party(d))
        targets = apart(targets, doers)
    if lemma in _SUFFERING and any(c.lower_ == "you" for c in token.children):
        return None  # whoever reads it
    if lemma in _SUFFERING and not has_object(token):  # who dies has done nothing to anybody
        if any(c.dep_.startswith("nsubj") for c in token.children):
            doers = tuple(phrase_of(d) for d in arguments_of(token).doers)
        return Proposal(read.trigger, "OTHER", "death", (), doers or targets, read.status)
    named = may_name(kind, words.triggers.get(lemma, NO_TYPES))
    if lemma == "explode":
        named = named and not other  # "gas exploded"
    if lemma == "dissolve" and any(c.lower_ in REFLEXIVE for c in token.children):
        return Proposal(read.trigger, "OTHER", "dissolution", doers, (), read.status)
    if lemma == "dissolve" and _is_of_chamber(token):
        return Proposal(read.trigger, "OTHER", "dissolution", doers, targets, read.status)
    if lemma == "sink" and _goes_down(token):
        return Proposal(read.trigger, "OTHER", "disaster", (), (), read.status)
    arms = other == "disaster" and _done_by_arms(token)
    flight = other == "displacement" and lemma in {"leave", "abandon"}
    if other and not arms and (flight or not doers or not named or read.score < _SURER):
        return Proposal(read.trigger, "OTHER", other, doers, targets, read.status)
    if shoots_at(token) or arms:
        kind = "ASSAULT"
    elif sure and (by_object or not kind or not _surely_named(read, words)):
        kind = sure
    elif not sure and not accepted(read, words, doer=bool(doers), target=bool(targets)):
        return None
    if kind == "COOPERATE" and is_exercise(token) and not targets and len(doers) == 1:
        kind = "MOBILIZE"  # nobody exercises together alone
    thrown_out = any(c.dep_ in {"obj", "nsubj:pass"} for c in token.children)
    thrown_out = thrown_out or put_out_type(token) is not None
    if kind == "SANCTION" and lemma == "fire" and not thrown_out:
        kind = "ASSAULT"  # "its boats had fired"
    if (
        kind == "SANCTION"
        and lemma == "fire"
        and not _FIRED.isdisjoint(t.lemma_ for t in token.sent)
    ):
        kind = "ASSAULT"  # "no shot was fired", however it is worded
    offers_deed = any(c.dep_ == "xcomp" for c in token.children)
    offers_deed = offers_deed or kind in _YIELDING | {"AID", "COOPERATE", "CONSULT"}
    if kind == "REJECT" and lemma == "cancel" and not doers:
        return None  # "the talks were cancelled", which they tell
    if lemma == "offer" and token.pos_ == "VERB" and offers_deed and doers:
        kind = "AGREE"  # "offered to mediate", "offered concessions"
    if kind == "CONCEDE" and lemma == "back" and has_object(token):
        kind = "SUPPORT"  # "backed the president", no "backed down"
    if kind == "ACCUSE" and lemma == "warn" and _warns_of_own(token):
        kind = "THREATEN"  # "warned the hijackers that it would use force"
    if kind == "THREATEN" and (spares(token) or promises_no_harm(token, words)):
        kind = "AGREE"  # "promised that they would not be harmed"
    if (
        lemma == "ask" and not targets and governed_type(token) != "REQUEST"
    ):  # a question, not a request
        return None
    if kind == "SANCTION" and lemma == "withdraw" and _of_troops(token):
        kind = "RETREAT"  # "withdraw what it called a build-up of troops"
    if kind == "RETREAT" and is_quitting(token):
        kind = "SANCTION"  # "quit the bloc"
    if kind == "ACCUSE" and sure == "ASSAULT" and told_by(token) is not None:
        kind = "ASSAULT"  # "condemned the attack"
    if kind in _HOSTILE and read.status in _YET_TO_BE and _is_menace(token):
        kind = "THREATEN"  # "said they would kill the crew unless they were paid"
    if kind == "REQUEST" and (against := _sought_against(token)):
        kind, targets = "ACCUSE", apart((phrase_of(t) for t in against), doers)
    if kind == "PROTEST" and lemma in _OVERTHROWING and any(armed(d.root) for d in doers):
        kind = "COERCE"  # "the army overthrew him", whoever marched before
    if kind == "COERCE" and lemma in _OBSTRUCTING and any(_marches(d) for d in doers):
        kind = "PROTEST"
    if kind == "THREATEN" or not any(names_party(t.root) for t in targets):
        targets = apart((phrase_of(t) for t in aimed_at(token, kind)), doers) or targets
    if kind == "AGREE" and lemma in _INTENDING and len(doers) == 1 and not targets:
        targets = apart(map(phrase_of, agreed_to(token)), doers)
    if kind == "AGREE" and lemma == "offer" and not any(names_party(t.root) for t in targets):
        targets = apart((phrase_of(t) for t in aimed_at(token, kind)), doers) or targets
    official = _is_state(doers) or (_is_addressed(token) and not any(map(_marches, doers)))
    if kind == "PROTEST" and lemma == "protest" and official and _is_lodged(token):
        kind = "ACCUSE"  # a government's protest is words
    if kind == "PROTEST" and lemma == "protest" and _closes(token):
        kind, targets = "ACCUSE", _told_of(token) or targets
    if kind == "ACCUSE" and lemma in _FELT and not targets and token.pos_ == "NOUN":
        return None  # "voiced irritation that it had begun"
    if lemma in FIGHTS and _for_an_end(token):
        targets = ()  # "those who fight to end X's rule"
    if kind == "ASSAULT" and (lemma in FIGHTS or lemma in _MUTUALLY):
        doers, targets = tuple(s for s in (*doers, *targets) if not _is_town(s)), ()
    gerund = token.tag_ == "VBG" and token.dep_ in {"nsubj", "nsubj:pass"}  # "shelling continued"
    alone = token.pos_ == "NOUN" or gerund or comes_down(token)
    certain = named and kind == "PROTEST" and read.score >= _CERTAIN
    if not doers and not targets and not ((sure or certain) and alone):
        return None
    told = read.status  # which is judged when asked
    if told == "planned" and (kind in PROMISED - {"CONSULT"} or _is_promised(token, kind)):
        kind = "AGREE"
    if told in {"planned", "predicted"} and kind == "AGREE" and lemma in _MEETINGS:
        kind = "CONSULT"  # "will meet on Friday": what is planned is a meeting
    carrier = carrier_of(token, words)
    refused = (
        kind == "REJECT"
        and kind not in words.triggers.get(lemma, NO_TYPES)
        and negated(carrier or token)
    )
    status: Status = "happened" if refused else told
    return Proposal(read.trigger, kind, None, doers, targets, status, carrier)
