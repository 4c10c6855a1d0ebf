"""What the phrases around the noun of a deed say: whose it is, and whom it befell."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.antecedents import case_of, names_party
from histor.extract.names.affiliations import demonyms

__all__ = [
    "BEFALLING",
    "FORCES",
    "SUFFERED_BY_OWNER",
    "answers_with",
    "as_noun",
    "befallen_by",
    "befallen_place",
    "by_all",
    "done_of",
    "givers",
    "is_blast",
    "is_of_owner",
    "named_as",
    "owner_of",
    "owns_deed",
    "possessors",
    "tells_whom",
]

#: nouns of which the phrase with "of" tells whom it befell
BEFALLING = frozenset(
    "killing murder assassination shelling bombing bombardment destruction arrest detention "
    "abduction kidnapping invasion occupation capture seizure siege massacre slaughter execution "
    "torture rape expulsion deportation condemnation criticism recognition release assault attack "
    "ambush persecution eviction rescue support endorsement denunciation shooting stabbing "
    "genocide extermination poisoning beating annexation blockade sentencing conviction "
    "imprisonment cleansing storming raid hijacking bombardments recapture displacement "
    "evacuation praise rejection fall "
    "takeover closure closing shutdown overthrow toppling ouster ousting removal slaying lynching "
    "dismissal sacking jailing beheading demolition burning impeachment indictment prosecution "
    "disappearance hanging".split()
)
#: of these, what is of those who make it, where they are armed
_MADE_OF = frozenset(["attack", "assault", "raid", "ambush"])
#: what a place's name stands before where it was: "the Belma blast"
_BLASTS = frozenset(["blast", "explosion", "blaze", "crash", "accident"])
#: of these the owner is whom it befell: "her arrest", "the mayor's killing"
SUFFERED_BY_OWNER = frozenset(
    "killing murder assassination slaying arrest detention abduction kidnapping execution rape "
    "expulsion deportation release shooting stabbing poisoning beating sentencing conviction "
    "imprisonment eviction rescue death torture persecution slaughter lynching ouster defeat "
    "capture recapture fall siege overthrow toppling ousting removal dismissal sacking jailing "
    "beheading impeachment indictment prosecution disappearance hanging".split()
)
#: bodies that stand before a noun for what they did ("police firing")
FORCES = frozenset(
    "police army military rebel militant insurgent government militia gang jihadist separatist "
    "guerrilla mob navy cartel regime junta coalition paramilitary gunman terrorist".split()
)
#: verbs of answering, of which the phrase with "with" tells by what deed
_ANSWERING = frozenset("respond retaliate reply answer react counter hit".split())
#: houses that are attacked, and attack nobody
_HOUSES = frozenset(
    "embassy consulate hotel church mosque market school airport station tower mall bank "
    "theatre theater office hospital stadium".split()
)


def as_noun(gerund: Token) -> bool:
    """Say whether a verb's form is a noun by its article: "after | the killing | of a miner".

    Likewise by its owner, where it has no object: "since A. B.'s ousting".
    """
    if gerund.tag_ != "VBG":
        return False
    if any(c.dep_ == "det" and c.i < gerund.i for c in gerund.children):
        return True
    arcs = {c.dep_ for c in gerund.children}
    return bool(possessors(gerund)) and arcs.isdisjoint(["obj", "ccomp", "xcomp", "aux"])


def owns_deed(word: Token) -> bool:
    """Say whether a name with its mark does the deed it stands before: "Lima's operation"."""
    return (
        word.dep_ == "nmod:poss"
        and bool(word.ent_type_)
        and (word.head.lemma_.lower() not in BEFALLING or bool(_befalls(word.head)))
        and any(m.tag_ == "POS" for m in word.children)
    )


def possessors(noun: Token) -> list[Token]:
    """Return whose it is: a pronoun, or a name with its mark."""
    # "X's deployment of police was halted": the tree may take X for the verb's own
    found = [c for c in noun.children if c.dep_ in {"nmod:poss", "nsubj"} and not _is_day(c)]
    return [c for c in found if c.tag_ == "PRP$" or any(m.tag_ == "POS" for m in c.children)]


def _is_day(word: Token) -> bool:
    """Say whether a word tells a day, whose no deed is: "Thursday's strikes"."""
    return any(t.start <= word.i < t.end for t in word.doc.spans.get("times", ()))


def named_as(noun: Token) -> str:
    """Return the base form of a noun; a gerund's is itself: "the killing of the envoy"."""
    return noun.lower_ if as_noun(noun) else noun.lemma_.lower()


def by_all(noun: Token) -> list[Token]:
    """Return who did all the deeds that are named together: "killings and abductions by X"."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    waiting, last = [first], noun
    while waiting:
        word = waiting.pop()
        last = word if word.i > last.i else last
        waiting += [c for c in word.children if c.dep_ == "conj" and c.pos_ == "NOUN"]
    return [c for c in last.children if c.dep_ == "nmod" and case_of(c) == "by"]


def answers_with(noun: Token) -> bool:
    """Say whether somebody answers with a deed: "responded with air strikes on X"."""
    answer = noun.dep_ == "obl" and noun.head.lemma_.lower() in _ANSWERING
    return answer and case_of(noun) == "with"


def givers(noun: Token) -> list[Token]:
    """Return from whom somebody receives what a noun names: "received a loan from X"."""
    near = (*noun.children, *noun.head.children)
    given = [c for c in near if c.dep_ in {"nmod", "obl"} and case_of(c) == "from"]
    return given or [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]


def owner_of(noun: Token) -> list[Token]:
    """Return whose a noun says that it is: "the support of X", "X's support"."""
    of = [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of"]
    return [*of, *possessors(noun)]


def is_of_owner(noun: Token) -> bool:
    """Say whether a deed befell whose it is said to be: "her arrest", "her sexual assault"."""
    sexual = any(c.lower_ == "sexual" for c in noun.children) and noun.lemma_.lower() == "assault"
    if sexual or (named_as(noun) in BEFALLING and _has_doer_behind(noun)):
        return True  # "X's invasion by Y"
    # "X's killing of A. B."
    return named_as(noun) in SUFFERED_BY_OWNER and not _befalls(noun)


def _has_doer_behind(noun: Token) -> bool:
    """Say whether a phrase with "by" behind a deed tells who did it."""
    by = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "by")
    return any(names_party(c) for c in by) and not _befalls(noun)


def _befalls(noun: Token) -> list[Token]:
    """Return the party of which a deed is said to be."""
    return [c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of" and names_party(c)]


def is_blast(noun: Token) -> bool:
    """Say whether a noun names what goes off, and a place before it where: "the Lima blast"."""
    return noun.lemma_.lower() in _BLASTS


def done_of(doer: Token, noun: Token) -> bool:
    """Say whether a phrase with "of" tells who made an attack: "the attacks of the rebels"."""
    if noun.lemma_.lower() not in _MADE_OF or doer.dep_ != "nmod" or case_of(doer) != "of":
        return False
    return doer.ent_type_ in {"ORG", "GROUP"} or doer.lemma_.lower() in FORCES


def tells_whom(noun: Token) -> bool:
    """Say whether a noun's own phrase can only tell whom it befell: "the killing of A. B."."""
    if is_of_owner(noun) and possessors(noun):
        return True
    if named_as(noun) not in SUFFERED_BY_OWNER:
        return False
    return any(c.dep_ == "nmod" and case_of(c) == "of" and names_party(c) for c in noun.children)


def befallen_by(noun: Token) -> list[Token]:
    """Return whom the phrase with "of" says that a noun's deed befell: "the massacre of N"."""
    if named_as(noun) not in BEFALLING:
        return []
    of = (c for c in noun.children if c.dep_ == "nmod" and case_of(c) == "of")
    return [c for c in of if not done_of(c, noun)]


def befallen_place(word: Token, noun: Token) -> bool:
    """Say whether a place's name before a noun tells what was attacked: "the Gdansk bombing"."""
    house = word.lemma_.lower() in _HOUSES or noun.lemma_.lower() in _BLASTS
    return (
        word.dep_ == "compound"
        and (word.ent_type_ == "PLACE" or (house and bool(word.ent_type_)))
        and word.pos_ == "PROPN"
        and word.lower_ not in demonyms()
        and noun.lemma_.lower() in BEFALLING | _BLASTS
    )
