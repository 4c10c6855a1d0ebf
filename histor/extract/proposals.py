"""Which words of a document name events, of what type, and who does them to whom.

Two witnesses: the reader, which was trained on PLOVER's examples, and the grammar with the words
known to name events. Where a word leaves no doubt, the grammar decides who did it; elsewhere the
reader does, and the grammar fills what it leaves open.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from spacy.tokens import Doc, Span, Token

from histor.annotate import EventMention as Read
from histor.annotate.status import Status, status_of
from histor.extract.arguments import (
    REFLEXIVE,
    arguments_of,
    blamed_for,
    bystanders_of,
    names_party,
    owns_deed,
    speaker_of,
)
from histor.extract.event_words import EventWords, event_words

__all__ = ["Proposal", "phrase_of", "proposals"]

#: probabilities below which a type is not believed: of a word known to name it, of one known to
#: name another, and of one not known; chosen on PLV's held-back part and IndiaPoliceEvents dev
_SURE, _OTHERWISE, _UNKNOWN = 0.5, 0.8, 0.9
#: the probability from which a type that the word is known to name is taken instead, and that of
#: no event up to which it is
_SECOND, _NOTHING = 0.2, 0.1
#: types that words not known to name them often do name; the others hang on what is said
_TELLING = frozenset(["ASSAULT", "COERCE", "PROTEST"])
_NO_EVENT = "NONE"
#: what "to call on" and "to call for" may be
_CALLED_ON = frozenset(["REQUEST", "THREATEN"])
#: the same for a verb that lends itself to any noun, and for a happening without a PLOVER type
_LENT, _SURER = 0.95, 0.75
_NAMING = frozenset(["VERB", "NOUN", "PROPN", "ADJ"])
#: in the future these are promises (PLOVER manual, 2024)
_PROMISED = frozenset(["AID", "COOPERATE", "CONSULT", "SUPPORT"])
#: in the future these may be threats
_MENACED = frozenset(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"])
#: types of acts that it is unkind to refuse
_KIND = _PROMISED | {"AGREE", "CONCEDE", "RETREAT"}
_NEGATIONS = ("not", "n't", "n’t", "never")
_NOT = frozenset(_NEGATIONS)
_WILL = frozenset(["will", "wo"])
_FUTURE = {"AGREE": _PROMISED, "THREATEN": _MENACED}
_NONE: frozenset[str] = frozenset()
_TELLS = frozenset(["announce", "say", "confirm", "declare", "state", "reveal"])
#: types of acts, which who speaks of them does not do by speaking
_ACTS = frozenset(
    ["AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"]
)
#: types of acts that who speaks of another may do by speaking
_SPOKEN = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT"])
#: types of acts that have somebody for their object, and a deed of his beside him
_ADDRESSED = frozenset(["ACCUSE", "REQUEST"])
#: fights in which both sides act (PLOVER manual, 2024)
_FIGHTS = frozenset(["war", "conflict", "fight", "fighting", "battle", "clash", "firefight"])
_DECLINING = frozenset(["decline", "refuse"])
#: what a refusal to speak refuses
_SPEAKING = frozenset(
    "comment say discuss elaborate go give answer speak specify name identify disclose talk "
    "confirm provide".split()
)
_PLACE_CASES = frozenset(
    ["in", "at", "near", "during", "around", "outside", "across", "over", "from", "according"]
)
_CALLING = frozenset(["call", "describe", "term", "dub", "label"])
#: verbs that only say that something came about
_BREAKING = frozenset(["break", "erupt", "rage", "flare", "spread", "tear", "rip", "rock", "shake"])
#: verbs whose object "fire" is shots
_FIRING = frozenset("open exchange return trade cease hold draw come target set".split())
#: verbs that tell the outcome for its victims
_OUTCOMES = frozenset(["kill", "injure", "wound", "hurt", "maim"])
_SUFFERING = frozenset(["die", "drown", "perish"])
#: what stands before a blast that somebody set off
_ARMED = frozenset(
    "bomb mine landmine minefield suicide grenade missile shell rocket drone car truck ied "
    "roadside terrorist terror".split()
)
#: what collapses without harm to anybody
_AGREED = frozenset(
    "deal talk talks ceasefire truce agreement negotiation government coalition economy currency "
    "regime system market price support peace".split()
)
_DEFINITE = frozenset(["the", "this", "that", "these", "those"])
_MONEY = frozenset("$ € £ ¥ % percent kroner dollars euros".split())
_MUST = ("must", "should")
_VERB_OR_NOUN, _NOUN = ("VERB", "NOUN"), ("NOUN",)
_ACCUSING = frozenset(
    "accuse blame suspect charge acquit book arrest detain jail convict sentence indict prosecute "
    "try want question imprison".split()
)
#: verbs that are a retreat with these particles alone: "pulled over" is none
_AWAY = {
    "pull": frozenset(["out", "back", "away", "from"]),
    "step": frozenset(["down", "aside", "back"]),
    "turn": frozenset(["over", "in", "back"]),
    "lay": frozenset(["down"]),
    "drop": frozenset(["out"]),
}
#: what is closed to people and goods
_WAYS = frozenset(
    "border frontier crossing checkpoint airspace sky port harbour harbor lock road highway bridge "
    "corridor strait canal airport route pass gate pipeline".split()
)
_OF_WHAT = frozenset(["of", "for", "with", "over", "on"])
_PHRASE = frozenset(
    ["amod", "compound", "flat", "nmod:poss", "det", "appos", "nummod", "nmod", "nmod:desc"]
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """An event as its page words it.

    ``type`` is a PLOVER type, or ``OTHER`` with the ``kind`` of happening. ``doers`` and
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
    read = _carried(_said(_by_word(doc._.events)), words)
    for token in _tokens(doc, "POS", _VERB_OR_NOUN):
        if token.i in read:
            continue
        lemma = token.lemma_.lower()
        named = lemma in words.other or _sure_type(token, words) is not None
        if _shoots(token) or (named and not token.ent_type_):
            factuality = float(token._.factuality)
            read[token.i] = Read(
                doc[token.i : token.i + 1],
                "",
                0.0,
                (),
                (),
                factuality,
                status_of(token, factuality),
            )
    found = [p for i in sorted(read) if (p := _proposal(read[i], words)) is not None]
    found += _demands(doc, {p.word.i for p in found})
    found += _refusals(doc, {p.word.i for p in found}, words)
    found += _resumed(doc, found, words)
    return sorted(found, key=lambda p: p.trigger.start)


def _tokens(doc: Doc, attribute: str, values: Sequence[str]) -> Iterator[Token]:
    """Yield the tokens with one of some values; asking each token takes many times as long."""
    strings = doc.vocab.strings
    wanted = np.isin(doc.to_array(attribute), [strings[value] for value in values])
    return (doc[i] for i in np.flatnonzero(wanted).tolist())


def _resumed(doc: Doc, found: Sequence[Proposal], words: EventWords) -> Iterator[Proposal]:
    """Yield what a definite noun says again of an event told before: "the invasion could begin"."""
    taken = {p.word.i for p in found}
    first: dict[str, int] = {}
    for proposal in found:
        sense = words.sense(proposal.word.lemma_.lower())
        first[sense] = min(first.get(sense, len(doc)), proposal.word.i)
    for token in _tokens(doc, "POS", _NOUN):
        kind = _sure_type(token, words)
        if kind is None or token.i in taken or token.dep_ == "compound":
            continue
        lemma = token.lemma_.lower()
        definite = any(c.lower_ in _DEFINITE for c in token.children if c.dep_ == "det")
        if definite and first.get(words.sense(lemma), len(doc)) < token.i:
            status = status_of(token, float(token._.factuality))
            yield Proposal(doc[token.i : token.i + 1], kind, None, (), (), status)


def _demands(doc: Doc, taken: set[int]) -> Iterator[Proposal]:
    """Yield what somebody says that another must do: a request (PLOVER manual, 2024)."""
    for token in _tokens(doc, "LOWER", _MUST):
        if token.dep_ != "aux" or token.head.pos_ not in _NAMING:
            continue
        verb = token.head
        speaker = speaker_of(verb)
        asked = next((c for c in verb.children if c.dep_.startswith("nsubj")), None)
        if speaker is None or asked is None or asked.tag_ == "PRP" or verb.head.i in taken:
            continue
        if names_party(asked) and names_party(speaker):
            cue = verb.head
            yield Proposal(
                doc[cue.i : cue.i + 1], "REQUEST", None, (phrase_of(speaker),), (phrase_of(asked),),
                status_of(cue, 3.0),
            )  # fmt: skip


def _refusals(doc: Doc, taken: set[int], words: EventWords) -> Iterator[Proposal]:
    """Yield what somebody will not do for another: a refusal ("will not begin talks with")."""
    for token in _tokens(doc, "LOWER", _NEGATIONS):
        verb = token.head
        if token.dep_ != "advmod" or verb.pos_ != "VERB":
            continue
        if not any(c.dep_ == "aux" and c.lower_ in _WILL for c in verb.children):
            continue
        noun = _carried_noun(verb) if verb.lemma_.lower() in words.light else None
        deed = noun or verb
        found = arguments_of(deed)
        kinds = words.triggers.get(deed.lemma_.lower(), _NONE)
        if verb.i in taken or deed.i in taken or not kinds & _KIND or not found.targets:
            continue
        if any(d.lower_ == "it" for d in found.doers) and speaker_of(verb) is None:
            continue
        if all(names_party(d) for d in found.doers) and found.doers:
            yield Proposal(
                doc[verb.i : verb.i + 1], "REJECT", None, tuple(phrase_of(d) for d in found.doers),
                tuple(phrase_of(t) for t in found.targets), "happened",
            )  # fmt: skip


def _by_word(events: Iterable[Read]) -> dict[int, Read]:
    """Return what the reader found by its main word; an auxiliary stands for its verb."""
    found: dict[int, Read] = {}
    for event in events:
        token = event.trigger.root
        if token.pos_ == "AUX" and token.head.i != token.i and token.dep_ in {"aux", "aux:pass"}:
            token = token.head
            status = status_of(token, float(token._.factuality))
            event = replace(event, trigger=token.doc[token.i : token.i + 1], status=status)
        if token.i not in found or found[token.i].score < event.score:
            found[token.i] = event
    return found


def _said(read: dict[int, Read]) -> dict[int, Read]:
    """Let the clause name the event that a verb of saying tells: "announced it would cut aid"."""
    found: dict[int, Read] = {}
    for i, event in read.items():
        verb = event.trigger.root
        clause = next((c for c in verb.children if c.dep_ == "ccomp"), None)
        if verb.lemma_.lower() in _TELLS and clause is not None and clause.i not in read:
            found[clause.i] = replace(event, trigger=clause.doc[clause.i : clause.i + 1])
        else:
            found.setdefault(i, event)
    return found


def _carried(read: dict[int, Read], words: EventWords) -> dict[int, Read]:
    """Let the noun name the event that a light verb only says took place."""
    found: dict[int, Read] = {}
    for i, event in read.items():
        token = event.trigger.root
        noun = _carried_noun(token) if token.lemma_.lower() in words.light else None
        if noun is None:
            found.setdefault(i, event)
        elif noun.i not in read or read[noun.i].score < event.score:
            found[noun.i] = replace(event, trigger=noun.doc[noun.i : noun.i + 1])
    return found


def _carrier(noun: Token, words: EventWords) -> Token | None:
    """Return the light verb above a noun that names an event; none if there is none."""
    if noun.pos_ != "NOUN":
        return None
    for verb in list(noun.ancestors)[:3]:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in words.light:
            carried = _carried_noun(verb)
            return verb if carried is not None and carried.i == noun.i else None
    return None


def _carried_noun(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ not in {"obj", "nsubj:pass", "ccomp"}:
            continue
        if child.pos_ == "NOUN" and not child.ent_type_ and child.dep_ != "ccomp":
            return child
        # "launched what it called an operation"
        for clause in (child, *child.children):
            if clause.lemma_ in _CALLING:
                named = (c for c in clause.children if c.dep_ in {"xcomp", "obj", "ccomp"})
                return next((c for c in named if c.pos_ == "NOUN"), None)
    return None


def _sure_type(token: Token, words: EventWords) -> str | None:
    """Return the type that a word names whatever stands around it."""
    if _closes(token):
        return "COERCE"
    kinds = words.sure.get(token.lemma_.lower())
    return kinds.get("verb" if token.pos_ == "VERB" else "noun") if kinds else None


def _proposal(read: Read, words: EventWords) -> Proposal | None:
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if token.pos_ == "NOUN" and token.dep_ == "compound":  # "attack helicopters"
        return None
    sure = _sure_type(token, words)
    read = _weighed(read, words)
    doers, targets = _parties(token, read, sure is not None)
    doers = tuple(_meant(d) for d in doers)
    targets = _apart((_meant(t) for t in targets), doers)
    other = words.other.get(lemma)
    if lemma == "fire" and (token.pos_ != "NOUN" or _of_guns(token)):
        other = None
    kind = read.type
    if (lemma in _OUTCOMES or lemma == "die") and _by_accident(token, words):
        return Proposal(read.trigger, "OTHER", "death", (), targets, read.status)
    if lemma in _BREAKING and _happening(token, words):  # "a fire broke out"
        return None
    if lemma in words.light and _happening(token, words) and not _has_object(token):
        return None
    if kind == "RETREAT" and lemma in _AWAY and _particles(token).isdisjoint(_AWAY[lemma]):
        return None
    if lemma == "warn" and not _addressed(token):  # a forecast threatens nobody
        return None
    if lemma == "collapse" and _of_words(token):
        return None
    if other == "disaster" and token.pos_ == "NOUN" and not _armed(token):
        # a thing by itself: only words beside it make it a deed
        doers = tuple(_meant(phrase_of(d)) for d in arguments_of(token).doers if names_party(d))
        targets = _apart(targets, doers)
    if lemma in _SUFFERING and not _has_object(token):  # who dies has done nothing to anybody
        return Proposal(read.trigger, "OTHER", "death", (), doers or targets, read.status)
    named = _names(kind, words.triggers.get(lemma, _NONE))
    if other and (not doers or not named or read.score < _SURER):
        return Proposal(read.trigger, "OTHER", other, doers, targets, read.status)
    if _shoots(token):
        kind = "ASSAULT"
    elif sure and (not kind or read.score < _SURE or kind not in words.triggers.get(lemma, ())):
        kind = sure
    elif not _accepted(read, words, bool(doers), bool(targets)):
        return None
    if lemma == "ask" and not targets:  # a question, not a request
        return None
    if lemma in _DECLINING and any(
        c.dep_ == "xcomp" and c.lemma_.lower() in _SPEAKING for c in token.children
    ):
        return None
    if kind == "ASSAULT" and lemma in _FIGHTS:
        doers, targets = (*doers, *targets), ()
    if not doers and not targets and not (sure and token.pos_ == "NOUN"):
        return None
    if read.status == "planned" and kind in _PROMISED:
        kind = "AGREE"
    carrier = _carrier(token, words)
    refused = (
        kind == "REJECT"
        and kind not in words.triggers.get(lemma, _NONE)
        and _negated(carrier or token)
    )
    status: Status = "happened" if refused else read.status
    return Proposal(read.trigger, kind, None, doers, targets, status, carrier)


def _particles(verb: Token) -> set[str]:
    """Return the small words that go with a verb: "pulled its troops out of the town"."""
    words = {c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}}
    return words | {
        c.lower_ for o in verb.children if o.dep_ == "obl" for c in o.children if c.dep_ == "case"
    }


def _closes(verb: Token) -> bool:
    """Say whether a verb bars a way: "closed its ports to"."""
    return verb.lemma_.lower() in {"close", "shut", "seal"} and any(
        c.dep_ in {"obj", "nsubj:pass"} and c.lemma_.lower() in _WAYS for c in verb.children
    )


def _happening(verb: Token, words: EventWords) -> bool:
    """Say whether the subject of a verb is itself what happened."""
    subjects = (c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "NOUN")
    return any(s in words.other or s in words.sure for s in subjects)


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "obj" for c in verb.children)


def _of_words(collapse: Token) -> bool:
    """Say whether what collapsed is a deal or the like, and no bridge."""
    return any(
        c.lemma_.lower() in _AGREED
        for c in collapse.children
        if c.dep_ in {"nsubj", "nmod", "compound", "nmod:poss"}
    )


def _addressed(verb: Token) -> bool:
    """Say whether somebody is warned, or a clause says of what: "warned that it would"."""
    return any(c.dep_ in {"obj", "iobj", "nsubj:pass", "ccomp"} for c in verb.children)


def _of_guns(fire: Token) -> bool:
    """Say whether "fire" is shots: "opened fire", "under fire"."""
    return fire.head.lemma_.lower() in _FIRING or any(c.lower_ == "under" for c in fire.children)


def _shoots(verb: Token) -> bool:
    """Say whether a verb has shots for its object: "opened fire"."""
    return verb.lemma_.lower() in _FIRING and any(
        c.dep_ == "obj" and c.lower_ == "fire" for c in verb.children
    )


def _by_accident(token: Token, words: EventWords) -> bool:
    """Say whether what killed is a thing without a doer: "the explosion killed nine"."""
    causes = [c for c in token.children if c.dep_ in {"nsubj", "obl", "obl:agent"}]
    if token.dep_ in {"acl", "advcl"} and token.tag_ == "VBG":  # "a blast …, killing nine"
        causes.append(token.head)
        causes += [c for c in token.head.children if c.dep_ == "nsubj"]
    return any(words.other.get(c.lemma_.lower()) == "disaster" and not _armed(c) for c in causes)


def _armed(blast: Token) -> bool:
    return any(n.lemma_.lower() in _ARMED for n in blast.children)


def _accepted(read: Read, words: EventWords, doer: bool, target: bool) -> bool:
    """Say whether the type that the reader and the word agree on is believed."""
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if not read.type or token.pos_ not in _NAMING or lemma in words.not_events:
        return False
    retreats = read.type == "RETREAT" and lemma in _AWAY  # "stepped down"
    if lemma in words.light and not retreats:  # no noun below it
        return doer and target and read.score >= _LENT
    return read.score >= _SURE


def _weighed(read: Read, words: EventWords) -> Read:
    """Hold the type that the reader proposes against those that the word is known to name.

    The reader was taught on sentences that all tell an event, and sees one everywhere.
    """
    token = read.trigger.root
    lemma = token.lemma_.lower()
    if lemma in words.light or not read.type:
        return read
    known = words.triggers.get(lemma, _NONE)
    if lemma == "call" and any(_called_on(c) for c in token.children):
        known = _CALLED_ON
    if _names(read.type, known):
        return read
    if read.score >= _least(read.type, token, known):
        return read
    scores = dict(read.scores)
    best = max((k for k in scores if _names(k, known)), key=scores.__getitem__, default="")
    if best and scores[best] >= _SECOND and scores[_NO_EVENT] <= _NOTHING:
        return replace(read, type=best, score=_SURE)
    return replace(read, type="", score=0.0)


def _called_on(phrase: Token) -> bool:
    """Say whether somebody is called on, or something called for."""
    cases = {c.lower_ for c in phrase.children if c.dep_ == "case"}
    return phrase.dep_ in {"obl", "nmod"} and bool(cases & {"on", "upon", "for"})


def _names(kind: str, known: frozenset[str]) -> bool:
    return kind in known or bool(known & _FUTURE.get(kind, _NONE))


def _least(kind: str, token: Token, known: frozenset[str]) -> float:
    """Return the probability from which a type is believed of a word not known to name it."""
    if kind == "ACCUSE" and token.lemma_.lower() == "call":  # "called it a disgrace"
        arcs = {c.dep_: c for c in token.children}
        named = "xcomp" in arcs and "obj" in arcs and arcs["obj"].tag_ != "WP"
        return _UNKNOWN if named else 1.0
    if kind in _TELLING or (kind == "REJECT" and _negated(token)):
        return _OTHERWISE if known else _UNKNOWN
    return 1.0


def _negated(verb: Token) -> bool:
    """Say whether a verb is negated, which makes of any deed a refusal: "will not release"."""
    return any(c.dep_ == "advmod" and c.lower_ in _NOT for c in verb.children)


def _parties(token: Token, read: Read, sure: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    accused = _accused(token)
    if accused:
        settled = arguments_of(token).targets
        return accused, _apart((phrase_of(t) for t in settled), accused)
    found = arguments_of(token)
    doers = tuple(phrase_of(t) for t in found.doers if not _asked(t))
    targets = tuple(phrase_of(t) for t in found.targets if t.text not in _MONEY)
    read_doers = tuple(_whole(d) for d in read.doers if _is_party(d) and not _in_place(d.root))
    read_targets = tuple(_whole(t) for t in read.targets if _is_party(t))
    subjects = [c for c in token.children if c.dep_.startswith("nsubj")]
    named = any(c.pos_ == "PROPN" for c in subjects)
    if read.type in _ACTS or named or (subjects and read.type not in _SPOKEN):
        read_doers = _no_speaker(token, read_doers)
    if read.type in _ADDRESSED and any(_addressee(c) for c in token.children):
        read_targets = ()  # who else is named stands in what is asked, or in the charge
    blamed = blamed_for(token)
    if blamed is not None:
        deed = [b.doc[b.i : b.i + 1] for b in blamed if b.head.i == token.i]
        targets, read_targets = tuple(deed or map(phrase_of, blamed)), ()
    if token.pos_ == "NOUN":
        suffering = {t.i for t in found.targets if t.dep_ == "nmod:poss"}
        read_doers = tuple(
            d
            for d in read_doers
            if _beside_noun(d.root, token) and d.root.i not in suffering and not _tells_of(d.root)
        )
        if token.lemma_.lower() in _FIGHTS:  # whoever is named is a side of it
            read_targets = tuple(t for t in read_targets if _beside_noun(t.root, token))
    own = found.settled or (doers and (sure or _of_noun(token, found.doers)))
    known = doers if own else read_doers or doers
    first, second = (targets, read_targets) if found.settled else (read_targets, targets)
    return known, _apart(first or second, known)


def _addressee(word: Token) -> bool:
    """Say whether a verb's object, or the subject of what it asks, is whom it asks or accuses."""
    if word.dep_ == "ccomp" and word.head.lemma_.lower() not in _ACCUSING:
        return any(c.dep_ == "nsubj" and names_party(c) for c in word.children)
    return word.dep_ in {"obj", "iobj"} and names_party(word)


def _asked(doer: Token) -> bool:
    """Say whether a doer is asked for: "nobody knows who fired"."""
    return doer.lower_ in {"who", "what"} and not doer.head.dep_.startswith("acl")


def _is_party(span: Span) -> bool:
    """Say whether a phrase that the reader points to can be a party: a day or a deed is none."""
    times = span.doc.spans.get("times", ())
    if any(t.start <= span.root.i < t.end for t in times):
        return False
    if _asked(span.root) or span.root.lower_ in REFLEXIVE:
        return False
    return span.root.pos_ != "VERB" or any(t.ent_type_ for t in span)


def _whole(span: Span) -> Span:
    """Return the phrase of which the reader only found the article."""
    root = span.root
    return phrase_of(root.head) if root.pos_ == "DET" and root.head.i != root.i else span


def _in_place(head: Token) -> bool:
    """Say whether a phrase tells where something is or who says it, not who does it."""
    if any(c.dep_ == "case" and c.lower_ in _PLACE_CASES for c in head.children):
        return True
    return any(t.lower_ == "according" for t in head.doc[head.left_edge.i : head.i])


def _of_noun(token: Token, doers: Sequence[Token]) -> bool:
    """Say whether a noun's own phrase names its doers: "police firing", "Lima's operation"."""
    return token.pos_ == "NOUN" and all(
        d.head.i == token.i and (d.dep_ == "compound" or owns_deed(d)) for d in doers
    )


def _tells_of(doer: Token) -> bool:
    """Say whether somebody only speaks of a deed: "the attack, condemned by X"."""
    return doer.dep_.startswith("obl") and doer.head.lemma_.lower() in event_words().about


def _beside_noun(doer: Token, noun: Token) -> bool:
    """Say whether a doer stands in a noun's phrase, or is the subject of a clause around it."""
    for above in (doer, *doer.ancestors):
        if above.i == noun.i:
            return True
        if above.dep_ in {"nsubj", "nsubj:pass", "obl:agent"}:
            return True
        if above.dep_ in {"obl", "nmod", "obj"} and above.i != doer.i:
            return False
    return True


def _no_speaker(token: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out who only says that the event happens: the subject of a verb of saying above it."""
    speakers = {t.i for c in bystanders_of(token) for t in c.subtree}
    below, above = token, token.head
    while above.i != below.i:
        if below.dep_ in {"ccomp", "parataxis"} and above.pos_ == "VERB":
            subjects = [c for c in above.children if c.dep_.startswith("nsubj")]
            speakers |= {t.i for c in subjects for t in c.subtree}
        if above.pos_ == "VERB":  # "… was rioting, N. N. reported"
            said = [c for c in above.children if c.dep_ == "parataxis" and c.pos_ == "VERB"]
            speakers |= {
                t.i for v in said for c in v.children if c.dep_ == "nsubj" for t in c.subtree
            }
        below, above = above, above.head
    return tuple(d for d in doers if d.root.i not in speakers)


def _meant(span: Span) -> Span:
    """Return the phrase that "it" or "they" stands for: of its chain, else who says the sentence.

    Whom "he" means is judged with the names of the whole page.
    """
    pronoun = span.root
    if pronoun.lower_ not in {"it", "they", "them"}:
        return span
    chains = pronoun.doc._.chains
    chain = next((c for c in chains if any(m.start <= pronoun.i < m.end for m in c)), ())
    naming = [m for m in chain if m.root.pos_ in {"PROPN", "NOUN"} and m.root.ent_type_ != "PERSON"]
    before = [m for m in naming if m.end <= pronoun.i]
    if naming:
        meant = before[-1] if before else naming[0]
        return Span(pronoun.doc, meant.start, meant.end)
    speaker = speaker_of(pronoun.head)
    return phrase_of(speaker) if speaker is not None and pronoun.dep_ == "nsubj" else span


def _apart(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans whose head is not the head of one that is taken."""
    heads = {s.root.i for s in taken}
    return tuple(s for s in spans if s.root.i not in heads)


def _accused(token: Token) -> tuple[Span, ...]:
    """Return whom "X accused Y of an attack" makes the doer of the attack: Y."""
    while token.dep_ in {"xcomp", "advcl", "conj", "acl"} and token.head.i != token.i:
        above = token.head
        if above.lemma_.lower() in _ACCUSING or any(
            c.dep_.startswith("nsubj") for c in token.children
        ):
            break
        token = above  # "accused of plotting to kill", "on charges of killing"
    verb = token.head
    if verb.lemma_.lower() not in _ACCUSING or not token.dep_.startswith(("obl", "advcl", "xcomp")):
        return ()
    ties = {c.lower_ for c in token.children if c.dep_ in {"case", "mark"}}
    if not ties & _OF_WHAT:  # "arrested after gunmen attacked", "arrested in a raid"
        return ()
    heads = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    heads = heads[-1:]  # a verb has one; the nearest, if read as two
    heads += [c for h in heads for c in h.children if c.dep_ == "conj"]
    return tuple(phrase_of(t) for t in heads)


def phrase_of(head: Token) -> Span:
    """Return a head word with what belongs to its name or describes it."""
    kept = [c for c in head.children if c.dep_ in _PHRASE]
    start = min([head.i, *(c.left_edge.i for c in kept)])
    ends = [c.right_edge.i for c in kept if c.dep_ in {"flat", "nmod"}]
    return head.doc[start : max([head.i, *ends]) + 1]
