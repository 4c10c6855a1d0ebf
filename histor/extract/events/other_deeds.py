"""Phrases beside an event that have their part in another deed, or in another clause."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.arguments import BROKERING
from histor.extract.events.event_words import names_event
from histor.extract.tokens import VERBS, is_answered, prepositions

__all__ = [
    "ACTS",
    "AFTER",
    "before_its_noun",
    "beside_noun",
    "does_another",
    "does_later",
    "hurt_in_fight",
    "is_agreed_upon",
    "is_called_for",
    "is_elsewhere",
    "is_made_to",
    "is_over_deed",
    "is_reason_given",
    "of_antecedent",
    "of_own_clause",
    "of_own_subject",
    "outside_its_object",
    "suffers_before",
    "to_be_freed",
    "will_answer",
]

#: types of acts, which who speaks of them does not do by speaking
ACTS = frozenset(
    ["AID", "ASSAULT", "COERCE", "COOPERATE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION"]
)
#: verbs of what one does when attacked
_ANSWERING = frozenset("respond retaliate react answer defend strike hit".split())
#: verbs of making somebody do something
_MAKING = frozenset(
    "force compel drive push cause lead prompt enable allow let make help oblige permit".split()
)
_CALLING_FOR = frozenset(["must", "should", "shall", "ought", "need", "to"])
#: what those do who only stand beside or behind who does it
_BESIDE = frozenset("lead head command donate supply fund escort accompany equip provide".split())
#: prepositions before a deed that was before, or beside, the one the clause tells
AFTER = frozenset(
    # "faces", where it is read as a preposition: "leads the polls and faces protests"
    "after following before amid amidst despite until since during over facing faces".split()
)
#: nouns of those who had to do with a deed, and of what came after it
_MEANWHILE = frozenset("as while whilst after before since because although though".split())
_SUFFERED = frozenset("kill wound injure hurt displace maim assassinate murder shoot".split())
_LATER = frozenset(
    "aftermath wake suspect victim survivor witness trial retrial verdict prosecution conviction "
    "investigation inquiry role anniversary scene site news response".split()
)
#: deeds that are asked of one and done to another
_ASKED_FOR = frozenset(
    "release return bombardment strike airstrike raid attack assault offensive shelling bombing "
    "intervention protection rescue".split()
)


def is_made_to(verb: Token, doers: Sequence[Token]) -> bool:
    """Say whether others make somebody do it: "the fighting forced | people | to flee"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_.lower() not in _MAKING:
        return False
    made = {c.i for c in verb.head.children if c.dep_ in {"obj", "iobj", "nsubj:pass"}}
    return bool(doers) and all(d.i in made for d in doers)


def suffers_before(word: Token, verb: Token) -> bool:
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


def is_over_deed(word: Token, verb: Token) -> bool:
    """Say whether a name only stands in what somebody is blamed or sorry for.

    "Apologised to X for the attack on | Y |".
    """
    for above in (word, *word.ancestors):
        if above.i == verb.i:
            return False
        if above.dep_ == "obl" and above.i != word.i and prepositions(above) & {"for", "over"}:
            return above.head.i == verb.i and names_event(above)
    return False


def does_later(word: Token, verb: Token) -> bool:
    """Say whether a word stands in what a clause dates: "since A. B. fell, | X | has lost".

    Likewise behind a participle's clause: "having attacked, they fled to | X |".
    """
    if verb.dep_ == "advcl" and verb.tag_ in {"VBG", "VBN"} and verb.i < verb.head.i < word.i:
        return word.dep_ == "obl" and word.head.i == verb.head.i
    own = any(c.dep_.startswith("nsubj") for c in verb.children)
    marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
    dates = verb.dep_ == "advcl" and own and not marks.isdisjoint(["since", "after", "before"])
    return dates and word.dep_ == "nsubj" and word.head.i == verb.head.i


def of_antecedent(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
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


def of_own_subject(verb: Token, doers: Sequence[Token], read: tuple[Span, ...]) -> tuple[Span, ...]:
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


def hurt_in_fight(fight: Token) -> set[int]:
    """Return the words of those whom the verbs over a fight say to have suffered by it."""
    verb = fight.head
    if fight.dep_ not in {"obl", "obl:agent"} or verb.lemma_.lower() not in _SUFFERED:
        return set()
    verbs = [verb]  # "one was killed and ten were wounded in clashes"
    if verb.dep_ == "conj" and verb.head.lemma_.lower() in _SUFFERED:
        verbs.append(verb.head)
    return {t.i for v in verbs for c in v.children if c.dep_ == "nsubj:pass" for t in c.subtree}


def before_its_noun(participle: Token) -> bool:
    """Say whether a participle only tells what a noun right behind it has suffered."""
    if participle.tag_ != "VBN" or participle.dep_ not in {"amod", "xcomp"}:
        return False
    if participle.i + 1 >= participle.sent.end or any(participle.children):
        return False
    return participle.nbor(1).pos_ in {"NOUN", "PROPN"}


def of_own_clause(verb: Token, doers: tuple[Span, ...]) -> tuple[Span, ...]:
    """Leave out the subject of the clause before a verb with its own: "X urged …; | Y left"."""
    own = {c.i for c in verb.children if c.dep_ == "nsubj" and c.pos_ in {"NOUN", "PROPN"}}
    if verb.dep_ not in {"conj", "parataxis"} or verb.pos_ != "VERB" or not own:
        return doers
    over = {c.i for c in verb.head.children if c.dep_.startswith("nsubj")}
    return tuple(d for d in doers if d.root.i not in over)


def is_reason_given(deed: Token) -> bool:
    """Say whether a deed is why somebody says he acted: "justified its raid by detonating mines".

    What justifies one's own act is another's; the wording is a translation's.
    """
    if deed.dep_ == "acl:relcl" and deed.head.dep_ == "obj":
        deed = deed.head.head  # "by detonating mines | that killed four"
    by = any(c.dep_ == "mark" and c.lower_ == "by" for c in deed.children)
    return by and deed.dep_ == "advcl" and deed.head.lemma_.lower() in {"justify", "motivate"}


def will_answer(word: Token, warning: Token) -> bool:
    """Say whether it is warned of what somebody would do in answer: "warned X would respond"."""
    deed = word.head
    warned = warning.lemma_.lower() in {"warn", "vow", "threaten"} and deed.head.i == warning.i
    answers = deed.dep_ == "ccomp" and deed.lemma_.lower() in _ANSWERING
    return warned and answers and word.dep_ == "nsubj"


def to_be_freed(whom: Token, verb: Token) -> bool:
    """Say whether somebody is only whom a deed that is asked for befalls: "the release of X"."""
    for above in whom.ancestors:
        if above.i == verb.i:
            return False
        if above.lemma_.lower() in _ASKED_FOR and above.pos_ == "NOUN":
            return True
    return False


def is_called_for(verb: Token) -> bool:
    """Say whether who speaks of another's deed calls for it: "said that X must leave"."""
    return any(c.dep_ == "aux" and c.lower_ in _CALLING_FOR for c in verb.children)


def outside_its_object(target: Span, verb: Token) -> bool:
    """Say whether a mere article is pointed at in another clause than a verb's with an object."""
    article = verb.pos_ == "VERB" and all(t.pos_ == "DET" for t in target)
    own = any(c.dep_ == "obj" for c in verb.children)
    return article and own and not verb.is_ancestor(target.root)


def is_elsewhere(phrase: Token, event: Token) -> bool:
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


def _is_beside(noun: Token, kind: str) -> bool:
    """Say whether a deed is only told beside the clause's own: "fled after the attack"."""
    later = bool(prepositions(noun) & AFTER) or noun.head.lemma_.lower() in _LATER
    return (kind in ACTS or not kind) and (later or is_answered(noun))


def _is_within(word: Token, noun: Token) -> bool:
    """Say whether a word stands in a noun's phrase, and in no clause that is joined to it."""
    for above in (word, *word.ancestors):
        if above.i == noun.i:
            return True
        if above.pos_ in VERBS and above.dep_ in {"conj", "parataxis"}:
            return False  # "a day after the coup, Peru's army | arrests | X", read as one phrase
    return False


def beside_noun(doer: Token, noun: Token, kind: str) -> bool:
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


def does_another(word: Token, event: Token) -> bool:
    """Say whether a word names who did another deed to somebody: "to free a judge | held by X"."""
    word = word.head if word.dep_ == "conj" else word
    over = word.head
    agent = word.dep_ == "obl:agent" and "by" in prepositions(word)  # not "taken away from X"
    if not agent or event.pos_ != "VERB" or over.i == event.i:
        return False
    where = over.dep_ == "acl" and over.head.dep_ in {"obl", "nmod"}  # "in land | claimed by X |"
    beside = event.dep_ == "advcl" and event.head.i == over.i  # "shot by | X | as they fled"
    return where or beside or over.head.i == event.i


def is_agreed_upon(word: Token, verb: Token) -> bool:
    """Say whether a word stands in what is agreed or discussed: "agreed that police would go"."""
    while word.i != verb.i and word.dep_ != "ccomp" and word.head.i != word.i:
        word = word.head
    return word.dep_ == "ccomp" and word.head.i == verb.i
