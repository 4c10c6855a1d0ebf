"""What stands beside a verb and tells its deed: "was put in liberty", "flew to X for talks"."""

from __future__ import annotations

from spacy.tokens import Token

from histor.extract.names.affiliations import party_words
from histor.extract.tokens import prepositions

__all__ = [
    "goes_to_talk",
    "is_called_to_day",
    "is_detained",
    "is_flown_in",
    "is_led_out",
    "is_liberty",
    "is_penalty",
    "is_spoken_to",
    "is_summons",
    "keeps_from_talks",
    "leaves_talks",
    "receives_guest",
    "suspends_member",
]

#: what is called for a day
_SUMMONED = frozenset("strike walkout boycott election vote referendum meeting session".split())
#: to what courts condemn people
_PENALTIES = frozenset("year month day life death prison jail imprisonment term".split())
#: what one goes somewhere for
_TO_TALK = frozenset(
    "mediate meet discuss negotiate talk confer defuse broker resolve persuade consult convince "
    "urge attend".split()
)
_TALKS = frozenset("talk talks meeting summit negotiation consultation mediation visit".split())
#: verbs of coming to talks, and how the talks are tied to those that do not govern them
_COMING = frozenset("attend join resume return take participate go come".split())
_TO_TALKS = {verb: frozenset(["to"]) for verb in ("return", "go", "come")}
_BORDERS = frozenset(["border", "frontier"])
#: who comes to be received, and words of those who send them
_GUESTS = frozenset(
    "ambassador envoy delegation mission emissary mediator commissioner minister president premier "
    "chancellor king emir secretary-general counterpart chairperson representative".split()
)


#: those, beside guests, to whom one speaks for one's own side
_HEARD = _GUESTS | frozenset("secretary leader chief head general commander official".split())
#: who may lock people up, and for what, beside the people held
_KEEPERS = frozenset(
    "police authority army officer official military government prosecutor court force junta "
    "soldier regime militia intelligence".split()
)
_SUSPECTED = frozenset("suspect accuse charge convict want".split())
#: what one pulls out of
_PARLEYS = frozenset("talk talks negotiation dialogue".split())


def is_spoken_to(phrase: Token) -> bool:
    """Say whether somebody speaks with a country or its leader: "spoke to the premier"."""
    if phrase.i < phrase.head.i:
        return False
    if phrase.ent_type_ in {"PERSON", "PLACE"} and "with" in prepositions(phrase):
        return True
    title = any(
        t.lemma_.lower() in _HEARD
        for t in (phrase, *(c for c in phrase.children if c.dep_ in {"nmod:desc", "compound"}))
    )
    return title and bool(prepositions(phrase) & {"with", "to"})


def is_detained(verb: Token) -> bool:
    """Say whether the police hold people: "soldiers are holding three students"."""
    held = [c for c in verb.children if c.dep_ == "obj"]
    if not any(h.ent_type_ == "PERSON" or h.lemma_.lower() in party_words() for h in held):
        return False
    keepers = any(
        c.lemma_.lower() in _KEEPERS for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}
    )
    return keepers or any(
        c.dep_ == "acl" and c.lemma_.lower() in _SUSPECTED for h in held for c in h.children
    )


def leaves_talks(verb: Token) -> bool:
    """Say whether somebody breaks off talks: "walked out of the negotiations"."""
    out = any(c.dep_ == "compound:prt" and c.lower_ == "out" for c in verb.children)
    return any(
        (prepositions(c) & {"of", "from"} or (out and c.dep_ == "obj"))
        and not _PARLEYS.isdisjoint([c.lemma_.lower(), c.lower_])
        for c in verb.children
    )


def keeps_from_talks(verb: Token) -> bool:
    """Say whether what a verb tells is to come to talks: "return to | the talks |"."""
    lemma = verb.lemma_.lower()
    if lemma not in _COMING:
        return False
    part = lemma != "take" or any(c.lower_ == "part" for c in verb.children)
    near = [c for c in verb.children if c.dep_ in {"obj", "obl", "nmod"}]
    near += [g for c in near if c.lower_ == "part" for g in c.children]
    tied = _TO_TALKS.get(lemma, frozenset(["in"]))
    return part and any(
        not (_TALKS | {"conference"}).isdisjoint([c.lemma_.lower(), c.lower_])
        and (c.dep_ == "obj" or bool(prepositions(c) & tied))
        for c in near
    )


def is_penalty(phrase: Token) -> bool:
    """Say whether a phrase tells to what a court condemns somebody: "to three years"."""
    return (
        phrase.dep_ in {"obl", "nmod"}
        and "to" in prepositions(phrase)
        and phrase.lemma_.lower() in _PENALTIES
    )


def goes_to_talk(verb: Token) -> bool:
    """Say whether somebody travels to a place for talks: "flew to Lima to mediate"."""
    if any(c.dep_ == "obj" for c in verb.children):
        return False
    to = {"in", "at"} if verb.lemma_.lower() == "arrive" else {"to", "for", "into"}
    where = any(
        c.dep_ == "obl" and prepositions(c) & to and c.ent_type_ == "PLACE" for c in verb.children
    )
    what_for = [c for c in verb.children if c.dep_ in {"advcl", "xcomp"} and c.tag_ == "VB"]
    what_for += [c for w in what_for for c in w.children if c.dep_ == "xcomp" and c.tag_ == "VB"]
    talks = any(w.lemma_.lower() in _TO_TALK for w in what_for)
    talks = talks or any(
        c.dep_ == "obl" and "for" in prepositions(c) and t.lemma_.lower() in _TALKS
        for c in verb.children
        for t in (c, *(g for g in c.children if g.dep_ == "nmod"))
    )  # "for two weeks of talks"
    return where and talks


def is_summons(call: Token) -> bool:
    """Say whether something is called for a day: "called a strike for Monday"."""
    return any(
        c.dep_ in {"obj", "obl"} and not prepositions(c) and c.lemma_.lower() in _SUMMONED
        for c in call.children
    )


def is_called_to_day(call: Token) -> bool:
    """Say whether "for" tells to when something was called: "elections called for 3 March"."""
    doc, after = call.doc, call.i + 1
    if not call.sent.start < call.i < call.sent.end - 2 or doc[after].lower_ != "for":
        return False
    held = call.nbor(-1).lemma_.lower() in _SUMMONED | {"poll"}
    return held and any(t.start <= after + 1 < t.end for t in doc.spans.get("times", ()))


def is_liberty(phrase: Token) -> bool:
    """Say whether a phrase tells that somebody is freed: "was put in liberty"."""
    return phrase.lemma_.lower() == "liberty" and bool(prepositions(phrase) & {"at", "in"})


def is_led_out(verb: Token) -> bool:
    """Say whether people are brought out of a country: "were escorted to the border"."""
    who = (c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"})
    people = any(w.lemma_.lower() in party_words() or w.pos_ == "NUM" for w in who)
    return people and any(
        c.dep_ == "obl" and c.lemma_.lower() in _BORDERS and prepositions(c) & {"to", "across"}
        for c in verb.children
    )


def is_flown_in(phrase: Token) -> bool:
    """Say whether what is brought in is read as a place: "flew | in a field hospital"."""
    small = [c.i for c in phrase.children if c.dep_ == "case" and c.lower_ == "in"]
    return phrase.dep_ == "obl" and small == [phrase.head.i + 1] and phrase.head.lemma_ == "fly"


def receives_guest(verb: Token) -> bool:
    """Say whether somebody is received for talks: "received the ambassador of Peru"."""
    hosts = [c for c in verb.children if c.dep_ in {"nsubj", "obl:agent"}]
    guests = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    if not any(
        t.ent_type_ == "PERSON" or t.lemma_.lower() in party_words()
        for h in hosts
        for t in (h, *(c for c in h.children if c.dep_ in {"appos", "nmod"}))
    ):  # "the head of state"
        return False
    return any(
        g.lemma_.lower() in _GUESTS
        or (
            g.ent_type_ == "PERSON"
            and any(c.dep_ == "nmod:desc" and c.lemma_.lower() in _GUESTS for c in g.children)
        )
        for g in guests
    )


def suspends_member(verb: Token) -> bool:
    """Say whether a state is shut out of a body: "the bloc suspended Peru"."""
    who = [c for c in verb.children if c.dep_ in {"obj", "nsubj:pass"}]
    return any(w.ent_type_ == "PLACE" and w.pos_ == "PROPN" for w in who)
