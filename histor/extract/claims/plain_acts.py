"""What somebody does by what he only "says": deny, accuse, condemn, warn, promise, foretell.

"Said" asserts whatever is said; the words themselves tell more. "Our men did not fire", "Y's troops
had shelled its post", "it will not sign" and "they will refuse" deny, accuse, promise and foretell
(Searle 1975). What is merely told of others, of a count or of a day fixed for something is no more
than told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from histor.extract.claims.hearsay import is_hearsay
from histor.extract.claims.own_side import Side
from histor.extract.claims.said_acts import said_untrue
from histor.extract.lexicons import sayings
from histor.extract.tokens import FINITE, NEGATIONS, VERBS, prepositions
from histor.records import ClaimAct

__all__ = ["plain_act"]

_SUBJECTS = ("nsubj", "expl", "csubj")
_NONE = frozenset(["no", "nobody", "none", "neither", "nothing"])
_STOPS = frozenset([".", "!", "?", ";", ":"])
_IF = frozenset(["if", "unless", "whether", "should"])
_WILL = frozenset(["will", "'ll", "’ll", "would", "wo", "'d", "’d"])
_MODALS = _WILL | {"could", "may", "might", "must", "should", "can", "shall"}
#: what one lays on an enemy, and denies to have done
_HOSTILE = frozenset(
    "attack assault beat shoot fire shell bomb bombard strike raid ambush storm invade kill murder "
    "execute massacre rape torture abduct kidnap behead burn loot plunder poison assassinate "
    "target hit violate break breach provoke start begin plant lay sabotage arm recruit besiege "
    "occupy seize deport expel harass open launch enter cross infiltrate use".split()
)
#: of these, verbs that are hostile with such an object alone
_WITH_OBJECT = {
    "open": frozenset(["fire"]),
    "launch": frozenset(
        "attack assault offensive incursion raid strike missile rocket drone invasion war "
        "operation bomb shell mortar grenade".split()
    ),
    "violate": frozenset("ceasefire truce border airspace agreement deal accord territory".split()),
    "break": frozenset("ceasefire truce agreement deal accord promise".split()),
    "breach": frozenset("ceasefire truce agreement deal accord border".split()),
    "start": frozenset("war fight fighting clash attack conflict fire shooting".split()),
    "begin": frozenset("war fight fighting clash attack conflict fire shooting".split()),
    "plant": frozenset("mine bomb explosive landmine".split()),
    "lay": frozenset("mine landmine".split()),
    "use": frozenset("weapon munition bomb gas firearm gun shield force explosive".split()),
    "hit": frozenset("hospital school village home house civilian market church mosque".split()),
}
#: and those that are not of a side's own denials only
_ENTERING = frozenset(["enter", "cross", "infiltrate", "arm", "recruit", "be", "set"])
_DENIED = frozenset(["enter", "cross", "arm", "recruit", "use"])
#: who sends such people has a part in what they do
_SENDING = frozenset("send order plan organise organize finance fund direct mastermind arm".split())
_SENT = frozenset(
    "gang gunman gunmen attacker assailant terrorist mercenary saboteur militant killer drone "
    "missile rocket bomber raider attack assault bombing raid killing massacre murder".split()
)
#: who does not go where he was not
_ARMED = frozenset("soldier troop fighter policeman officer aircraft plane drone man tank".split())
#: crimes of which it is said that there were none
_CRIMES = frozenset("rape torture execute abuse massacre behead mutilate harm mistreat".split())
_USING, _FORCE = frozenset(["use", "fire", "employ"]), frozenset("force round bullet gas".split())
_PART = frozenset("part role hand involvement responsibility share connection".split())
_HAVING = frozenset(["have", "play", "take", "bear"])
_INVOLVED = frozenset(["involved", "responsible", "behind", "complicit"])
_WRONG = frozenset(
    "unacceptable intolerable inexcusable unjustified unjustifiable shameful disgraceful "
    "outrageous irresponsible reckless cowardly barbaric despicable appalling abhorrent heinous "
    "inhuman inhumane unforgivable indefensible".split()
)
_WRONGS = frozenset("disgrace outrage atrocity barbarism barbarity crime cowardice".split())
#: what a deed of another is called by whom it was done to
_AGGRESSION = frozenset(["aggression", "provocation", "invasion"])
_POINTING = frozenset(["this", "that", "these", "those", "it", "they"])
#: where a thing lies
_PLACES = frozenset(["in", "on", "off", "at", "near", "under", "beneath", "along", "between"])
_INVENTING = frozenset(["invent", "fabricate", "concoct"])
#: dangers, and how they are near
_DANGERS = frozenset(
    "war conflict explosion famine catastrophe disaster collapse massacre bloodbath attack "
    "offensive invasion epidemic genocide chaos coup crisis flood eruption bloodshed".split()
)
_LOOMING = frozenset(["loom", "brew"])
_BRINK = frozenset(["brink", "verge", "edge"])
#: what bodies and people commit themselves to do
_COMMITTED = frozenset(
    "send expel withdraw release free pay provide deploy pause suspend halt stop respond "
    "retaliate investigate open reopen close lay sign join attend recognise recognize negotiate "
    "restore resume appeal sue fight defend resign leave step return support back vote boycott "
    "cooperate surrender evacuate set hold impose lift ban arrest prosecute punish extend "
    "observe honour honor respect continue cease retreat accept allow rebuild pull hand deliver "
    "break challenge scrap drop form rebuild repeal revoke disband dissolve cede".split()
)
_TAKING = frozenset(
    "part back over action step measure revenge control responsibility legal".split()
)
#: what fate or another's will brings, of which one can only say that it will come
_FATED = frozenset(
    "refuse reject attack invade fail lose win collapse fall escalate spread worsen starve die "
    "suffer strike resist retaliate resume erupt flee return drown intensify".split()
)
#: of these, what may be fixed for a day
_FIXED = frozenset(["resume", "return"])
_FIGHTS = frozenset(
    "war fighting conflict violence clash battle unrest hostility shelling rebel".split()
)
_EXPECTING = frozenset(["expect", "fear", "foresee", "anticipate", "doubt"])
_SURE = frozenset(
    "confident certain sure convinced optimistic pessimistic hopeful afraid doubtful".split()
)
#: how the guilty go free or not, in so many words behind the verb
_AWAY, _NEAR = frozenset(["away", "unpunished", "unanswered"]), 5
_HOLDING, _JUSTICE = frozenset(["bring", "hold"]), frozenset(["justice", "accountable"])
#: by which nobody commits himself
_PERSONAL = frozenset(["i", "we", "he", "she", "they", "it"])
_FIRST = frozenset(["i", "we"])


@dataclass(frozen=True, slots=True)
class _Clause:
    """One main clause of what is said."""

    head: Token
    subject: Token | None
    helpers: frozenset[str]
    negated: bool

    @property
    def lemma(self) -> str:
        return self.head.lemma_.lower()

    @property
    def of_being(self) -> bool:
        return any(c.dep_ == "cop" for c in self.head.children)

    @property
    def passive(self) -> bool:
        done_to = any(c.dep_ == "aux:pass" for c in self.head.children)
        return done_to or (self.subject is not None and self.subject.dep_.endswith("pass"))

    @property
    def ahead(self) -> bool:
        return bool(self.helpers & _WILL)

    @property
    def told(self) -> bool:
        """Whether it tells what is or was, and not what may be."""
        return not (self.helpers & _MODALS)


def plain_act(content: Span, cue: Span | None, side: Side, *, quoted: bool) -> ClaimAct | None:
    """Return the act of what is said by its own words; none if they only tell.

    Args:
        content: what is said.
        cue: the words of saying, which only assert.
        side: of who says it.
        quoted: whether it is in his own words, where "we" and "our" are his.
    """
    if cue is not None and is_hearsay(cue):
        return None
    clauses = list(_clauses(content))
    first = next((t for t in content if t.is_alpha), None)
    if first is None or first.lower_ in _IF or first.tag_ in {"WRB", "WP", "WDT"}:
        return None
    if any(_denies(c, side, quoted=quoted) for c in clauses) or (
        quoted and any(said_untrue(s.text) for s in _sentences(content))
    ):
        return "deny"
    if any(_accuses(c, side, quoted=quoted) for c in clauses) or (
        side.takes_part and any(_reveals(s, side, quoted=quoted) for s in _sentences(content))
    ):
        return "accuse"
    if any(_condemns(c) for c in clauses):
        return "condemn"
    if any(_warns(c) for c in clauses):
        return "warn"
    if clauses and _promises(clauses[0], side, quoted=quoted):
        return "promise"
    if not side.watches and any(map(_vows_justice, clauses)):
        return "promise"
    if any(_foretells(c, side, quoted=quoted) for c in clauses):
        return "predict"
    return None


def _sentences(content: Span) -> Iterator[Span]:
    """Yield the sentences of what is said, no word of them outside it."""
    start = content.start
    for token in content:
        last = token.i + 1 == content.end
        if not (last or token.text in _STOPS or token.is_sent_end):
            continue
        while start < token.i and content.doc[start].is_quote:
            start += 1
        yield content.doc[start : token.i + 1]
        start = token.i + 1


def _clauses(content: Span) -> Iterator[_Clause]:
    """Yield the main clauses of what is said, and those joined to them."""
    heads: dict[int, _Clause] = {}
    for token in content:
        outside = not content.start <= token.head.i < content.end or token.head == token
        above = heads.get(token.head.i)
        joined = above is not None and token.dep_ in {"conj", "parataxis"} and token != above.head
        verb = token.pos_ in VERBS or any(c.dep_ == "cop" for c in token.children)
        if not verb or not (outside or joined or _is_broken(token)):
            continue
        if any(c.dep_ == "mark" and c.lower_ in _IF for c in token.children):
            continue
        own = _subject(token, content)
        subject = own if own is not None else above.subject if above is not None else None
        helpers = {c.lower_ for c in token.children if c.dep_.startswith("aux") and c.i < token.i}
        if own is None and above is not None and not helpers and token.tag_ in {"VB", "VBN"}:
            helpers = set(above.helpers)
        negated = any(c.lower_ in NEGATIONS for c in token.children) or _is_none(subject)
        deed = next((c for c in token.children if c.dep_ == "xcomp" and c.i > token.i), None)
        if token.lower_ == "going" and deed is not None:  # "is going to leave"
            yield _Clause(deed, subject, frozenset(["will"]), negated)
            continue
        clause = _Clause(token, subject, frozenset(helpers), negated)
        heads[token.i] = clause
        if token.lemma_.lower() in sayings() and any(c.dep_ == "ccomp" for c in token.children):
            continue  # what another says
        yield clause


def _is_broken(verb: Token) -> bool:
    """Say whether a tree hangs a clause on a noun in it: "had [opened] fire on our posts"."""
    return verb.dep_ == "amod" and any(c.dep_.startswith("nsubj") for c in verb.children)


def _subject(verb: Token, content: Span) -> Token | None:
    """Return the subject of a clause; where the tree has lost it, the one before its verb."""
    own = [c for c in verb.children if c.dep_.startswith(_SUBJECTS) and c in content]
    own = [c for c in own if not any(t.text in _STOPS for t in verb.doc[c.i : verb.i])]
    if own:
        return min(own, key=lambda c: (c.dep_.startswith("expl"), c.i > verb.i, abs(c.i - verb.i)))
    for i in range(verb.i - 1, content.start - 1, -1):
        token = verb.doc[i]
        if token.dep_.startswith("nsubj"):
            return None if token.tag_ in {"WP", "WDT"} else token
        if token.text in _STOPS or token.dep_ in {"mark", "cc", "cop"} or token.pos_ == "VERB":
            return None
    return None


def _is_none(subject: Token | None) -> bool:
    """Say whether a subject says that there was none: "no soldier", "not a single shot"."""
    if subject is None:
        return False
    first = [t.lower_ for t in subject.doc[subject.left_edge.i : subject.i + 1]][:2]
    return first[0] in _NONE or (first[0] == "not" and first[1:] in (["a"], ["one"]))


def _phrase(word: Token) -> Span:
    """Return a noun with what stands before it and "of X" behind, and no clause."""
    end = word.right_edge.i + 1
    cut = [c.left_edge.i for c in word.children if c.dep_.startswith(("acl", "appos"))]
    return word.doc[word.left_edge.i : min([end, *(i for i in cut if i > word.i)])]


def _agent(verb: Token) -> Token | None:
    """Return who did what a passive verb tells: not whose shelling it was, "shelling by N"."""
    agent = next((c for c in verb.children if c.i > verb.i and "by" in prepositions(c)), None)
    beside = agent is not None and agent.doc[agent.left_edge.i - 1].pos_ == "NOUN"
    return None if beside else agent


def _is_hostile(verb: Token) -> bool:
    """Say whether a verb tells a hostile deed, by itself or with its object."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or lemma not in _HOSTILE or lemma in _ENTERING:
        return False
    needed = _WITH_OBJECT.get(lemma)
    if needed is None:
        return True
    objects = (c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"})
    return any(c.lemma_.lower() in needed for c in objects)


def _denies(clause: _Clause, side: Side, *, quoted: bool) -> bool:
    """Say whether a clause clears who speaks, or says that another lies."""
    verb, subject = clause.head, clause.subject
    if subject is None or not clause.told:
        return False
    named = subject.pos_ in {"PROPN", "PRON", "NOUN"}
    if clause.lemma == "lie" and verb.tag_ in {"VBG", "VBZ", "VBP"} and not clause.negated:
        behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
        plain = behind.pos_ != "ADP" or behind.lower_ in {"to", "about"}
        plain = plain and not any(prepositions(c) & _PLACES for c in verb.children)
        return named and plain and (quoted or side.takes_part)
    if clause.lemma in _INVENTING and not clause.negated:
        objects = [c for c in verb.children if c.dep_ == "obj"]
        return any(c.lower_ in {"it", "this", "that", "them"} for c in objects)
    if clause.negated and clause.passive and _is_crime(clause.lemma, subject):
        return True  # "no prisoner was tortured in the fort", "no live rounds were used"
    own = side.is_own(_phrase(subject), quoted=quoted)
    if _has_no_part(clause):
        return own
    if not clause.negated:
        return False
    if clause.passive:
        agent = _agent(verb)
        return agent is not None and _hurts(verb) and side.is_own(_phrase(agent), quoted=quoted)
    if not own or verb.tag_ == "VBG":
        return False
    armed = _is_none(subject) and subject.lemma_.lower() in _ARMED
    if clause.of_being or clause.lemma == "be":
        return armed or verb.lower_ in _INVOLVED
    return _hurts(verb) or (armed and clause.lemma in _ENTERING)


def _is_crime(lemma: str, done_to: Token) -> bool:
    forced = lemma in _USING and done_to.lemma_.lower() in _FORCE
    return lemma in _CRIMES or forced


def _hurts(verb: Token) -> bool:
    return _is_hostile(verb) or verb.lemma_.lower() in _DENIED


def _has_no_part(clause: _Clause) -> bool:
    """Say whether somebody has nothing to do with a thing: "had no part in it"."""
    if clause.lemma not in _HAVING:
        return False
    for child in clause.head.children:
        if child.dep_ != "obj":
            continue
        if child.lower_ == "nothing" and "to do with" in child.doc[child.i : child.i + 4].text:
            return True
        none = clause.negated or any(c.lower_ == "no" for c in child.children)
        if child.lemma_.lower() in _PART and none:
            return True
    return False


def _accuses(clause: _Clause, side: Side, *, quoted: bool) -> bool:
    """Say whether a clause lays a hostile deed on somebody of another side."""
    if clause.negated or not clause.told or not side.takes_part:
        return False
    verb, subject = clause.head, clause.subject
    if clause.of_being:
        if subject is not None and _is_aggression(clause):
            return side.is_other(_phrase(subject), quoted=quoted)
        return _names_doer(clause, side, quoted=quoted)
    if subject is None or verb.pos_ != "VERB":
        return False
    if clause.passive:
        agent = _agent(verb)
        counted = any(c.dep_ == "nummod" for c in subject.children)  # a toll, not a charge
        if agent is None or counted or not side.is_other(_phrase(agent), quoted=quoted):
            return False
        sent = clause.lemma in _SENDING and subject.lemma_.lower() in _SENT
        return sent or (_is_hostile(verb) and clause.lemma != "hit")
    if not (_is_hostile(verb) and side.is_other(_phrase(subject), quoted=quoted)):
        return False
    if clause.lemma in {"violate", "break", "breach", "start", "begin", "provoke"}:
        return True
    behind = [c for c in verb.children if c.i > verb.i]
    if any(c.lower_ == "first" and c.dep_ == "advmod" for c in behind):
        return True
    struck = [c for c in behind if c.dep_ in {"obj", "obl"}]
    struck += [verb.head] if _is_broken(verb) else []
    struck += [d for c in struck for d in c.children if d.dep_ == "nmod"]
    return any(side.is_own(_phrase(c), quoted=quoted) for c in struck if c.i > verb.i)


def _names_doer(clause: _Clause, side: Side, *, quoted: bool) -> bool:
    """Say whether somebody is named who did it: "it was X's men who fired"."""
    head, subject = clause.head, clause.subject
    if subject is None or subject.lower_ != "it":
        return False
    below = ("acl:relcl", "ccomp")  # "it was the army and its allies | who fired"
    deeds = [t for t in head.subtree if t.dep_.startswith(below) and t.i > head.i]
    hostile = any(_is_hostile(c) or c.lemma_.lower() in {"attack", "fire"} for c in deeds)
    being = max((c.i + 1 for c in head.children if c.dep_ == "cop"), default=head.i)
    named = head.doc[min(being, head.i) : _phrase(head).end]
    return hostile and side.is_other(named, quoted=quoted)


def _reveals(sentence: Span, side: Side, *, quoted: bool) -> bool:
    """Say whether somebody is named behind who did it: "the man who planned the raid is N"."""
    being = next((t for t in sentence if t.dep_ == "cop" and t.tag_ in FINITE), None)
    if being is None or being.i + 1 >= sentence.end:
        return False
    before = sentence.doc[sentence.start : being.i]
    who = next((t for t in before if t.lower_ == "who"), None)
    if who is None or sentence.doc[who.i - 1].pos_ not in {"NOUN", "PRON"}:
        return False
    deeds = [t for t in before if t.i > who.i and t.pos_ == "VERB"]
    did = any(t.lemma_.lower() in _SENDING or _is_hostile(t) for t in deeds)
    behind = sentence.doc[being.i + 1 : sentence.end]
    return did and deeds[0].nbor(-1).lower_ != "not" and side.is_other(behind, quoted=quoted)


def _is_aggression(clause: _Clause) -> bool:
    """Say whether a deed is called one of war: "was an act of aggression"."""
    named = {clause.lemma, *(c.lemma_.lower() for c in clause.head.children)}
    article = any(c.lower_ in {"a", "an"} for c in clause.head.children)
    return article and (clause.lemma in _AGGRESSION or {"act", "aggression"} <= named)


def _condemns(clause: _Clause) -> bool:
    """Say whether a clause calls a deed wrong: "these raids are unacceptable"."""
    subject, head = clause.subject, clause.head
    if subject is None or clause.negated or not clause.told or not clause.of_being:
        return False
    words = {head.lower_, *(c.lower_ for c in head.children if c.dep_ == "conj")}
    if words & _WRONG:
        return True
    if _is_aggression(clause):
        return True
    lemmas = {head.lemma_.lower(), *(c.lemma_.lower() for c in head.children if c.dep_ == "conj")}
    return subject.lower_ in _POINTING and bool(lemmas & _WRONGS)


def _warns(clause: _Clause) -> bool:
    """Say whether a clause tells of a danger that is near: "a famine is looming"."""
    subject, head = clause.subject, clause.head
    if clause.negated or subject is None:
        return False
    danger = subject.lemma_.lower() in _DANGERS
    if clause.lemma in _LOOMING and head.tag_ in {"VBG", "VBZ", "VBP"}:
        return danger
    if head.lower_ == "imminent":
        return danger
    near = head if head.lemma_.lower() in _BRINK else None
    near = near or next((c for c in head.children if c.lemma_.lower() in _BRINK), None)
    return near is not None and any(c.lemma_.lower() in _DANGERS for c in near.children)


def _promises(clause: _Clause, side: Side, *, quoted: bool) -> bool:
    """Say whether somebody says what he or his side will do or not do."""
    verb, subject = clause.head, clause.subject
    if subject is None or not clause.ahead or verb.pos_ != "VERB" or clause.passive:
        return False
    if any(c.dep_ == "advcl" and any(m.lower_ in _IF for m in c.children) for c in verb.children):
        return False
    if "have" in clause.helpers or _is_none(subject) or not _is_deed(verb):
        return False
    if quoted and subject.lower_ in _PERSONAL:
        return subject.lower_ in _FIRST
    return not side.watches and side.is_own(_phrase(subject), quoted=quoted)


def _vows_justice(clause: _Clause) -> bool:
    """Say whether nobody is to go free: "nobody will get away", "it will not go unpunished"."""
    verb = clause.head
    if not clause.ahead:
        return False
    behind = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + _NEAR]}
    if clause.negated and clause.lemma in {"get", "go"}:
        return not behind.isdisjoint(_AWAY)
    return clause.passive and (
        clause.lemma == "punish" or (clause.lemma in _HOLDING and not behind.isdisjoint(_JUSTICE))
    )


def _is_deed(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in {"take", "make"}:
        return any(
            c.lemma_.lower() in _TAKING for c in verb.children if c.i > verb.i and c.dep_ != "nsubj"
        )
    return lemma in _COMMITTED


def _foretells(clause: _Clause, side: Side, *, quoted: bool) -> bool:
    """Say whether a clause tells what others will do, or that somebody expects it."""
    verb, subject = clause.head, clause.subject
    if subject is None:
        return False
    if clause.of_being and clause.told and verb.lower_ in {"likely", "unlikely"}:
        return any(c.dep_ in {"xcomp", "ccomp", "csubj"} for c in verb.children)
    if clause.passive and clause.lemma == "expect" and clause.told:  # "is expected to resign"
        now = any(c.dep_ == "aux:pass" and c.tag_ in {"VBZ", "VBP"} for c in verb.children)
        return now and any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children)
    personal = subject.lower_ in _PERSONAL
    below = [c for c in verb.children if c.dep_ in {"ccomp", "xcomp", "obj", "csubj"}]
    if personal and below and clause.told:
        if clause.lemma in _EXPECTING and verb.tag_ in FINITE:
            return True
        if verb.lower_ in _SURE and clause.of_being:
            return any(_is_ahead(c) for c in below)
    if not clause.ahead or "have" in clause.helpers:
        return False
    there = clause.lemma == "be" and any(c.lower_ == "there" for c in verb.children)
    if quoted and there and clause.negated:
        return True  # "there will be no ship in port"
    if clause.negated or clause.lemma not in _FATED:
        return False
    if any(t.ent_type_ in {"DATE", "TIME"} for t in verb.subtree) and clause.lemma in _FIXED:
        return False
    if clause.lemma in _FIXED:
        return subject.lemma_.lower() in _FIGHTS
    if personal:
        return quoted and subject.lower_ in {"they", "he", "she"}
    return not side.is_own(_phrase(subject), quoted=quoted)


def _is_ahead(verb: Token) -> bool:
    return any(c.lower_ in _WILL for c in verb.children if c.dep_.startswith("aux"))
