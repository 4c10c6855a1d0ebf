"""Passives: whom a verb's form has undergo what it tells, however the tree reads it."""

from __future__ import annotations

from spacy.tokens import Token

__all__ = [
    "ACCUSING",
    "is_free_participle",
    "is_headline_passive",
    "is_in_headline",
    "is_learnt",
    "is_main",
    "is_passive",
    "is_reduced",
    "subjects_before",
]

#: verbs of coming to know what befell somebody
_LEARNING = frozenset("report confirm fear believe presume find think know".split())
#: verbs of charges
ACCUSING = frozenset(
    ["accuse", "suspect", "convict", "acquit", "charge", "condemn", "blame", "sentence", "indict"]
)
#: verbs that nobody does but to somebody, and words behind them where they are suffered
_BLAMING = ACCUSING | frozenset(
    "criticize criticise slam lambast denounce rebuke arrest detain jail imprison expel oust fire "
    "sack kidnap abduct".split()
)
#: verbs whose object is given to their subject in the passive
_GIVING = frozenset(
    "give send offer deny award grant pay tell teach show sell hand lend owe promise refuse ask "
    "call name deem dub make bring leave find".split()
)
#: verbs that nobody does but to somebody, whose past tense and participle are one
_FATAL = frozenset("shoot stab kill murder execute behead lynch hang wound injure fine".split())
#: forms that are no past tense, whatever the tagger says
_PARTICIPLES = frozenset("flown taken given driven shown seen beaten thrown stolen torn".split())


def is_passive(verb: Token) -> bool:
    """Say whether a verb's form tells what somebody undergoes, by the tree or in spite of it."""
    if any(c.dep_ in {"nsubj:pass", "aux:pass"} for c in verb.children) or is_reduced(verb):
        return True
    if is_learnt(verb) or _is_done_by(verb):
        return True
    if any(c.dep_ == "nsubj" for c in verb.children):
        return is_headline_passive(verb)
    joined = verb.dep_ == "conj" and is_passive(verb.head)
    if verb.dep_ in {"conj", "advcl"} and verb.lower_ in _PARTICIPLES and is_passive(verb.head):
        return not any(c.dep_ in {"obj", "aux"} for c in verb.children)  # "was freed and | flown"
    if joined and _is_shot_dead(verb):
        return True
    if is_in_headline(verb):
        return True
    if is_main(verb):
        return False
    below = verb.dep_ in {"acl", "amod"}
    if (
        verb.tag_ == "VBD" and below
    ):  # no noun governs a past tense: "soldiers wounded in Orle were"
        return not any(c.dep_ == "obj" for c in verb.children)
    return is_free_participle(verb) or (verb.tag_ == "VBN" and (below or joined))


def is_in_headline(verb: Token) -> bool:
    """Say whether a participle behind a headline's noun is suffered: "two among ten | killed |"."""
    told = verb.dep_ == "parataxis" and verb.head.pos_ == "NOUN" and verb.head.i < verb.i
    plain = verb.tag_ == "VBN" and verb.lemma_.lower() in _FATAL
    own = {"nsubj", "aux", "ccomp", "xcomp", "obj", "iobj"}
    return told and plain and not any(c.dep_ in own for c in verb.children)


def _is_shot_dead(verb: Token) -> bool:
    """Say whether a past tense without an object is suffered: "was abducted and | shot dead |"."""
    own = {"nsubj", "aux", "ccomp", "xcomp", "obj", "iobj"}
    plain = verb.tag_ == "VBD" and verb.lemma_.lower() in _FATAL
    return plain and not any(
        c.dep_ in own and c.lower_ != "dead" and c.tag_ != "$" for c in verb.children
    )


def _is_done_by(verb: Token) -> bool:
    """Say whether a participle has its doer behind "by": "returned money | stolen by N |"."""
    # "the deal, signed by N, …"
    aside = verb.tag_ in {"VBN", "VBD"} and verb.dep_ in {"advcl", "acl"}
    if not aside and (verb.tag_ != "VBN" or verb.dep_ != "xcomp"):
        return False
    arcs = {c.dep_ for c in verb.children}
    agents = (c for c in verb.children if c.dep_ == "obl:agent")
    by = any(g.lower_ == "by" for c in agents for g in c.children)
    return by and arcs.isdisjoint(["obj", "aux", "nsubj"])


def is_main(verb: Token) -> bool:
    """Say whether a sentence's verb is read as a participle on its subject.

    "Supporters of A. B. | blocked roads": what somebody suffers has no object, but of verbs of
    giving.
    """
    people = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or people.dep_ != "root":
        return False
    if people.pos_ not in {"NOUN", "PROPN"} or people.i > verb.i or verb.lemma_.lower() in _GIVING:
        return False
    arcs = {c.dep_ for c in verb.children}
    return "obj" in arcs and arcs.isdisjoint(["aux", "aux:pass", "nsubj", "obl:agent", "mark"])


def is_learnt(verb: Token) -> bool:
    """Say whether a participle tells what is known to have befallen somebody: "found killed"."""
    known = verb.tag_ == "VBN" and verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _LEARNING
    return known and not any(c.dep_ in {"obj", "aux", "mark"} for c in verb.children)


def is_headline_passive(verb: Token) -> bool:
    """Say whether a headline leaves out the "was": "Minister criticised for his trip"."""
    bare = verb.lemma_.lower() in _BLAMING and verb.tag_ in {"VBD", "VBN"}
    own = {"obj", "iobj", "ccomp", "aux", "compound:prt"}
    if not bare or any(c.dep_ in own for c in verb.children) or verb.i + 1 >= len(verb.doc):
        return False
    return verb.nbor(1).lower_ in {"for", "over", "of", "by"}


def is_reduced(verb: Token) -> bool:
    """Say whether a participle behind a subject is read as a second: "nurses | abducted in X were".

    No subject is a past tense.
    """
    if verb.dep_ not in {"nsubj", "nsubj:pass"} or verb.tag_ not in {"VBN", "VBD"}:
        return False
    alone = not any(c.dep_ in {"obj", "ccomp", "xcomp", "det"} for c in verb.children)
    # "miners rioted, police sources said", read as two subjects
    told = any(c.dep_ == "nsubj" and verb.i < c.i < verb.head.i for c in verb.head.children)
    return alone and not told and bool(subjects_before(verb))


def subjects_before(verb: Token) -> list[Token]:
    """Return the subject that stands before a participle read as another of the same clause."""
    near = [*verb.head.children, *verb.children]
    subjects = [c for c in near if c.dep_.startswith("nsubj") and c.i < verb.i]
    return subjects[-1:]


def is_free_participle(verb: Token) -> bool:
    """Say whether a participle tells what befell the subject over it: "if convicted, he …"."""
    read_so = verb.tag_ == "VBN" or (verb.tag_ == "VBD" and verb.lemma_.lower() in ACCUSING)
    if verb.dep_ != "advcl" or not read_so:
        return False
    return not any(c.dep_ in {"obj", "aux", "ccomp", "xcomp"} for c in verb.children)
