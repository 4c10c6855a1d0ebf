"""What "it" and "they" stand for among those who take part in an event."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span, Token

from histor.extract.antecedents import names_party
from histor.extract.events.party_phrases import BODIES, phrase_of
from histor.extract.events.telling_above import speaker_of
from histor.extract.names.affiliations import party_words
from histor.extract.names.reach import reach_of
from histor.extract.tokens import prepositions

__all__ = ["all_meant", "meant"]

#: how a clause is tied that goes on about the same people
_BESIDE = frozenset("as while when after before once until".split())
#: helpers of what a speaker will do, or has done
_OWN = frozenset(["will", "would", "has", "had"])
#: where a page's chains are kept by their words
_CHAINS = "histor chains by word"


def meant(span: Span) -> Span:
    """Return the phrase that "it" or "they" stands for: of its chain, else who says the sentence.

    Whom "he" means is judged with the names of the whole page.
    """
    pronoun = span.root
    if pronoun.lower_ in {"he", "she"} and (himself := _speaks_of_himself(pronoun)) is not None:
        return phrase_of(himself)
    if pronoun.lower_ not in {"it", "they", "them"}:
        return span
    first = _said_before(pronoun)
    if first is not None:
        return meant(first.doc[first.i : first.i + 1])
    if (beside := _of_main_clause(pronoun)) is not None:
        return phrase_of(beside)
    speaker = speaker_of(pronoun.head) if pronoun.dep_ == "nsubj" else None
    speaker = _before_which(speaker) if speaker is not None else None
    if speaker is not None and _is_quoted_apart(pronoun, speaker):
        return span
    if speaker is not None and _may_say(speaker, pronoun):
        return phrase_of(speaker)
    chain = _chain_at(pronoun)
    low = reach_of(pronoun, [m.start for m in chain]) if chain else 0
    chain = [m for m in chain if low <= m.start < pronoun.sent.end]
    naming = [m for m in chain if m.root.pos_ in {"PROPN", "NOUN"} and m.root.ent_type_ != "PERSON"]
    if pronoun.lower_ != "it":  # nobody is freed who was found dead
        naming = [m for m in naming if m.root.lemma_.lower() not in {"body", "corpse", "remains"}]
    if pronoun.lower_ == "it":  # no aide is "it"
        naming = [m for m in naming if not _is_person(m.root)]
    before = [m for m in naming if m.end <= pronoun.i]
    about = _told_of_before(pronoun)
    if about is not None and not (before and before[-1].start >= pronoun.sent.start):
        return phrase_of(about)
    if naming:
        chosen = before[-1] if before else naming[0]
        return pronoun.doc[chosen.start : chosen.end]
    if speaker is None or not (_is_body(speaker) or speaker.lower_ == pronoun.lower_):
        return span  # whom she calls "they" is not she
    return phrase_of(speaker)


def _speaks_of_himself(pronoun: Token) -> Token | None:
    """Return who says what he will do or has done himself: "N said | he | would not resign".

    Nobody where the page's chains name another in the sentence.
    """
    speaker = speaker_of(pronoun.head) if pronoun.dep_ == "nsubj" else None
    if speaker is None or speaker.i > pronoun.i or speaker.tag_ not in {"NN", "NNP"}:
        return None
    if not (speaker.ent_type_ == "PERSON" or (not speaker.ent_type_ and _is_person(speaker))):
        return None
    if not any(c.dep_ == "aux" and c.lower_ in _OWN for c in pronoun.head.children):
        return None
    named = [m for m in _chain_at(pronoun) if m.root.pos_ in {"PROPN", "NOUN"}]
    here = [m for m in named if pronoun.sent.start <= m.start < pronoun.sent.end]
    return None if any(not m.start <= speaker.i < m.end for m in here) else speaker


def all_meant(span: Span) -> tuple[Span, ...]:
    """Return the phrases that a pronoun stands for: "they" in "X and Y said they would"."""
    first = meant(span)
    if span.root.lower_ not in {"they", "them"} or first.root.i == span.root.i:
        return (first,)
    joined = (c for c in first.root.children if c.dep_ == "conj" and c.ent_type_)
    return (first, *(phrase_of(c) for c in joined))


def _before_which(speaker: Token) -> Token:
    """Return the noun before a relative pronoun that says it: "the police, | which | denied"."""
    if speaker.tag_ != "WDT" or speaker.i - 1 < speaker.sent.start:
        return speaker
    before = speaker.nbor(-1)
    before = before.nbor(-1) if before.text == "," and before.i > speaker.sent.start else before
    return before if before.pos_ in {"NOUN", "PROPN"} else speaker


def _is_quoted_apart(pronoun: Token, speaker: Token) -> bool:
    """Say whether a pronoun stands in a quotation that ends before its speaker is named.

    In "“They will refuse,” A. B. said" they are others: of himself he says "we".
    """
    between = pronoun.doc[pronoun.i : max(pronoun.i, speaker.i)]
    return any(t.text in {"”", '"', "»", "''"} for t in between)


def _said_before(pronoun: Token) -> Token | None:
    """Return the same pronoun as subject of the clause that a clause is joined to.

    "On 2 May it threatened a strike; on 5 May it …".
    """
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ not in {"conj", "parataxis"}:
        return None
    over = (c for c in verb.head.children if c.dep_ == "nsubj" and c.i < pronoun.i)
    return next((c for c in over if c.lower_ == pronoun.lower_), None)


def _of_main_clause(pronoun: Token) -> Token | None:
    """Return the subject of the clause beside a pronoun's: "raiders were shot as they fled"."""
    verb = pronoun.head
    if pronoun.dep_ != "nsubj" or verb.dep_ != "advcl" or verb.head.i > pronoun.i:
        return None
    if not any(c.lower_ in _BESIDE for c in verb.children if c.dep_ in {"mark", "advmod"}):
        return None
    over = (c for c in verb.head.children if c.dep_.startswith("nsubj") and c.i < pronoun.i)
    many = pronoun.lower_ == "they"
    return next((s for s in over if (s.tag_ == "NNS" if many else _may_say(s, pronoun))), None)


def _told_of_before(pronoun: Token) -> Token | None:
    """Return whom the sentence before is about, if a sentence goes on about it by a pronoun.

    Its subject, and no name that stands nearer (centering: Grosz, Joshi and Weinstein 1995):
    people that "they" can be, a body or country that "it" can be.
    """
    sentence = pronoun.sent
    if sentence.start == 0 or pronoun.dep_ != "nsubj" or pronoun.head.i != sentence.root.i:
        return None
    before = pronoun.doc[sentence.start - 1].sent.root
    subject = next((c for c in before.children if c.dep_ == "nsubj"), None)
    if subject is None or subject.ent_type_ == "PERSON":
        return None
    crowd = pronoun.lower_ == "they" and _are_people(subject)
    if not subject.ent_type_ and subject.lemma_.lower() not in BODIES and not crowd:
        return None
    return subject if crowd or _may_say(subject, pronoun) else None


def _are_people(noun: Token) -> bool:
    """Say whether a plural or a number names people: "thousands of students", "farmers"."""
    if noun.tag_ != "NNS" or noun.ent_type_:
        return False
    of = (c for c in noun.children if c.dep_ == "nmod" and "of" in prepositions(c))
    return any(t.tag_ == "NNS" and t.lemma_.lower() in party_words() for t in (noun, *of))


def _chain_at(word: Token) -> Sequence[Span]:
    """Return the first chain of reference that a word is in; found once for all words of a page."""
    doc = word.doc
    chains = doc._.chains
    kept = doc.user_data.get(_CHAINS)
    if kept is None or kept[0] is not chains:
        at: dict[int, Sequence[Span]] = {}
        for chain in chains:
            for mention in chain:
                for i in range(mention.start, mention.end):
                    at.setdefault(i, chain)
        kept = doc.user_data[_CHAINS] = (chains, at)
    found: Sequence[Span] = kept[1].get(word.i, ())
    return found


def _may_say(speaker: Token, pronoun: Token) -> bool:
    """Say whether "it" or "they" can be who speaks of it: "the agency said it had sent"."""
    if speaker.tag_ in {"PRP", "WP", "WDT"} or not names_party(speaker):
        return False
    joined = any(c.dep_ == "conj" for c in speaker.children)
    if speaker.ent_type_ == "ORG" and speaker.tag_ == "NNPS" and not joined:
        return True  # "Orle Airlines said it had stopped flights"
    many = speaker.tag_ in {"NNS", "NNPS"} or joined
    return (pronoun.lower_ != "it") if many else (pronoun.lower_ == "it" and _is_body(speaker))


def _is_body(speaker: Token) -> bool:
    return speaker.ent_type_ in {"ORG", "PLACE"} or speaker.lemma_.lower() in BODIES


def _is_person(noun: Token) -> bool:
    """Say whether a common noun names a person, and no body."""
    lemma = noun.lemma_.lower()
    return not noun.ent_type_ and lemma in party_words() and lemma not in BODIES
