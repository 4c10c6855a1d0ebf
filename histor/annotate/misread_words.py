"""Words whose form or place tells what they are, however they were read."""

from __future__ import annotations

from collections.abc import Iterator

from histor.annotate.lemmas import lemmas_of, tense_of
from histor.annotate.parses import Parse
from histor.verb_tags import TENSED

__all__ = [
    "set_agents",
    "set_agents_before",
    "set_behind_verbs",
    "set_condemned",
    "set_described",
    "set_doings",
    "set_finite_forms",
    "set_handed_over",
    "set_nouns",
    "set_objects",
    "set_parted_names",
    "set_perpetrated",
    "set_presents",
    "set_progressives",
    "set_sayings",
    "set_second_subjects",
    "set_when",
    "set_when_told",
]

#: nouns that are adjectives too: "army launches offensive"
_EITHER = frozenset(["offensive", "counteroffensive", "counter-offensive", "ouster"])
#: where an object stands, however it was read
_GOVERNED = frozenset(["obj", "xcomp", "advmod", "advcl", "dep"])
#: verbs that say how something is, with no object beside it
_DEEMING = frozenset(
    "be become seem appear look sound feel remain stay get go grow turn prove".split()
)
#: verbs of saying by their tags, and how they were read where they were not
_SAYING = {"say": "VBP", "says": "VBZ", "said": "VBD"}
#: verbs whose passive keeps an object: "was given leave", "was elected mayor"
_GIVING = frozenset(
    "give award offer grant deny hand pay send show teach tell ask name call elect appoint make "
    "declare fine sentence allow promise owe charge cost refuse lend sell assign dub guarantee "
    "accord issue lease serve feed leave".split()
)
_BEFORE_NOUNS = frozenset(["DT", "POS", "PRP$"])
_SMALL = frozenset(["mark", "aux", "advmod", "cc", "case", "punct"])
#: prepositions of a place or a time
_WHERE = frozenset(["in", "at", "on", "near", "during", "after", "since"])
#: prepositions behind which no clause begins with a participle of the past
_BEFORE_THINGS = frozenset("of by in with from for amid over against about despite".split())
_WHENS = frozenset(["when", "after", "as", "while"])
#: relations of what stands before a base form: "has retaken", "to retake"
_HELPING = frozenset(["aux", "aux:pass", "mark"])


def set_nouns(parse: Parse) -> None:
    """Make those that read as adjectives behind a verb without object nouns, and its object."""
    for i, word in enumerate(parse.words):
        if parse.xpos[i].startswith("JJ") and _is_doing(parse, i):
            parse.upos[i], parse.xpos[i] = "NOUN", "NN"
        if parse.xpos[i] == "VBG" and (beside := _beside_a_noun(parse, i)) is not None:
            parse.upos[i], parse.xpos[i] = "NOUN", "NN"
            parse.heads[i], parse.deprels[i] = beside, "conj"
            for j in parse.below(i):
                parse.deprels[j] = "nmod" if parse.deprels[j] == "obl" else parse.deprels[j]
        governed = parse.xpos[i] == "JJ" and parse.deprels[i] in _GOVERNED
        if not governed or word.lower() not in _EITHER:
            continue
        verb = parse.heads[i]
        # "found the poster offensive": what is found so is the verb's object or the word's subject
        deemed = any(parse.deprels[j] == "obj" and j != i for j in parse.below(verb))
        deemed = deemed or any(parse.deprels[j] == "nsubj" for j in parse.below(i))
        deeming = not _DEEMING.isdisjoint(lemmas_of(parse.words[verb], "VERB"))
        if verb < i and parse.upos[verb] == "VERB" and not deemed and not deeming:
            parse.upos[i], parse.xpos[i], parse.deprels[i] = "NOUN", "NN", "obj"


def _is_doing(parse: Parse, i: int) -> bool:
    """Say whether a word tells what is done to somebody: "after the | ousting | of X"."""
    within = 0 < i < len(parse.words) - 1
    return (
        within
        and parse.words[i].lower().endswith("ing")
        and parse.xpos[i - 1] in _BEFORE_NOUNS
        and parse.words[i + 1].lower() == "of"
    )


def _beside_a_noun(parse: Parse, i: int) -> int | None:
    """Return the noun to which "and" joins a doing with "of": "the destruction and | killing | of".

    Nothing of what has a subject or a helper, or stands where no phrase is open.
    """
    if not 1 < i < len(parse.words) - 1 or parse.words[i + 1].lower() != "of":
        return None
    before, noun = parse.words[i - 1].lower(), i - 2
    if before not in {"and", "or"} or parse.xpos[noun] != "NN":
        return None
    own = any(parse.deprels[j].startswith(("nsubj", "aux", "obj")) for j in parse.below(i))
    opened = any(parse.deprels[j] in {"det", "case"} for j in parse.below(noun) if j < noun)
    return noun if opened and not own else None


def set_sayings(parse: Parse) -> None:
    """Put verbs of saying above what is said, where they were read as small words of it.

    "Residents say the dam burst" has two subjects, of which the first says that of the second.
    """
    heads, deprels = parse.heads, parse.deprels
    for i, word in enumerate(parse.words):
        if word.lower() not in _SAYING or deprels[i] not in _SMALL:
            continue
        said = heads[i]
        below = parse.below(said)
        subjects = [j for j in below if deprels[j].startswith("nsubj")]
        first = next((j for j in subjects if j < min(i, said)), None)
        if first is None or not any(j > i for j in subjects):
            continue
        root = heads[said] == said
        heads[i], deprels[i] = (i, "root") if root else (heads[said], deprels[said])
        parse.upos[i], parse.xpos[i] = "VERB", _SAYING[word.lower()]
        heads[first] = i
        if said > i:
            heads[said], deprels[said] = i, "ccomp"
            continue
        # "officials, speaking in private, said talks had stalled"
        heads[said], deprels[said] = first, "acl"
        behind = [j for j in below if j > i]
        clause = next((j for j in behind if deprels[j] == "ccomp"), None)
        for j in behind:
            heads[j] = i if clause is None or j == clause else clause


def set_objects(parse: Parse) -> None:
    """Make the second of two subjects, between verb and infinitive, the object: "urged X to"."""
    for to in range(2, len(parse.words) - 1):
        if parse.xpos[to] != "TO" or parse.deprels[parse.heads[to]] != "xcomp":
            continue
        verb = parse.heads[parse.heads[to]]
        if parse.words[to].lower() != "to" or parse.upos[verb] != "VERB":
            continue
        subjects = [i for i in parse.below(verb) if i < to and parse.deprels[i] == "nsubj"]
        if len(subjects) > 1 and subjects[0] < verb < subjects[-1]:
            parse.deprels[subjects[-1]] = "obj"


def set_behind_verbs(parse: Parse) -> None:
    """Make a noun behind its verb its object, where it was read as part of the verb's name."""
    for i, deprel in enumerate(parse.deprels):
        verb = parse.heads[i]
        if deprel == "compound" and verb < i and parse.upos[verb] == "VERB":
            own = any(parse.deprels[j] in {"obj", "aux:pass"} for j in parse.below(verb))
            if parse.upos[i] == "NOUN" and not own:
                parse.deprels[i] = "obj"


def set_handed_over(parse: Parse) -> None:
    """Make what is handed "over" the object, where "over" was read as its preposition."""
    for i, word in enumerate(parse.words):
        verb = i - 1
        if word.lower() != "over" or parse.deprels[i] != "case" or not i:
            continue
        given = parse.heads[i]
        hands = "hand" in lemmas_of(parse.words[verb], "VERB") and parse.upos[verb] == "VERB"
        if hands and parse.heads[given] == verb and parse.deprels[given] == "obl":
            parse.heads[i], parse.deprels[i] = verb, "compound:prt"
            parse.deprels[given] = "obj"


def set_second_subjects(parse: Parse) -> None:
    """Make a passive's subject behind a verb that has its own, and no "was", the verb's object.

    In "the court has freed on bail | two ministers" nobody is freed but the ministers.
    """
    for i, deprel in enumerate(parse.deprels):
        verb = parse.heads[i]
        if deprel != "nsubj:pass" or i < verb:
            continue
        below = parse.below(verb)
        arcs = {parse.deprels[j] for j in below}
        own = [j for j in below if parse.deprels[j].startswith("nsubj") and j < verb]
        if own and arcs.isdisjoint(["aux:pass", "obj", "obl:agent"]):
            parse.deprels[own[0]], parse.deprels[i] = "nsubj", "obj"


def set_parted_names(parse: Parse) -> None:
    """Make the name behind a verb its object, where it was read as part of the subject's.

    "Thirty men shot A. B.": no name begins before its verb and ends behind it.
    """
    for i, subject in enumerate(parse.heads):
        if parse.deprels[i] == "flat" and parse.deprels[subject] == "nmod":
            subject = parse.heads[subject]  # "a group of thirty | men | shot A. B."
        verb = parse.heads[subject]
        parted = parse.deprels[i] == "flat" or _is_apposed_bare(parse, i, verb)
        if not parted or not subject < verb < i or parse.upos[verb] != "VERB":
            continue
        own = any(parse.deprels[j] in {"obj", "ccomp", "aux:pass"} for j in parse.below(verb))
        if parse.deprels[subject] == "nsubj" and not own:
            parse.heads[i], parse.deprels[i] = verb, "obj"


def _is_apposed_bare(parse: Parse, i: int, verb: int) -> bool:
    """Say whether a word is read as an apposition to the subject, with no comma behind the verb."""
    if parse.deprels[i] != "appos" or not verb < i:
        return False
    return all(parse.words[j] not in {",", "–", "—", "-", "("} for j in range(verb + 1, i))


def set_doings(parse: Parse) -> None:
    """Let who stands before a bare form do it to the object behind: "police | arrested | A. B.".

    Only a headline leaves out a passive's "was", and it ends with no full stop.
    """
    for i, deprel in enumerate(parse.deprels):
        verb = parse.heads[i]
        if deprel != "nsubj:pass" or not i < verb or parse.xpos[verb] != "VBN":
            continue
        below = parse.below(verb)
        arcs = {parse.deprels[j] for j in below if j < verb}
        told = any(parse.deprels[j] == "obj" and j > verb for j in below)
        stopped = any(parse.words[j] == "." for j in (*below, *parse.below(parse.heads[verb])))
        given = not _GIVING.isdisjoint(lemmas_of(parse.words[verb], "VERB"))
        if told and stopped and not given and arcs.isdisjoint(["aux", "aux:pass"]):
            parse.deprels[i], parse.xpos[verb] = "nsubj", "VBD"


def set_agents(parse: Parse) -> None:
    """Let nobody do what a passive tells whom no "by" names: "a curfew was imposed in X"."""
    for i, deprel in enumerate(parse.deprels):
        if deprel == "obl:agent":
            cases = {parse.words[j].lower() for j in parse.below(i) if j < i}
            if cases & _WHERE and "by" not in cases:
                parse.deprels[i] = "obl"


def set_agents_before(parse: Parse) -> None:
    """Give who stands behind "by" to the participle before it: "a shell fired by rebels landed"."""
    for i, deprel in enumerate(parse.deprels):
        if deprel != "nsubj" or not i < parse.heads[i]:
            continue
        by = next((j for j in parse.below(i) if parse.words[j].lower() == "by" and j < i), 0)
        if by and parse.deprels[by] == "case" and parse.xpos[by - 1] == "VBN":
            parse.heads[i], parse.deprels[i] = by - 1, "obl:agent"


def set_finite_forms(parse: Parse) -> None:
    """Give forms that are one tense alone its tag, where they read as base forms: "retook".

    So are those that have a subject and read as nouns or numbers: "Nine people | died | on Monday".
    """
    for i, word in enumerate(parse.words):
        misread = parse.upos[i] in {"NOUN", "NUM"}
        if misread and tense_of(word.lower()) == "VBD" and _has_subject(parse, i):
            parse.upos[i], parse.xpos[i] = "VERB", "VBD"
        tag = tense_of(word.lower()) if parse.xpos[i] in {"VB", "VBP"} else ""
        if tag and _HELPING.isdisjoint(parse.deprels[j] for j in parse.below(i) if j < i):
            parse.xpos[i] = tag


def _has_subject(parse: Parse, i: int) -> bool:
    """Say whether a word is told of what stands before it, with no "was" between."""
    below = [(j, parse.deprels[j]) for j in parse.below(i)]
    told = any(j < i and deprel == "nsubj" for j, deprel in below)
    return told and not any(deprel in {"cop", "det", "amod", "case"} for _, deprel in below)


def set_presents(parse: Parse) -> None:
    """Read as a present what has subject and object: "guards hurt as crowd | storms | gate"."""
    for i, word in enumerate(parse.words):
        if parse.upos[i] != "NOUN" or not word.lower().endswith("s"):
            continue
        below = {parse.deprels[j] for j in parse.below(i)}
        if below >= {"nsubj", "obj"} and below.isdisjoint(["cop", "det", "case"]):
            parse.upos[i], parse.xpos[i] = "VERB", "VBZ"


def set_condemned(parse: Parse) -> None:
    """Make what is condemned "in the strongest terms" the verb's object, not a clause on terms.

    "Condemns in the strongest terms the attack made on X" is no attack that the terms made.
    """
    for made, over in enumerate(parse.heads):
        if parse.words[over].lower() != "terms" or not parse.deprels[made].startswith("acl"):
            continue
        verb = parse.heads[over]
        between = [
            i for i in parse.below(made) if over < i < made and parse.deprels[i] in {"obj", "nsubj"}
        ]
        if between and verb < over and parse.upos[verb] == "VERB" and parse.xpos[made] == "VBN":
            noun = between[-1]
            parse.heads[noun], parse.deprels[noun] = verb, "obj"
            parse.heads[made], parse.deprels[made] = noun, "acl"


def set_described(parse: Parse) -> None:
    """Let a participle behind a preposition describe what follows: "the prospect of renewed war".

    It was read as a clause, whose verb governs the noun.
    """
    for i in range(1, len(parse.words)):
        opened = parse.deprels[i - 1] == "mark" and parse.heads[i - 1] == i
        if parse.xpos[i] != "VBN" or not opened or parse.words[i - 1].lower() not in _BEFORE_THINGS:
            continue
        things = [j for j in parse.below(i) if parse.deprels[j] == "obj" and j > i]
        if not things or any(parse.heads[j] != things[0] for j in range(i + 1, things[0])):
            continue
        thing, over = things[0], parse.heads[i]
        named = parse.upos[over] in {"NOUN", "PROPN"} and parse.deprels[i].startswith("acl")
        for j in parse.below(i):
            if j != thing:
                parse.heads[j] = thing
        parse.heads[thing], parse.deprels[thing] = over, "nmod" if named else "obl"
        parse.heads[i], parse.deprels[i] = thing, "amod"
        parse.deprels[i - 1] = "case"


def set_perpetrated(parse: Parse) -> None:
    """Read "perpetrated" behind a deed as its participle: "the attack perpetrated on Friday"."""
    for i in range(1, len(parse.words)):
        if parse.words[i].lower() != "perpetrated" or parse.upos[i] != "NOUN":
            continue
        deed = i - 1
        if parse.heads[deed] != i or parse.upos[deed] != "NOUN":
            continue
        over = parse.heads[i] if parse.heads[i] != i else deed
        parse.heads[deed], parse.deprels[deed] = over, parse.deprels[i]
        for j in parse.below(i):
            if j < deed:
                parse.heads[j] = deed
        parse.heads[i], parse.deprels[i] = deed, "acl"
        parse.upos[i], parse.xpos[i] = "VERB", "VBN"


def set_when(parse: Parse) -> None:
    """Hang a clause with "when" on its verb, where it was read as a part of what the verb met.

    "Ten people were killed | when drones struck a market": no people of a strike.
    """
    for i, deprel in enumerate(parse.deprels):
        part = deprel.startswith(("nmod", "acl"))
        if not part or parse.xpos[i] not in {"VBD", "VBZ", "VBP"}:
            continue
        below = [j for j in parse.below(i) if j < i]
        when = next((j for j in below if parse.words[j].lower() == "when"), None)
        noun, verb = parse.heads[i], parse.heads[parse.heads[i]]
        told = any(parse.deprels[j].startswith("nsubj") for j in below)
        # "the day when it rained" has nothing between
        if when is not None and told and parse.upos[verb] == "VERB" and noun < verb < when:
            parse.heads[i], parse.deprels[i] = verb, "advcl"


def set_when_told(parse: Parse) -> None:
    """Find the verb of a clause with "when" whose noun has two participles behind it.

    "Ten people were killed when floods triggered by rain | swept | through the town".
    """
    for i, word in enumerate(parse.words):
        if word.lower() not in _WHENS or parse.upos[i] == "ADP":
            continue
        noun = next((j for j in _clause(parse, i + 1) if parse.heads[j] < i), None)
        if noun is None or not _stands_bare(parse, noun):
            continue
        told = [j for j in _clause(parse, noun + 1) if parse.deprels[j] == "acl"]
        last = told[-1] if len(told) > 1 and {parse.xpos[j] for j in told} == {"VBN"} else None
        if last is None or parse.words[last + 1 : last + 2] == ["by"]:
            continue
        for j in parse.below(last):
            if parse.deprels[j] == "obl:agent":
                parse.deprels[j] = "obl"
        parse.xpos[last] = "VBD"
        parse.heads[last], parse.deprels[last] = parse.heads[noun], "advcl"
        parse.heads[noun], parse.deprels[noun] = last, "nsubj"
        parse.heads[i], parse.deprels[i] = last, "advmod"


def _clause(parse: Parse, start: int) -> Iterator[int]:
    """Yield the words up to the next mark or verb with a tense."""
    for j in range(start, len(parse.words)):
        if parse.upos[j] == "PUNCT" or parse.xpos[j] in TENSED | {"MD"}:
            return
        yield j


def _stands_bare(parse: Parse, noun: int) -> bool:
    """Say whether a noun hangs on a verb, and no preposition stands before it."""
    near = parse.deprels[noun].startswith(("nsubj", "obl", "obj"))
    bare = not any(parse.deprels[j] == "case" and j < noun for j in parse.below(noun))
    return near and bare and parse.upos[parse.heads[noun]] == "VERB"


def set_progressives(parse: Parse) -> None:
    """Read "had been funding" as what its subject did: no participle of the past ends so."""
    for i, deprel in enumerate(parse.deprels):
        verb = parse.heads[i]
        if deprel != "aux:pass" or not parse.words[verb].lower().endswith("ing") or verb < i:
            continue
        parse.deprels[i], parse.upos[verb], parse.xpos[verb] = "aux", "VERB", "VBG"
        for j in parse.below(verb):
            if parse.deprels[j] == "nsubj:pass":
                parse.deprels[j] = "nsubj"
