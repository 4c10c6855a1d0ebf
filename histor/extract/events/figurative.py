"""Words of harm and of disaster said of words, money and sickness: "a flood of complaints".

A word names no event where what is hit, what it is made of or what describes it cannot be hurt: a
minister is bombarded with questions, a bill is killed, a currency crashes, a war is one of prices.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from histor.extract.lexicon_files import lexicon_tables
from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = ["figurative_words", "is_figurative"]

_CALLING = frozenset("call describe label brand term dub deem denounce declare consider".split())
#: what one does to somebody who attacked, or who said something
_ANSWERING = frozenset(["shoot", "fire", "hit", "strike"])
_AIMED = frozenset(["at", "on", "with"])
_AGAINST = frozenset(["on", "against", "with", "over"])
#: above which a number is no year
_LATEST_YEAR = 2100
#: of what there are explosions and waves, which tell it themselves
_DONE_BY_CROWDS = frozenset(["violence", "unrest", "dissent"])
#: ways, to a thing as to a place
_COURSES = frozenset(["road", "path", "way"])
#: what is trampled on in words
_INSTITUTIONS = frozenset(
    "judiciary right dignity sovereignty rule value court institution will memory honour "
    "honor".split()
)
#: what rallies on a market
_TRADED = frozenset("oil gold crude copper wheat bond shares futures silver".split())
#: what feelings do, how much of them there is, and those that are no noise
_GRIPPING = frozenset("seize grip overcome torture haunt strike overwhelm capture kill".split())
_MUCH = frozenset("wave swell surge sense fit feeling burst bout".split())
_FEELINGS = frozenset(
    "fear panic doubt guilt patriotism nostalgia despair desire longing remorse sorrow curiosity "
    "jealousy envy hope pride shame wonder".split()
)
#: who strikes back with arms
_FORCES = frozenset(
    "police troop soldier army force rebel militia jet warplane navy gunman".split()
)


@cache
def figurative_words(name: str) -> frozenset[str]:
    """Return the lemmas of one list of ``figurative.toml``; none for a name that it lacks."""
    return frozenset(
        lemma
        for _, tables in lexicon_tables("figurative.toml")
        for lists in tables.values()
        for lemma in lists.get(name, ())
    )


def is_figurative(word: Token) -> bool:
    """Say whether a word of harm or disaster is a figure of speech where it stands."""
    if word.pos_ == "NOUN":
        return _of_no_force(word) or _is_name_given(word)
    if word.pos_ != "VERB":
        return False
    if _by_feeling(word):
        return True
    return _on_ideas(word) or _answers(word) or _with_words(word) or _of_value(word)


def _counts(number: Token) -> bool:
    """Say whether a number counts, and is no day or year: "of 9,000", "of May 11", "of 2011"."""
    if number.pos_ != "NUM":
        return False
    digits = number.text.replace(",", "")
    return not digits.isdigit() or "," in number.text or int(digits) > _LATEST_YEAR


def _of_no_force(noun: Token) -> bool:
    """Say whether a noun of harm is one of words or of money: "a storm of protest"."""
    lemma = noun.lemma_.lower()
    force, fight = lemma in figurative_words("forces"), lemma in figurative_words("fights")
    falling = lemma in figurative_words("falling")
    if not (force or fight or falling):
        return False
    of = {c.lemma_.lower() for c in noun.children if c.dep_ == "nmod" and "of" in prepositions(c)}
    said = figurative_words("words")
    if (force and of & (said | _DONE_BY_CROWDS | figurative_words("feelings"))) or (
        fight and of & said
    ):
        return True
    numbers = any(_counts(c) and "of" in prepositions(c) for c in noun.children)
    if force and (numbers or of & party_words()):  # "a flood of refugees", "of 9,000"
        return True
    beside = {c.lemma_.lower() for c in noun.children if c.dep_ in {"amod", "compound"}}
    if beside & figurative_words("bloodless") and (force or fight):
        return True
    if lemma == "war" and beside & figurative_words("ills"):  # "the drug war"
        return True
    if falling and (of | beside) & figurative_words("values"):
        return True
    against = (c for c in noun.children if c.dep_ == "nmod" and prepositions(c) & _AGAINST)
    nobody = figurative_words("ills") | figurative_words("ideas")
    return fight and any(c.lemma_.lower() in nobody for c in against)


def _is_name_given(noun: Token) -> bool:
    """Say whether a noun is only what something is called: "called the trial a war"."""
    verb = noun.head
    if verb.lemma_.lower() not in _CALLING or noun.dep_ not in {"xcomp", "obj"}:
        return False
    return any(c.dep_ == "obj" and c.i < noun.i and c.pos_ != "PRON" for c in verb.children)


def _on_ideas(verb: Token) -> bool:
    """Say whether what a verb harms is an idea, an ill or a film: "killed the bill"."""
    lemma = verb.lemma_.lower()
    what = {c.lemma_.lower() for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}}
    if lemma == "block" and what & _COURSES:  # "blocked the path to a fair vote"
        ways = (c for c in verb.children if c.lemma_.lower() in _COURSES)
        return any("to" in prepositions(c) and not c.ent_type_ for w in ways for c in w.children)
    told = any(c.dep_.startswith("nsubj") for c in verb.children)
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and not told:  # "footage | shot by a drone"
        what.add(verb.head.lemma_.lower())
    if lemma == "trample":  # "trampling on the courts"
        under = {c.lemma_.lower() for c in verb.children if "on" in prepositions(c)}
        return bool((what | under) & (figurative_words("ideas") | _INSTITUTIONS))
    if lemma in {"shoot", "fire"} and what & (figurative_words("made") | figurative_words("words")):
        return True
    if lemma in figurative_words("fights") and what & figurative_words("ills"):
        return True
    return lemma in figurative_words("undoing") and bool(what & figurative_words("ideas"))


def _answers(verb: Token) -> bool:
    """Say whether somebody only speaks or leaves: "shot back that", "stormed out"."""
    lemma = verb.lemma_.lower()
    small = {c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod", "case"}}
    if lemma == "storm":
        return bool(small & {"out", "off"})
    if lemma not in _ANSWERING or "back" not in small:
        return False
    arcs = {c.dep_: c for c in verb.children}
    if lemma == "strike" and "nsubj" in arcs and arcs["nsubj"].lemma_.lower() in _FORCES:
        return False  # "police struck back"
    if lemma == "hit" and "nsubj" in arcs and arcs["nsubj"].ent_type_ == "PERSON":
        return True  # "the mayor hit back at critics"
    aimed = any(prepositions(c) & _AIMED for c in verb.children)
    return not aimed and not any(c.dep_ == "obj" for c in verb.children)


def _by_feeling(verb: Token) -> bool:
    """Say whether a feeling, and nobody, takes hold of somebody: "seized by a wave of anger"."""
    if verb.lemma_.lower() not in _GRIPPING:
        return False
    by = [c for c in verb.children if c.dep_ == "obl:agent" or "by" in prepositions(c)]
    by += [c for b in by if b.lemma_.lower() in _MUCH for c in b.children if c.dep_ == "nmod"]
    return any(b.lemma_.lower() in figurative_words("feelings") | _FEELINGS for b in by)


def _with_words(verb: Token) -> bool:
    """Say whether words alone are thrown at somebody: "was bombarded with questions"."""
    if verb.lemma_.lower() not in figurative_words("hurling"):
        return False
    said = figurative_words("words")
    return any("with" in prepositions(c) and c.lemma_.lower() in said for c in verb.children)


def _of_value(verb: Token) -> bool:
    """Say whether what fell or burst is a price, a quarrel or the like."""
    lemma = verb.lemma_.lower()
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_.startswith("nsubj")}
    if lemma == "rally":
        return bool(subjects & (figurative_words("values") | _TRADED))
    if lemma in figurative_words("falling"):
        return bool(subjects & figurative_words("values"))
    bursting = lemma in figurative_words("bursting")
    return bursting and bool(
        subjects & (figurative_words("quarrels") | figurative_words("feelings"))
    )
