"""Rulers put out of power, officials dismissed, and those who step down themselves.

"The removal of the king", "fired three judges", "was driven from power", "gave up power". The
words are of general knowledge; the types are those of the PLOVER manual, 2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from histor.extract.tokens import prepositions

__all__ = ["put_out_type"]

#: who rules, and who holds an office of a state or an army
_RULERS = frozenset(
    "president government regime king queen emir sultan leader ruler dictator autocrat strongman "
    "premier monarch shah tsar junta head cabinet chancellor despot tyrant".split()
)
_OFFICIALS = _RULERS | frozenset(
    "minister governor general commander chief officer official judge prosecutor ambassador mayor "
    "director chairman editor adviser advisor spokesman spokeswoman envoy aide colonel deputy "
    "manager boss commissioner sheriff attorney secretary coach brother son nephew uncle".split()
)
_TOPPLING = frozenset("removal ousting ouster toppling unseating overthrow".split())
_SACKING = frozenset("dismissal sacking firing".split())
_DISMISSING = frozenset("fire sack dismiss".split())
#: verbs of making somebody leave, and what he leaves by force, and by order
_DRIVING = frozenset("remove drive force push throw sweep hound boot chase eject".split())
_RULE = frozenset("power throne presidency palace".split())
_POSTS = frozenset("office post position job duty cabinet command".split())
_BY_FORCE = frozenset("forcibly violently militarily forcefully".split())
#: verbs of sending people back, who are deported where it is by force
_SENDING_BACK = frozenset(["return", "repatriate"])
_SOLDIERS = frozenset("army military soldier general troop junta coup revolt uprising".split())
_AWAY = frozenset(["from", "out", "of", "off"])
#: verbs of leaving an office, with their particles, and what is left
_LEAVING = frozenset(
    "give+up relinquish cede leave hand+over abandon renounce surrender quit".split()
)
_LEAVERS = frozenset(v.partition("+")[0] for v in _LEAVING)
_LEFT = frozenset("power presidency throne".split())
_STEPPING = frozenset(["down", "aside"])
#: from what people step down who hold no office
_STEPS = frozenset(
    "plane aircraft bus train car stage podium platform ladder stair kerb curb truck pedestal "
    "coach carriage helicopter rostrum".split()
)
#: verbs under which stepping down is what somebody wants, and no more
_MAKING = frozenset("force compel oblige prompt lead cause".split())
_OBJECTS = frozenset(["obj", "nsubj:pass"])


def put_out_type(word: Token) -> str | None:
    """Return the type of a word that tells how somebody loses power or an office; else none."""
    lemma = word.lemma_.lower()
    if word.pos_ == "NOUN" or (lemma in {"oust", "topple"} and word.tag_ == "VBG"):
        return _of_noun(word, word.lower_)
    if word.pos_ != "VERB":
        return None
    if lemma in _DISMISSING:
        return "SANCTION" if any(map(_holds_office, _put_out(word))) else None
    if lemma == "step":
        return "RETREAT" if _steps_down(word) else None
    if lemma in _SENDING_BACK and any(c.lower_ in _BY_FORCE for c in word.children):
        return "COERCE" if any(c.dep_ in _OBJECTS for c in word.children) else None
    if lemma in _DRIVING and (kind := _driven_type(word)) is not None:
        return kind
    return "RETREAT" if lemma in _LEAVERS and _leaves_power(word, lemma) else None


def _of_noun(noun: Token, form: str) -> str | None:
    if form not in _TOPPLING and form not in _SACKING:
        return None
    whose = [c for c in noun.children if c.dep_ in {"nmod", "nmod:poss", "compound", "obj", "obl"}]
    from_what = [c for c in whose if "from" in prepositions(c)]
    if any(c.lemma_.lower() in _RULE for c in from_what):
        return "COERCE"
    whose = [c for c in whose if c.dep_ == "nmod:poss" or prepositions(c) <= {"of"}]
    if form in _SACKING:
        return "SANCTION" if any(map(_holds_office, whose)) else None
    return "COERCE" if any(map(_rules, whose)) else None


def _put_out(verb: Token) -> Iterator[Token]:
    """Yield whom a verb is done to: "fired | three of the judges", "X's brother, | A. B.,"."""
    for found in verb.children:
        misread = found.dep_ == "obl" and found.i > verb.i and not prepositions(found)
        if found.dep_ not in _OBJECTS and not misread:
            continue
        yield found
        yield from (c for c in found.children if c.dep_ in {"appos", "flat"})
        if found.pos_ == "NUM":
            near = (*found.children, *verb.children)
            yield from (c for c in near if c.dep_ in {"nmod", "obl"} and "of" in prepositions(c))


def _rules(word: Token) -> bool:
    return _is_one_of(word, _RULERS)


def _holds_office(word: Token) -> bool:
    return _is_one_of(word, _OFFICIALS)


def _is_one_of(word: Token, titles: frozenset[str]) -> bool:
    """Say whether a word names a person, or bears a title: "the king", "President A. B."."""
    before = [c for c in word.children if c.dep_ in {"nmod:desc", "compound"}]
    return word.ent_type_ == "PERSON" or any(
        t.lemma_.lower() in titles or t.lower_ in titles for t in (word, *before)
    )


def _driven_type(verb: Token) -> str | None:
    """Return the type of making somebody leave: by force, or from a post; none if it is neither."""
    whom = list(_put_out(verb))
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN":
        whom.append(verb.head)
    if not whom:
        return None
    left = [c.lemma_.lower() for c in verb.children if _AWAY & prepositions(c)]
    if not _RULE.isdisjoint(left):
        return "COERCE"
    if not _POSTS.isdisjoint(left) and any(map(_holds_office, whom)):
        return "SANCTION"
    forced = any(
        c.lower_ in _BY_FORCE
        or (c.dep_ in {"obl:agent", "nsubj"} and c.lemma_.lower() in _SOLDIERS)
        for c in verb.children
    )
    if forced and any(w.tag_ == "WP" for w in whom):
        return "COERCE"  # "who was removed by the army"
    return "COERCE" if forced and any(map(_rules, whom)) else None


def _leaves_power(verb: Token, lemma: str) -> bool:
    """Say whether somebody gives up power: "hand over power", no "power to the town"."""
    small = [c.lower_ for c in verb.children if c.dep_ in {"compound:prt", "advmod"}]
    if _LEAVING.isdisjoint([lemma, *(f"{lemma}+{p}" for p in small)]):
        return False
    left = [c for c in verb.children if c.dep_ == "obj"]
    return any(c.lemma_.lower() in _LEFT for c in left)


def _steps_down(verb: Token) -> bool:
    """Say whether somebody leaves his office, by his will or not: no plea that he do."""
    if not any(c.lower_ in _STEPPING for c in verb.children):
        return False
    if any("from" in prepositions(c) and c.lemma_.lower() in _STEPS for c in verb.children):
        return False
    if verb.tag_ != "VB" or any(c.dep_ == "aux" and c.lower_ != "to" for c in verb.children):
        return True
    return verb.head.lemma_.lower() in _MAKING and verb.head.tag_ != "VB"
