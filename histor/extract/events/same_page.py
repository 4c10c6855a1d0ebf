"""Mentions of one event on a page: of one chain, or of one type and word with the same parties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from histor.extract.dates.event_dates import OTHER_TIMES, at_once, struck_with, tells_when
from histor.extract.events.event_words import event_words
from histor.extract.events.found_events import DEEDS, HARMING, MUTUAL, Found
from histor.extract.events.habits import is_habit
from histor.extract.events.held_up import held_up
from histor.extract.events.kinds_struck import kinds_struck
from histor.extract.events.natural_forces import natural_force
from histor.extract.events.upheavals import UPHEAVALS
from histor.extract.names.storms import storm_at, storms_of
from histor.extract.tokens import prepositions

__all__ = ["joined", "storm_of"]

#: what people die of that is no storm
_ILLNESS = "illness"
_DEFINITE = frozenset(["the", "this", "that", "these", "those", "its", "their", "such"])
#: verbs that tell what a deed met
_STRIKING = frozenset("hit strike target destroy damage rock devastate flatten level raze".split())
#: verbs that only say that a deed came about
_BEGINNING = frozenset(["begin", "start", "occur", "happen", "unfold", "erupt", "come"])
#: what one comes under
_COME_UNDER = frozenset("fire attack assault bombardment shelling".split())
_COMING = frozenset("come comes came coming".split())
#: nouns that number those whom a deed harmed
_ROUND = frozenset(["dozen", "score", "hundred", "thousand"])
#: nouns that say a deed again, and the senses or modes that it has then; none for any
_SAID_AGAIN: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ["attack", "assault", "raid", "strike", "atrocity", "bloodshed"], frozenset[str]()
    ),
    **dict.fromkeys(
        ["killing", "murder", "slaying", "assassination"],
        frozenset(["killing", "shooting", "stabbing", "shoot", "stab", "gun", "firearms"]),
    ),
    "shooting": frozenset(["shooting", "killing", "firearms"]),
    "bombing": frozenset(["blast", "explosives", "suicide-attack"]),
}
#: senses of fights of two sides, which are no attack
_FIGHTS = frozenset(["clash", "war", "exchange", "battle"])
_SENTENCES_BACK = 3
#: nouns of which "of" tells what was destroyed
_RUIN = frozenset("destruction demolition razing torching burning looting".split())
#: what ranks a deed among its like
_RANKS = frozenset("first second third fourth fifth latest last most".split())
_ORDINALS = frozenset("first second third fourth fifth sixth".split())
#: words beside those whom a deed met besides whom one told before met
_FURTHER = frozenset(["other", "another", "more", "further", "additional"])
#: modes of what strikes from the air, and of what is done by hand
_FROM_AFAR, _AT_HAND = frozenset(["aerial", "drone"]), frozenset(["firearms", "beat", "primitive"])
_WHERE_OR_WHEN = frozenset("in on at near outside during after later".split())
#: PLOVER's quad classes of words
_SAID = frozenset([1, 3])


def joined(found: Iterable[Found], doc: Doc) -> list[list[Found]]:
    """Join mentions of one event: of one chain, or of one type and word with the same parties."""
    chain_of = {m.start: n for n, chain in enumerate(getattr(doc._, "chains", ())) for m in chain}
    groups: list[list[Found]] = []
    by_key: dict[tuple[object, ...], list[Found]] = defaultdict(list)
    again: dict[tuple[str, str], list[list[Found]]] = defaultdict(list)
    found = list(found)
    places = {m.place for m in found if m.mode == "death" and m.place is not None}
    for mention in _deeds_first(found):
        keys: list[tuple[object, ...]] = []
        lemma = mention.token.lemma_.lower()
        sense = _sense(mention)
        if is_habit(mention.token):  # "have often clashed" is none of the clashes told
            groups.append([mention])
            continue
        nobody = not mention.actors and not mention.recipients
        if mention.actors or mention.recipients:
            whom = mention.recipients or mention.about
            keys.append((mention.type, sense, mention.actors, whom))
            if mention.actors and (_again(mention) or not _by_one(mention)):
                keys.append((mention.type, sense, mention.actors))
        if mention.token.i in chain_of and mention.token.pos_ == "NOUN":
            # a war is more than the attack in it, and attacks than it, whatever the chain says
            chain, many = chain_of[mention.token.i], mention.token.tag_ == "NNS"
            keys.append((mention.type, chain, sense == "war", many))
        elif mention.token.i in chain_of and lemma not in HARMING and mention.type in DEEDS:
            # two verbs of a chain tell one deed if of one sense; what killed may be many deeds
            keys.append((mention.type, chain_of[mention.token.i], sense))
        keys.append((mention.type, "word", mention.token.i))
        if (storm := storm_of(mention, one_place=len(places) < 2)) is not None:
            keys.append((mention.type, "storm", storm))
        if mention.type == "COERCE" and (kept := held_up(mention.token)) is not None:
            keys.append((mention.type, "kept", kept))
        group = None
        if (
            storm is None and nobody and _definite(mention.token)
        ):  # "the attack": the one most told of before
            likely = again[mention.type, sense]
            if mention.mode == "disaster":  # "a grenade exploded … the blast"
                likely = [*likely, *again["ASSAULT", sense]]
            fitting = [g for g in likely if _fits(g, mention) and not _one_of_many(mention, g)]
            group = max(reversed(fitting), key=len, default=None)
        if group is None:
            fits = (by_key[k] for k in keys if by_key.get(k) and _fits(by_key[k], mention))
            group = next(fits, None)
        if group is None:  # "shelled the town, killing four" is one event
            deeds = _deeds(mention.token)
            if (mention.type in MUTUAL and _is_what_for(mention.token)) or (
                mention.token.pos_ == "NOUN" and mention.token.dep_ == "obj"
            ):  # "opened an inquiry"
                deeds = [*deeds, mention.token.head]
            if mention.mode == "disaster" and mention.token.dep_ == "conj":  # "capsized and sank"
                deeds = [*deeds, mention.token.head]
            if mention.type in MUTUAL and mention.token.dep_ == "acl":  # "talks mediated by X"
                deeds = [*deeds, mention.token.head]
            told = (by_key.get((mention.type, "word", d.i)) for d in deeds)
            group = next((g for g in told if g and not _undone(g, mention)), None)
            if group is not None and any(m.token in _come_under(m.token.sent) for m in group):
                # who came under fire killed nobody by it
                met = {party for m in group for party in m.recipients}
                own = tuple(a for a in mention.actors if a not in met)
                mention = replace(mention, actors=own)
        if group is None and mention.type == "OTHER" and mention.mode == "death":
            group = _struck_before(mention, groups) or _disaster_beside(mention, groups)
        if group is None and nobody:
            if mention.type == "ASSAULT":
                group = _told_by_another_word(mention, mention.token, groups)
            group = group or _named_before(mention, groups)
        if group is None:
            group = []
            groups.append(group)
        group.append(mention)
        if mention.actors:
            keys.append((mention.type, sense, mention.actors))
        for key in keys:
            by_key.setdefault(key, group)
            if not by_key[key]:
                by_key[key] = group
        before = again[mention.type, sense]
        if not any(g is group for g in before):
            before.append(group)
    for group in groups:
        # a toll told before its disaster stands first; who fled it tells what it was no more
        if group[0].type == "OTHER" and all(m.mode != "displacement" for m in group):
            group.sort(key=lambda m: m.token.i)
    return groups


def storm_of(mention: Found, *, one_place: bool = False) -> str | None:
    """Return the name of the storm that a mention tells of: "Otis tore into N … the hurricane".

    Deaths of nobody named, without a day of their own, are by the only storm that the page names;
    those of a place of their own, where its sentence names the storm, or the page tells deaths of
    one place alone (``one_place``).
    """
    if mention.type != "OTHER" or mention.mode not in {"disaster", "death"}:
        return None
    if (named := storm_at(mention.token)) is not None:
        return named
    force = natural_force(mention.token)
    if force is not None and (named := storm_at(force)) is not None:
        return named
    storms = storms_of(mention.token.doc)
    alone = len(storms) == 1 and mention.mode == "death" and mention.date is None
    beside = any(t.lower_ in storms for t in mention.token.sent)
    alone = alone and (one_place or beside or mention.place is None)
    causes = event_words().causes
    if alone and any(causes.get(t.lemma_.lower()) == _ILLNESS for t in mention.token.sent):
        return None  # "63 people have died of cholera since then"
    return next(iter(storms)) if alone and not mention.recipients else None


def _disaster_beside(death: Found, groups: Sequence[list[Found]]) -> list[Found] | None:
    """Return the one disaster told in a death's sentence: "the ferry, which sank …: 15 died"."""
    sentence = death.token.sent
    near = [
        g
        for g in groups
        if any(
            m.type == "OTHER" and m.mode == "disaster" and m.token.sent.start == sentence.start
            for m in g
        )
    ]
    return near[0] if len(near) == 1 and _fits(near[0], death) else None


def _sense(mention: Found) -> str:
    """Return the group of like words that a mention's word is of, as a word of its type or at all.

    "Broke" is a defection in "broke ranks" alone.
    """
    lemma, words = mention.token.lemma_.lower(), event_words()
    return words.same.get(f"{lemma} {mention.type}") or words.sense(lemma)


def _named_before(mention: Found, groups: Sequence[list[Found]]) -> list[Found] | None:
    """Return the one disaster of the sentence before that "the storm" is: "hit by Cyclone N"."""
    noun = mention.token
    if mention.mode != "disaster" or noun.pos_ != "NOUN" or not _is_the(noun):
        return None
    if any(c.dep_ in {"nmod", "amod", "compound"} for c in noun.children) or not noun.sent.start:
        return None  # "the second storm"
    before = noun.doc[noun.sent.start - 1].sent.start
    told = [
        g for g in groups if any(m.mode == "disaster" and m.token.sent.start == before for m in g)
    ]
    return told[0] if len(told) == 1 and _fits(told[0], mention) else None


def _told_by_another_word(
    mention: Found, noun: Token, groups: Sequence[list[Found]]
) -> list[Found] | None:
    """Return the deed told right before that "the attack" says again: "stormed a hotel".

    It is the one that the last sentences tell; of several, the one that the last of these tells.
    """
    said = _SAID_AGAIN.get(noun.lemma_.lower())
    if said is None or noun.tag_ != "NN" or not _is_the(noun):
        return None
    if any(c.dep_ in {"nmod", "amod", "compound"} and not c.ent_type_ for c in noun.children):
        return None  # "the attack on the hotel", "the first attack"
    start = noun.sent.start
    for _ in range(_SENTENCES_BACK):
        if start == 0:
            return None
        sentence = noun.doc[start - 1].sent
        start = sentence.start
        told = [g for g in groups if any(_is_such(m, sentence, said) for m in g)]
        if told:
            return told[0] if len(told) == 1 and _fits(told[0], mention) else None
    return None


def _undone(group: Sequence[Found], mention: Found) -> bool:
    """Say whether one is what the other undoes: "annulled the vote"."""
    return any(m.mode != mention.mode and UPHEAVALS & {m.mode, mention.mode} for m in group)


def _struck_before(death: Found, groups: Sequence[list[Found]]) -> list[Found] | None:
    """Return the attack in which a sentence says that people died: "twelve died in the strike"."""
    nouns = _died_in(death.token)
    for group in groups:
        named = any(m.type == "ASSAULT" and m.token.i == n.i for m in group for n in nouns)
        if named and _fits(group, death):
            return group
    again = (_told_by_another_word(death, noun, groups) for noun in nouns)
    return next((group for group in again if group), None)


def _is_such(mention: Found, sentence: Span, said: frozenset[str]) -> bool:
    """Say whether a mention tells in a sentence a deed of which a noun may speak again."""
    if mention.type != "ASSAULT" or mention.token.sent.start != sentence.start:
        return False
    sense = _sense(mention)
    return (
        mention.mention.status == "happened"
        and sense not in _FIGHTS
        and (not said or sense in said or mention.mode in said)
    )


def _is_the(noun: Token) -> bool:
    return any(c.dep_ == "det" and c.lower_ in {"the", "this"} for c in noun.children)


def _by_one(mention: Found) -> bool:
    """Say whether one party says it to or of another: criticism of two is criticism twice."""
    scores = event_words().types.get(mention.type)
    together = mention.type in MUTUAL and len(mention.actors) > 1
    return scores is not None and scores[0] in _SAID and not together


def _again(mention: Found) -> bool:
    """Say whether a noun says again what was said before: "in its condemnation, X called …"."""
    return _definite(mention.token) and not mention.recipients


def _is_what_for(noun: Token) -> bool:
    """Say whether a noun tells again what its verb does: "hosts talks", "flew in for talks"."""
    return noun.dep_ == "obj" or (noun.dep_ == "obl" and "for" in prepositions(noun))


def _definite(token: Token) -> bool:
    return token.pos_ == "NOUN" and any(c.lower_ in _DEFINITE for c in token.children)


def _deeds_first(found: Iterable[Found]) -> list[Found]:
    """Return mentions as the page has them, outcomes told before their deeds after all others.

    "A clerk died in the fire" tells the fire first.
    """
    mentions = list(found)
    told = {m.token.i for m in mentions}
    disasters = [m.token for m in mentions if m.mode == "disaster"]

    def waits(mention: Found) -> bool:
        token, dead = mention.token, mention.mode == "death"
        if any(d.i > token.i and (dead or d.i in told) for d in _deeds(token)):
            return True
        beside = [d.i for d in disasters if dead and d.sent.start == token.sent.start]
        return bool(beside) and min(beside) > token.i  # "59 drowned when a trawler sank"

    return sorted(mentions, key=waits)


def _deeds(token: Token) -> list[Token]:
    """Return the words that may name the deed of which a verb tells the outcome, nearest first."""
    if token.pos_ == "NOUN" and (before := _counted_behind(token)) is not None:
        return before
    if token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_.lower() in _BEGINNING:
        return [c for c in token.head.children if at_once(c)]  # "began when gunmen stormed a bank"
    if token.pos_ == "VERB" and token.head.lemma_.lower() == "use" and _is_to(token):
        return [token.head]  # "used tear gas to disperse them"
    if token.lemma_.lower() in {"die", "lose"}:  # "a clerk died in the fire", "lost his life"
        return [c for c in token.children if c.dep_ == "obl" or at_once(c)]
    if token.lemma_.lower() in _STRIKING:  # "an air raid hit the school"
        return [c for c in token.children if c.dep_ == "nsubj" and c.pos_ == "NOUN"]
    if token.lemma_.lower() not in HARMING:
        return []
    # "hurt when the roof collapsed", "40 killed as bombs hit the port"
    # of "ten were killed and one survived when a shell fell" the tree hangs that on the second
    verbs = [token, *(c for c in token.children if c.dep_ == "conj" and c.i > token.i)]
    found = [c for verb in verbs for c in verb.children if at_once(c) or _is_as(c)]
    found += [
        c
        for c in token.children
        if c.dep_ in {"nsubj", "obl", "obl:agent"} and not prepositions(c) & OTHER_TIMES
    ]
    # "were killed on Thursday | when jets bombed the ward": the tree may hang that on the day
    found += [c for o in token.children if o.dep_ == "obl" for c in o.children if tells_when(c)]
    alone = not any(c.dep_ == "nsubj" for c in token.children)
    alone = alone or any(c.dep_.startswith("nsubj") and c.pos_ == "NUM" for c in token.children)
    if alone and token.dep_ == "conj" and token.head.lemma_.lower() in HARMING:
        found.append(token.head)  # "killed ten and wounded forty", "ten were killed and six hurt"
    if token.dep_ in {"acl", "amod"}:  # "ten people killed | when rebels overran the camp"
        found += [c for c in token.head.children if c.i > token.i and tells_when(c)]
    if token.dep_ in {"advcl", "acl", "acl:relcl"}:
        # "came by boat and shot at the guards, wounding two"
        found += [c for c in token.head.children if c.dep_ == "conj" and c.i < token.i][-1:]
        found.append(token.head)
    # whom a closing clause names behind the verb is no doer: "…, killed three, the mayor said"
    if not any(c.dep_.startswith("nsubj") and c.i < token.i for c in token.children):
        found += _deed_before(token)
    if token.dep_ == "acl:relcl" and token.head.dep_ == "nmod":
        found.append(token.head.head)  # "the bombing of a station that killed 19"
    if (deed := struck_with(token)) is not None:
        found.append(deed)
    return found + _come_under(token.sent)


def _come_under(sentence: Span) -> list[Token]:
    """Return what somebody came under, if a sentence tells one such: "came under heavy fire".

    Whoever it says was killed beside it was so by that, whatever tree it was given.
    """
    nouns = []
    for noun in sentence:
        if noun.lower_ in _COME_UNDER:
            before = {w.lower_ for w in noun.doc[max(sentence.start, noun.i - 4) : noun.i]}
            if "under" in before and not _COMING.isdisjoint(before):
                nouns.append(noun)
    return nouns if len(nouns) == 1 else []


def _died_in(token: Token) -> list[Token]:
    """Return the deeds in which people are told to have died: "twelve died in the strike"."""
    if token.pos_ != "VERB":
        return []
    nouns = [
        c
        for c in token.children
        if c.dep_ == "obl" and c.pos_ == "NOUN" and prepositions(c) & {"in", "by", "from"}
    ]
    if token.dep_ == "acl:relcl" and any(c.lower_ == "which" for c in token.children):
        nouns.append(token.head)  # "fought a war | in which 800 died"
    return nouns + [c for c in token.children if at_once(c)]  # "died when a shell struck the shop"


def _is_to(verb: Token) -> bool:
    """Say whether a verb tells what for, behind another: "to disperse them"."""
    marked = any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    return marked and verb.dep_ in {"advcl", "xcomp", "acl"}


def _is_as(clause: Token) -> bool:
    """Say whether a clause tells by "as" what harmed those told of."""
    marked = any(c.dep_ == "mark" and c.lower_ == "as" for c in clause.children)
    return clause.dep_ == "advcl" and marked


def _counted_behind(noun: Token) -> list[Token] | None:
    """Return the verbs of what is counted behind a comma: "struck the port, its first attack on X".

    None of a noun that no comma and no rank of its deed goes before.
    """
    ranked = any(c.tag_ == "JJS" or c.lower_ in _RANKS for c in noun.children)
    edge = noun.left_edge.i
    marks = {t.text for t in noun.doc[max(noun.sent.start, edge - 1) : edge + 1]}
    if not ranked or not marks & {",", "–", "—"}:
        return None
    told = noun.doc[noun.sent.start : edge]
    return [t for t in reversed(told) if t.pos_ == "VERB" and t.tag_ in {"VBD", "VBZ", "VBN"}]


def _deed_before(outcome: Token) -> list[Token]:
    """Return the deed before a verb without a subject that the tree keeps apart from it.

    "Shelling of the port | killed two", "a missile struck the port, | killing two".
    """
    before = outcome.nbor(-1) if outcome.i > outcome.sent.start else outcome
    if before.dep_ == "cc":  # "killed ten | and wounded forty"
        first = outcome.doc[outcome.sent.start : before.i]
        harm = [t for t in reversed(first) if t.pos_ == "VERB" and t.lemma_ in HARMING][:1]
        # "opened fire on a crowd | and killed nine of them", there and then
        shared = outcome.dep_ == "conj" and outcome.head.i < outcome.i
        return harm or ([outcome.head] if shared and not _has_setting(outcome) else [])
    if outcome.tag_ == "VBG" and before.text == ",":
        deeds = outcome.doc[outcome.sent.start : before.i]
        told = [t for t in reversed(deeds) if t.pos_ == "VERB" and t.tag_ in {"VBD", "VBZ"}]
        if told:
            return told[:1]
    if outcome.dep_ in {"conj", "parataxis", "obj"} and outcome.head.i < outcome.i:
        return [outcome.head]
    return []


def _has_setting(verb: Token) -> bool:
    """Say whether a verb has a place or a day of its own behind it."""
    behind = (c for c in verb.children if c.i > verb.i and c.dep_ == "obl")
    return any(prepositions(c) & _WHERE_OR_WHEN for c in behind)


def _fits(group: Sequence[Found], mention: Found) -> bool:
    """Say whether dates, places and parties of a mention can be those of a group."""
    for other in group:
        counted = _several(other.token), _several(mention.token)
        if True in counted and "NN" in {other.token.tag_, mention.token.tag_}:
            return False  # "four coups", and "the coup"
        if mention.date and other.date and not mention.date.overlaps(other.date):
            return False
        if mention.place and other.place and mention.place != other.place:
            return False
        if mention.token.sent.start != other.token.sent.start:
            tolls = _toll(mention.token), _toll(other.token)
            if all(tolls) and not tolls[0] & tolls[1]:  # "killed hundreds", "killing dozens"
                return False
            if _befell_others(mention.token, other.token):
                return False
        ranks = {_rank(mention.token), _rank(other.token)} - {None}
        if len(ranks) > 1:  # "met for a second time", "their first meeting"
            return False
        met = _named_target(mention.token), _named_target(other.token)
        if all(met) and not met[0] & met[1]:  # "the attack on the Aurora", "attacked the Tarn"
            return False
        ruined = _ruined(mention.token), _ruined(other.token)
        if all(ruined) and not ruined[0] & ruined[1]:  # "of vehicles", "of property"
            return False
        kinds = _kinds_struck(mention), _kinds_struck(other)
        if all(kinds) and not kinds[0] & kinds[1]:  # "hit a school", "hit the fuel depot"
            return False
        modes = {mention.mode, other.mode}
        if len(modes - {None}) > 1 and "crowd-control" in modes:  # tear gas, and shots that killed
            return False
        if modes & _FROM_AFAR and modes & _AT_HAND:  # gunships that fired, and police who shot
            return False
        for mine, theirs in (
            (mention.actors, other.actors),
            (mention.recipients, other.recipients),
        ):
            if mine and theirs and not set(mine) & set(theirs):
                return False
    return True


def _kinds_struck(mention: Found) -> frozenset[str]:
    """Return the kinds of things that an attack struck."""
    if mention.type != "ASSAULT":
        return frozenset()
    sentence = mention.token.sent
    return kinds_struck(sentence.text, mention.token.text, mention.token.idx - sentence.start_char)


def _befell_others(verb: Token, before: Token) -> bool:
    """Say whether a verb tells again what another tells, of others: "three more men were held"."""
    if verb.pos_ != "VERB" or before.pos_ != "VERB" or verb.i < before.i:
        return False
    whom = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    return any(c.lower_ in _FURTHER for w in whom for c in w.children)


def _one_of_many(mention: Found, group: Sequence[Found]) -> bool:
    """Say whether one deed is told where many were: "rocket attacks", and "the offensive"."""
    tags = {m.token.tag_ for m in group}
    return mention.token.tag_ == "NN" and tags == {"NNS"}


def _rank(token: Token) -> str | None:
    """Return which of its like a deed is: "their first meeting", "met for a second time"."""
    nouns = [token] if token.pos_ == "NOUN" else []
    nouns += [c for c in token.children if c.dep_.startswith("obl") and c.lower_ == "time"]
    ranks = (c.lower_ for n in nouns for c in n.children if c.dep_ == "amod")
    return next((r for r in ranks if r in _ORDINALS), None)


def _named_target(token: Token) -> frozenset[str]:
    """Return the words of the name of what a deed met: "attacked the Aurora", "a raid on Orle"."""
    met = [c for c in token.children if c.dep_ == "obj" and token.pos_ == "VERB"]
    met += [c for c in token.children if c.dep_ == "nmod" and prepositions(c) & {"on", "against"}]
    names = (t for c in met if c.pos_ == "PROPN" for t in (c, *c.children) if t.pos_ == "PROPN")
    return frozenset(t.lower_ for t in names)


def _ruined(token: Token) -> frozenset[str]:
    """Return what a noun says was destroyed: "the destruction of vehicles"."""
    if token.lemma_.lower() not in _RUIN or token.pos_ != "NOUN":
        return frozenset()
    things = (c for c in token.children if c.dep_ == "nmod" and "of" in prepositions(c))
    return frozenset(t.lemma_.lower() for t in things if t.pos_ == "NOUN")


def _toll(verb: Token) -> frozenset[str]:
    """Return the numbers of those whom a verb says that it harmed: "40", "dozens"."""
    if verb.lemma_.lower() not in HARMING:
        return frozenset()
    harmed = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    heads = {h.lower_ for h in harmed if h.lemma_.lower() in _ROUND}
    return frozenset(heads | {c.lower_ for h in harmed for c in h.children if c.dep_ == "nummod"})


def _several(token: Token) -> bool:
    """Say whether a noun counts several events: "four coups"."""
    counted = any(c.dep_ == "nummod" for c in token.children)
    return token.tag_ in {"NNS", "NNPS"} and counted
