"""The entities that take part in an event, and the place where it is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from spacy.tokens import Doc, Span, Token

from histor.extract.antecedents import names_party
from histor.extract.claims.closing_cues import closing_speaker
from histor.extract.events.armed_men import armed, is_of_command
from histor.extract.events.as_people import are_people
from histor.extract.events.elsewhere import of_a_part, over_another
from histor.extract.events.event_words import names_event
from histor.extract.events.no_event_party import BORDERS, in_dateline
from histor.extract.events.nouns_of_deeds import befallen_place, is_blast
from histor.extract.events.party_phrases import BODIES
from histor.extract.events.scene import of_one_scene, site_of_clause
from histor.extract.events.telling_above import speaker_of
from histor.extract.lexicons import is_outlet
from histor.extract.names.affiliations import party_words, sector_of
from histor.extract.names.home_bodies import HomeBodies
from histor.extract.names.meant_groups import MeantGroups
from histor.extract.names.named_within import (
    CROWDS,
    HARMED,
    TIES,
    bearer_of,
    cases_of_name,
    is_aside,
    is_bare_name,
    is_behind_town,
    is_in_town,
    is_of_nature,
    is_outlawed,
    is_own_name,
    is_post_in,
    named_state,
    names_other,
    stands_on,
)
from histor.extract.names.pronouns import PERSONAL, SUBJECTS, People, same_person
from histor.extract.names.reach import reach_of
from histor.extract.names.two_sides import SITES, TwoSides, governs, is_country
from histor.extract.places.hailing_from import is_origin, is_whereabouts
from histor.extract.places.sites import BUILDINGS, NAMED_KINDS, is_side_of, named_site, on_streets
from histor.extract.places.streets import town_of_street
from histor.extract.tokens import HYPHENS, hyphened, prepositions
from histor.records import Entity

__all__ = ["Parties"]

_PLACE_CASES = frozenset(
    "in at near on outside inside within throughout around across into from through off".split()
)
_WAYS = SITES | {"from", "to", "into", "over", "towards", "toward", "via"}
#: what a country is called beside the name of where it lies
_LAND_NOUNS = frozenset("country nation republic state kingdom capital neighbour".split())
#: words from "in" to a name, and units of how far from it something is
_BEFORE, _DISTANCES = 6, frozenset("km kms kilometre kilometer mile metre meter".split())
#: how a phrase tells where people are
_STANDING = frozenset(["in", "at", "near", "outside", "inside"])
_NAMING_ARCS = frozenset(["amod", "compound"])
_CLAUSES = frozenset(["advcl", "acl:relcl", "ccomp", "parataxis"])
_ARRIVING = frozenset("arrive travel fly land visit return head".split())
_COMING = frozenset("travel fly come go drive journey".split())
_OPENING, _CLOSING = frozenset("“«"), frozenset("”»")
#: words of a sentence among which "in his first …" stands
_OPENING_WORDS = 3
_SPEAKER = frozenset(["we", "us", "i", "me"])
#: what happenings do to places
_HITTING = frozenset(
    "hit strike shake jolt rock devastate batter lash pound ravage sweep engulf flatten".split()
)
_TOWNS = frozenset(["PPL", "PPLC"])
_WHERE = frozenset(
    "at near off outside inside against on upon beside beneath towards toward around to "
    "into".split()
)
#: arcs between an event and its place
_PLACE_DEPTH = 3
_TITLE = frozenset(["amod", "compound", "nmod:poss", "nmod:desc", "flat", "nmod"])
_TOWN_NOUNS = frozenset(["town", "city", "village", "capital"])
#: who did it, by a word that says no more
_OFFENDERS = frozenset(
    "gunman assailant attacker shooter killer bomber perpetrator assassin hijacker kidnapper "
    "knifeman suspect".split()
)
#: who speaks for what he is of, and does not act himself
_VOICES = frozenset(
    "spokesman spokeswoman spokesperson official representative coordinator source aide".split()
)
#: who is named by somebody else: "a Russian ally", "Peru's neighbour"
_OTHERS = frozenset("ally neighbour neighbor rival foe enemy adversary opponent critic".split())
#: who is not the person that they follow or are of kin to
_ANOTHER = _OTHERS | frozenset(
    "supporter follower loyalist backer fan successor predecessor killer attacker assassin captor "
    "victim relative family widow widower wife husband son daughter child brother sister father "
    "mother parent cousin nephew niece uncle aunt friend colleague partner bodyguard driver guard "
    "man party team lawyer envoy aide office movement company newspaper foundation "
    "campaign minister secretary deputy adviser advisor".split()
)
_ISLANDS = frozenset("island islet peninsula atoll archipelago street square avenue".split())
_ONCE = frozenset(["former", "ex", "ex-", "retired", "sacked", "dismissed", "onetime"])
_IDENTIFYING = frozenset(["identify", "name"])
_NAMING_ONESELF = frozenset(["call", "style", "term", "name"])
#: what is done, and who does it, by whoever leads it
_LED = frozenset(
    "coalition alliance operation strike raid airstrike campaign offensive invasion intervention "
    "blockade bombardment attack assault mission talk effort".split()
)
_SIDED = frozenset(["anti", "pro"])
_TWO = 2
#: arcs from a country to the town in it that stands before
_ASIDE = frozenset(["appos", "nmod:unmarked", "nmod", "dep", "list"])
_BODILY = frozenset(["organization", "group"])
#: kinds of names that stand in a person's title
_LANDS = frozenset(["place", "group", "organization"])
_NAMING = frozenset(["person", "organization", "group", "place"])


class Parties:
    """Finds the entities of a page by their words."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self._doc = doc
        self._at: dict[int, Entity] = {}
        self._sites = {e.id for e in entities if e.place is not None and not is_country(e)}
        for entity in entities:
            if entity.kind not in _NAMING:
                continue
            for mention in entity.mentions:
                span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if span is not None:
                    for token in span:
                        self._at.setdefault(token.i, entity)
        self._people = People(doc, entities)
        self._peoples = {e.id for e in entities if e.kind == "group"}
        self._bearers = [
            (e.mentions[0].start, e, [r.title.lower().split() for r in e.roles])
            for e in entities
            if e.kind == "person" and e.mentions
        ]
        self._home = HomeBodies(doc, entities, self._at)
        self._sides = TwoSides(doc, self._at)
        self._groups = MeantGroups(doc, self._at)
        self._press = {
            e.id
            for e in entities
            if e.kind == "organization" and (e.sector == "JRN" or is_outlet(e.name))
        }
        #: chains, places of their words, and the chain of each word at the head of a mention
        self._chains: Sequence[Sequence[Span]] = getattr(doc._, "chains", ())
        self._chain_of: dict[int, int] = {}
        self._mentions: list[list[int]] = []
        for n, chain in enumerate(self._chains):
            self._mentions.append(sorted(span.root.i for span in chain))
            for span in chain:
                self._chain_of.setdefault(span.root.i, n)
        #: what mentions of chains name, those alone that were asked for
        self._linked: dict[tuple[int, int], Entity | None] = {}

    def _link(self, mention: Span) -> Entity | None:
        """Return whom a mention of a chain names, but for one who only owns what it tells of."""
        key = mention.start, mention.end
        if key not in self._linked:
            named = self._named(mention)
            owned = named is not None and self._owned(mention.root, named)
            self._linked[key] = None if owned else named
        return self._linked[key]

    def _owned(self, head: Token, owner: Entity) -> bool:
        """Say whether a phrase names somebody as its owner alone: "A. B.'s police" is not he."""
        return any(c.dep_ == "nmod:poss" and self._at.get(c.i) is owner for c in head.children)

    def place_of(self, token: Token, taken: Collection[str]) -> str | None:
        """Return the id of the place that an event's clause names, a town before a country."""
        level = [token]
        wide: str | None = None
        for _ in range(_PLACE_DEPTH):
            below = [c for t in level for c in t.children]
            for child in below:
                entity = self._at.get(child.i) or named_site(child, self._at)
                if entity is None or entity.kind != "place":
                    continue
                cases = cases_of_name(child)
                if "to" in cases and _arrives(child.head):
                    return entity.id  # whose government is visited, too
                if entity.id in taken or of_a_part(child, token) or _is_of_land(child):
                    continue
                there = cases & _PLACE_CASES or is_side_of(child) or on_streets(child)
                there = (there or _led_in(child)) and not cases >= {"from", "inside"}
                there = there and not (is_whereabouts(child) or is_origin(child))
                if there and child.head.lemma_.lower() in _DISTANCES and self.site_among(taken):
                    continue  # "captured X, 140 km south of Y"
                if there and not _of_a_teller(child, token):
                    if not is_country(entity):
                        return town_of_street(child, entity, self._at).id
                    wide = wide or entity.id
            level = [
                c
                for c in below
                if c.dep_ not in _CLAUSES
                and not (c.dep_ == "conj" and c.pos_ == "VERB")
                and not (c.dep_ == "acl" and token.pos_ == "VERB")  # "boats registered in X"
                and not over_another(c)
            ]
        return wide or self._struck(token, taken)

    def place_misread(self, token: Token) -> str | None:
        """Return the one town of a sentence whose tree hangs on no verb: "struck a mill in | X"."""
        root = token.sent.root
        if root.pos_ in {"VERB", "AUX", "ADJ"} or token.pos_ != "VERB":
            return None
        towns = {
            entity.id
            for t in token.sent
            if (entity := self._at.get(t.i)) is not None
            if entity.kind == "place" and _town(entity) and _stands_behind(t, token)
        }
        named = {e.id for t in token.sent if (e := self._at.get(t.i)) and e.kind == "place"}
        return next(iter(towns)) if len(towns) == 1 and len(named) == 1 else None

    def place_of_cause(self, token: Token, taken: Collection[str]) -> str | None:
        """Return where the deed was that did harm: "fighting between gangs in X killed nine"."""
        for cause in token.children:
            noun = cause.pos_ == "NOUN" or cause.tag_ == "VBG"
            if cause.dep_ in {"nsubj", "csubj"} and noun and names_event(cause):
                return self.place_of(cause, taken)
        return None

    def place_around(self, token: Token, taken: Collection[str]) -> str | None:
        """Return the id of the place that a clause of the same scene names; none if none does."""
        for verb in of_one_scene(token):
            for child in verb.children:
                there = prepositions(child) & SITES or is_side_of(child)
                if there and child.dep_ == "obl" and "from" not in prepositions(child):
                    site = named_site(child, self._at)  # "in the town of X"
                    place = self._place_at(child) or (site.id if site is not None else None)
                    if place is None and prepositions(child) & _STANDING:
                        place = self._stands_in(child)  # "near the palace in X"
                    if place is not None and place not in taken:
                        return place
        return None

    def names_place(self, sentence: Span) -> bool:
        """Say whether a sentence names a place, in whatever part it plays."""
        return any(t.i in self._at and self._at[t.i].kind == "place" for t in sentence)

    def place_named_by(self, noun: Token) -> str | None:
        """Return the town by which talks or a disaster are called: "the Ao summit", "of Ao"."""
        if noun.pos_ != "NOUN":
            return None
        before = [c for c in noun.children if c.dep_ in {"compound", "nmod:poss"}]
        before += [c for c in noun.children if c.dep_ == "nmod" and "of" in prepositions(c)]
        named = (self._at.get(c.i) for c in before)
        places = (e for e in named if e is not None and e.kind == "place")
        return next((p.id for p in places if not is_country(p)), None)

    def place_of_those(self, token: Token) -> str | None:
        """Return the place where those are who do or suffer a deed: "police in X arrested".

        Only towns: soldiers in a country may be anywhere, and what one says is of elsewhere.
        """
        for subject in (c for c in token.children if c.dep_ in SUBJECTS):
            for phrase in subject.children:
                if phrase.dep_ != "nmod" or not prepositions(phrase) & _STANDING:
                    continue
                if of_a_part(phrase, token):
                    continue
                place = self._at.get(phrase.i)
                if place is not None and place.kind == "place" and not is_country(place):
                    return place.id
        return None

    def place_where(self, token: Token) -> str | None:
        """Return the id of the place of which a clause tells what was there: "X, where he died"."""
        site = site_of_clause(token)
        return self._place_at(site) if site is not None else None

    def _place_at(self, word: Token) -> str | None:
        entity = self._at.get(word.i)
        return entity.id if entity is not None and entity.kind == "place" else None

    def site_among(self, parties: Iterable[str]) -> str | None:
        """Return the first party that is a place and no country: who shells a town is there."""
        return next((p for p in parties if p in self._sites), None)

    def _struck(self, token: Token, taken: Collection[str]) -> str | None:
        """Return the place that a happening is said to hit: "a quake shook the town of X"."""
        verb = token if token.pos_ == "VERB" else token.head
        if verb.pos_ != "VERB" or verb.lemma_.lower() not in _HITTING:
            return None
        if verb.i != token.i and token.dep_ not in {"nsubj", "obl:agent"}:
            return None
        for child in verb.children:
            if child.dep_ not in {"obj", "nsubj:pass"}:
                continue
            for word in (child, *(c for c in child.children if c.dep_ in {"nmod", "appos"})):
                place = self._place_at(word)
                if place is not None and place not in taken:
                    return place
        return None

    def site_of(self, token: Token, spans: Iterable[Span]) -> str | None:
        """Return the place that tells which village or port a deed is done to.

        Args:
            token: the deed's word.
            spans: the phrases of whom or what it is done to.
        """
        roots = [s.root.head if s.root.dep_ == "compound" else s.root for s in spans]
        if token.pos_ == "VERB":
            roots += [c for c in token.children if c.dep_ in {"obj", "nsubj:pass"}]
        found = (named_site(root, self._at) for root in roots)
        site = next((site.id for site in found if site is not None), None)
        return site or next((p for root in roots if (p := self._stands_in(root))), None)

    def _stands_in(self, house: Token) -> str | None:
        """Return the town in which a thing stands that a deed is done to: "a market in X"."""
        for phrase in house.children:
            inside = phrase.dep_ == "nmod" and prepositions(phrase) & _STANDING
            own = self._at.get(phrase.i)
            if own is not None and phrase.dep_ == "compound" and is_of_nature(own):
                return own.id  # "the Indian Ocean archipelago"
            if not inside and phrase.dep_ != "appos" and not is_post_in(phrase):
                continue
            for name in (phrase, *phrase.children):
                entity = self._at.get(name.i)
                told = entity is not None and not of_a_part(name, house.head)
                if entity is not None and told and entity.kind == "place" and _town(entity):
                    return entity.id
        return None

    def names_person(self, span: Span) -> bool:
        """Say whether a phrase is read as a person's name, as an unknown village's is at times."""
        entity = self._at.get(span.root.i)
        return entity is not None and entity.kind == "person"

    def no_peoples(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return the ids but those of peoples: nobody elects the "Malian" of Malian soldiers."""
        return tuple(i for i in ids if i not in self._peoples)

    def reports(self, entity: str) -> bool:
        """Say whether an entity is a newspaper, an agency or the like, which does no deed."""
        return entity in self._press

    def places(
        self, spans: Iterable[Span], *, governing: bool = True
    ) -> tuple[list[Span], list[str]]:
        """Return the phrases that name no mere place, and the ids of the places.

        ``governing``: capitals and countries stand for their governments.
        """
        kept: list[Span] = []
        found: list[str] = []
        for span in spans:
            entity = self._at.get(span.root.i)
            if entity is None or entity.kind != "place" or (governing and governs(entity)):
                kept.append(span)
            else:
                found.append(entity.id)
        return kept, found

    def towns(self, spans: Iterable[Span]) -> tuple[list[Span], list[str]]:
        """Return the phrases that name no town, and the ids of the towns."""
        given = list(spans)
        at = [(s, self._at.get(s.root.i)) for s in given]
        found = [
            e.id
            for _, e in at
            if e is not None and e.kind == "place" and (e.place is None or _town(e))
            if not governs(e)
        ]
        return [s for s, e in at if e is None or e.id not in found], found

    def ids(
        self,
        spans: Iterable[Span],
        *,
        doing: bool = False,
        speaker: str | None = None,
        both: bool = False,
        quoted: bool = False,
    ) -> tuple[str, ...]:
        """Return the ids of the entities that phrases name, in order; some name none.

        ``doing``: they are doers, and a thing's place is none: "the offensive in X".
        ``speaker``: whom "we" means. ``both``: "the two sides" may mean two countries.
        ``quoted``: they stand in the speaker's own words, in which he is no "he".
        """
        found: list[str] = []
        for span in _without_titles(spans):
            if _has_another(span.root) or (doing and _before_house(span.root)):
                continue
            if _first_person(span.root):
                if speaker is not None and speaker not in found:
                    found.append(speaker)
                continue
            named = (
                self._named(span, doing)
                or self._speakers_own(span.root)
                or self._meant(span.root)
                or self._home.state_of(span.root)
                or self._groups.meant(span.root)
            )
            if quoted and named is not None and named.id == speaker and _third_person(span.root):
                named = None
            sides = self._sides.meant(span) if both and named is None else ()
            beside = self._beside(span) if named is not None else sides
            found += [e.id for e in (named, *beside) if e is not None and e.id not in found]
        return tuple(found)

    def peoples(self, spans: Iterable[Span], kind: str, *, doing: bool) -> set[str]:
        """Return the ids of the peoples that phrases name, and no state: "Latvian fishermen"."""
        found: set[str] = set()
        for span in spans:
            named = self._named(span, doing)
            if named is None or named.kind != "group":
                continue
            words = (t for t in span if self._at.get(t.i) is named)
            name = next(words, span.root)
            if self._at.get(span.root.i) is named:
                name = span.root
            if are_people(span.root, name, kind, doing=doing):
                found.add(named.id)
        return found

    def at_heads(self, spans: Iterable[Span]) -> set[str]:
        """Return the ids of the entities that the heads of phrases name by themselves."""
        return {self._at[s.root.i].id for s in spans if s.root.i in self._at}

    def meant_only(self, spans: Iterable[Span]) -> set[str]:
        """Return the ids of those whom phrases without a name of their own mean."""
        meant = (self._meant(s.root) for s in spans if self._named(s) is None)
        return {e.id for e in meant if e is not None}

    def _beside(self, span: Span) -> list[Entity]:
        """Return who else a phrase names by adjectives: "the Turkish and Greek sides".

        "US-Israeli forces" names two as well.
        """
        head = span.root
        if head.i in self._at or head.tag_ not in {"NNS", "NNPS"}:
            return []
        first = [
            t for t in span if t.i in self._at and t.head.i == head.i and t.dep_ in _NAMING_ARCS
        ]
        joined = [c for t in first for c in t.children if c.dep_ == "conj" and c.i in self._at]
        joined += [p for t in first if (p := hyphened(t)) is not None and p.i in self._at]
        return [self._at[t.i] for t in joined]

    def _merely_in(self, name: Token, head: Token, doing: bool) -> bool:
        """Say whether a name tells in which town or house people are: "teachers in Karonga"."""
        entity = self._at[name.i]
        if name.head.dep_ == "appos" and name.head.lemma_.lower() in _TOWN_NOUNS:
            # "in | Nairobi, | Kenya's | capital"
            name = name.head
        apposed = name.dep_ == "appos" and name.head.i in self._at
        if apposed and prepositions(name.head) & (SITES | {"from"}):
            return True
        if name.i not in self._at:
            return False
        name = self._first(name)  # "fishermen from | Delta | Amacuro", "| South | Africa"
        square = self._at.get(name.head.i) if name.dep_ == "nmod:poss" else None
        if square is not None and square.kind == "place" and not is_country(entity):
            name = name.head  # "people in X's market square"
        if name.dep_ == "conj" and name.head.i in self._at:
            name = name.head  # "people in X and | Y"
        if entity.kind == "place" and _led_in(name):
            return True
        noun = name.head  # "people in the Georgian town of X"
        town = noun.i != head.i and noun.lemma_.lower() in NAMED_KINDS
        if town and prepositions(noun) & SITES:
            return True
        ties = SITES | {"from"}  # "fishermen from X"
        acting = names_party(head) and head.lemma_.lower() not in (CROWDS if doing else HARMED)
        of_state = governs(entity) if acting else is_country(entity)
        of_state = of_state and not (doing and is_outlawed(head) and prepositions(name) & SITES)
        return entity.kind == "place" and not of_state and bool(prepositions(name) & ties)

    def _meant(self, word: Token) -> Entity | None:
        """Return the entity that a word without a name means, where it can be that.

        "He" is a person, "the diplomat" too, and "the town" a town; other nouns are joined to a
        name too loosely to be believed.
        """
        names = self._names_near(word)
        if word.lower_ in PERSONAL:
            if (foretold := self._foretold(word)) is not None:
                return foretold  # "in his first remarks since | he | fled, A. B. said"
            acting = self._people.before(word)
            told = [
                (i, e)
                for i, e in names
                if e.kind == "person" and i < word.sent.end and not _is_below(word, i)
            ]
            chained = _nearest(word, told)  # nobody is "he" sentences before his name
            if chained is None and (told_of := self._described_before(word)) is not None:
                # "the ex-general denied that he had planned it"
                return self._in_front(told_of) or self._meant(told_of)
            sure = word.dep_ in SUBJECTS or (acting is not None and chained is not None)
            here = self._only_here(word) if word.dep_ in SUBJECTS else None
            if here is not None and (acting is None or here.id != acting.id):
                return here
            if word.dep_ in SUBJECTS and acting is not None and self._alone_before(word, acting):
                return acting
            near = None if word.dep_ in SUBJECTS else self._one_near(word)
            if near is not None and (chained is near or word.dep_ == "obj"):
                return near  # "freed Ana Ruiz after soldiers had detained her"
            return same_person(acting, chained) if sure else None
        common = word.pos_ == "PROPN" and word.text == word.lower_  # "the junta", misread
        if word.pos_ != "NOUN" and not common:
            somebody = word.pos_ == "PROPN" and _one_person(word)  # "the Prime Minister" is no body
            fitting = [
                (i, e) for i, e in names if word.lower_ == "who" or (e.kind == "person") == somebody
            ]
            if word.pos_ == "PROPN" and not somebody:  # a body whose name has the word
                fitting = [(i, e) for i, e in fitting if word.lower_ in e.name.lower().split()]
            return _nearest(word, fitting)
        if word.lemma_.lower() in _ANOTHER and any(c.tag_ == "PRP$" for c in word.children):
            return None  # "his son"
        if word.lemma_.lower() in _OFFENDERS:  # chains mix them with those they harmed
            return next((e for i, e in names if _as_such(word.doc[i])), None)
        at, named = names[0] if names else (0, None)
        titled = self._titled(word)
        if titled and (named is None or named.id not in {e.id for e in titled}):
            return titled[0] if len(titled) == 1 else None
        if named is None or at >= word.sent.end or (at < word.i and _is_new(word)):
            return None
        if named.kind == "person":
            return named if _one_person(word) and not _of_another_trade(word, named) else None
        if word.lemma_.lower() not in _TOWN_NOUNS:
            return None
        before = None if _is_new(word) else self._town_before(word)
        return before or (named if _town(named) else None)

    def _foretold(self, pronoun: Token) -> Entity | None:
        """Return the person named behind a clause that opens with his own pronoun."""
        sentence, verb = pronoun.sent, pronoun.head
        opening = (t for t in sentence[:_OPENING_WORDS] if t.tag_ == "PRP$")
        owner = next((t for t in opening if t.lower_ in PERSONAL), None)
        if (
            owner is None
            or owner.i >= pronoun.i
            or PERSONAL[owner.lower_] != PERSONAL[pronoun.lower_]
        ):
            return None
        main = sentence.root
        below = verb.dep_ in {"advcl", "acl"} and main.is_ancestor(verb)
        if pronoun.dep_ not in SUBJECTS or not below or main.i < pronoun.i:
            return None
        subject = next((c for c in main.children if c.dep_ in SUBJECTS), None)
        named = self._at.get(subject.i) if subject is not None and subject.i > verb.i else None
        return named if named is not None and named.kind == "person" else None

    def _described_before(self, pronoun: Token) -> Token | None:
        """Return the person without a name whom a pronoun means in its own sentence.

        By its chain, or as who says it: "the mayor denied that | he | had fled".
        """
        if pronoun.dep_ not in SUBJECTS:
            return None
        chain = self._mentions[self._chain_of[pronoun.i]] if pronoun.i in self._chain_of else []
        before = [i for i in chain if pronoun.sent.start <= i < pronoun.i]
        noun = self._doc[before[-1]] if before else speaker_of(pronoun.head)
        if noun is not None and noun.lower_ == "ex" and noun.nbor(1).text in HYPHENS:
            noun = noun.nbor(_TWO)  # "the ex-mayor"
        return noun if noun is not None and noun.pos_ == "NOUN" and _one_person(noun) else None

    def _in_front(self, noun: Token) -> Entity | None:
        """Return the person whose name stands right before what he is: "A. B., the leader"."""
        first = noun.left_edge.i
        first += noun.left_edge.text == ","
        apposed = first - _TWO >= noun.sent.start and noun.doc[first - 1].text == ","
        named = self._at.get(first - _TWO) if apposed else None
        return named if named is not None and named.kind == "person" else None

    def _names_near(self, word: Token) -> list[tuple[int, Entity]]:
        """Return the names of a word's chain by their place, but for those too far before it."""
        if word.i not in self._chain_of:
            return []
        chain = self._chain_of[word.i]
        low = reach_of(word, self._mentions[chain])
        end = word.sent.end
        near = ((span.root.i, span) for span in self._chains[chain])
        return [(i, e) for i, span in near if low <= i < end and (e := self._link(span))]

    def _town_before(self, noun: Token) -> Entity | None:
        """Return the one town that a sentence names before "the town"; none if there are more."""
        words = (t for t in noun.doc[noun.sent.start : noun.i] if not in_dateline(t))
        before = (self._at.get(t.i) for t in words)
        towns = {e.id: e for e in before if e is not None and e.kind == "place" and _town(e)}
        return next(iter(towns.values())) if len(towns) == 1 else None

    def _alone_before(self, pronoun: Token, person: Entity) -> bool:
        """Say whether the sentence before names a person and no other."""
        start = pronoun.sent.start
        if start == 0:
            return False
        before = self._doc[start - 1].sent
        told = {self._at[t.i].id for t in before if t.i in self._at and self._is_person(t)}
        return told == {person.id}

    def _only_here(self, pronoun: Token) -> Entity | None:
        """Return the one person met in a clause whose people say what he did.

        "The leaders, who met | A. B. |, said that | he | would go".
        """
        verb = pronoun.head
        above = verb.head if verb.dep_ == "ccomp" else verb
        subject = next((c for c in above.children if c.dep_ == "nsubj"), None)
        if above.i == verb.i or subject is None or subject.tag_ != "NNS":
            return None
        before = self._doc[pronoun.sent.start : pronoun.i]
        told = {self._at[t.i].id: t for t in before if t.i in self._at and self._is_person(t)}
        return self._at[next(iter(told.values())).i] if len(told) == 1 else None

    def _one_near(self, pronoun: Token) -> Entity | None:
        """Return the one person whom a pronoun's sentence names before it; none if more."""
        before = self._doc[pronoun.sent.start : pronoun.i]
        told = {self._at[t.i].id: t for t in before if t.i in self._at and self._is_person(t)}
        return self._at[next(iter(told.values())).i] if len(told) == 1 else None

    def _is_person(self, word: Token) -> bool:
        return self._at[word.i].kind == "person"

    def _titled(self, noun: Token) -> list[Entity]:
        """Return the persons named before who bear a title that stands for one: "the general"."""
        if noun.tag_ != "NN" or not any(c.lower_ == "the" for c in noun.children):
            return []
        words = {noun.lemma_.lower(), *(c.lower_ for c in noun.children if c.dep_ in _NAMING_ARCS)}
        if any(c.dep_ in {"nmod", "appos", "nmod:poss"} for c in noun.children):
            return []  # "the minister of X"
        return [
            person
            for start, person, titles in self._bearers
            if start < noun.idx
            and any(title[-1:] == [noun.lemma_.lower()] and words <= {*title} for title in titles)
        ]

    def _speakers_own(self, word: Token) -> Entity | None:
        """Return the body that says what it owns did: "the ministry denied that its boats fired".

        The owner stands within the subject of what is said, so nobody nearer can be meant. A person
        owns so none but those whom he commands.
        """
        own = {"its", "his", "her"} if is_of_command(word) else {"its"}
        owner = next((c for c in (word, *word.children) if c.lower_ in own), None)
        if owner is None or owner.dep_ != "nmod:poss" or owner.head.dep_ not in SUBJECTS:
            return None
        verb = owner.head.head
        beside = verb.dep_ == "advcl" and any(c.lower_ == "with" for c in verb.children)
        speaker = _subject_over(verb) if beside else speaker_of(verb)
        if speaker is None or speaker.i > word.i:
            return None
        return self._named(word.doc[speaker.left_edge.i : speaker.right_edge.i + 1])

    def not_sited(self, spans: Iterable[Span], *, undergone: bool = False) -> list[Span]:
        """Return the phrases but places in which something is: "signed in Lima".

        A country in which something is may be meant. ``undergone``: it befalls people, and no
        place that they leave or reach is meant: "fled across the river into Peru".
        """
        return [s for s in spans if not self._sited(s.root, undergone)]

    def _sited(self, head: Token, undergone: bool) -> bool:
        if head.dep_ == "appos" and head.lemma_.lower() in _TOWN_NOUNS:
            return self._sited(head.head, undergone)  # "in Nairobi, the Kenyan | capital"
        entity = self._at.get(head.i)
        if entity is None:
            return is_in_town(head, self._at)
        if is_behind_town(head):
            return True
        if entity.kind != "place":
            return False
        if is_of_nature(entity):
            return True  # whoever is meant, no sea is
        if head.dep_ in _ASIDE and head.head.i in self._at and is_aside(head):
            return self._sited(head.head, undergone)  # "in Lima, | Peru"
        first = head.head if head.dep_ == "conj" and head.head.i in self._at else head
        cases = cases_of_name(first)
        if stands_on(first, cases):
            return True
        town = first.head
        named = "of" in cases and first.dep_ == "nmod" and town.lemma_.lower() in NAMED_KINDS
        if named and not undergone:
            cases = cases | prepositions(town)  # "in the town of X"
        if undergone:
            return bool(cases & _WAYS)
        if first.head.lemma_.lower() in _ARRIVING and governs(entity):
            return False  # who arrives in a capital visits its government
        on_land = "on" in cases and first.lemma_.lower() in _ISLANDS  # "on Malolo island"
        return on_land or "off" in cases or (not is_country(entity) and bool(cases & SITES))

    def _named(self, span: Span, doing: bool = False) -> Entity | None:
        """Return the entity that a phrase names: the one at its head, else the first before it."""
        head = span.root
        if _has_another(head):
            return None
        if (bearer := self._bearer(head)) is not None:
            return bearer
        if head.i in self._at:
            return self._state_governed(head) or self._at[head.i]
        owner = _whose(head) if doing or not _one_person(head) else None
        if owner is not None and owner.i in self._at:
            owned = self._at[owner.i]
            following = owned.kind == "person" and head.lemma_.lower() in _ANOTHER
            return None if following else owned
        if (state := named_state(head, self._at)) is not None:
            return state
        if head.lemma_.lower() in _OTHERS:  # "Peru's ally Bolivia" is Bolivia
            after = (c for c in head.children if c.i > head.i and not prepositions(c))
            apposed = (self._at.get(c.i) for c in after)
            return next((e for e in apposed if e is not None), None)
        voice = head.lemma_.lower() in _VOICES
        clauses = (c for c in head.children if c.dep_ in {"acl", "acl:relcl"})
        called = (c for c in clauses if c.lemma_.lower() in _IDENTIFYING)
        for clause in called:  # "the man, identified as A. B.,", "who was identified as A. B."
            named = next((self._at[t.i] for t in clause.subtree if t.i in self._at), None)
            if named is not None and named.kind == "person":
                return named
        if (own := self._named_by_itself(head)) is not None:
            return own
        if not voice and (body := self._apposed_body(head)) is not None:
            return body
        behind = [
            *head.children,
            *(g for c in head.children if c.dep_ == "nmod" for g in c.children),
        ]
        for name in () if voice else behind:  # "the mayor of X, A. B.,": he acts himself
            tied = name.dep_ == "appos" and "of" not in prepositions(name)
            tied = tied or (name.dep_ == "flat" and name.i > head.i)
            tied = tied or (name.head.i == head.i and is_bare_name(name))
            own = self._at.get(name.i) if tied else None  # "N. N.'s envoy A. B."
            if own is self._at.get(name.head.i) or _is_aimed_at(name, head):
                continue  # "supporters of N. | N.", "attacks by mobs on | N |"
            if own is not None and _says_at_end(name, head):
                continue  # "attacked by fifteen men, the mayor, | A. B. |, said"
            if own is not None and (own.kind == "person" or is_own_name(name, own)):
                return own
        inside = [
            t
            for t in span
            if t.i in self._at
            and not (_where(t, head, doing) or _where(self._opening(t), head, doing))
            and not self._merely_in(t, head, doing)
            if not (_owns_another(t, head) or _beside_verb(t, head) or _sided(t))
            if not names_other(self._first(t), head, self._at[t.i])
            if not _has_another(self._first(t))
        ]
        lead = [t for t in inside if t.dep_ in {"amod", "compound", "nmod:poss", "flat", "appos"}]
        if not inside:  # "US-led forces", the sentence parted behind "US"
            led = (hyphened(c) for c in head.children if c.lower_ == "led")
            inside = [t for t in led if t is not None and t.i in self._at]
        chosen = lead or inside
        named = (self._bearer(chosen[0]) or self._at[chosen[0].i]) if chosen else None
        if named is not None and named.kind == "person" and head.lemma_.lower() in _ANOTHER:
            return None
        return named

    def _where(self, name: Token, thing: Token, doing: bool) -> bool:
        """Say whether a name only tells where a thing is: "a post in | Lima | was shelled"."""
        if _where(name, thing, doing):
            return True
        entity = self._at[name.i]
        town = entity.kind == "place" and not governs(entity)
        inside = town and not names_party(thing) and "in" in prepositions(self._first(name))
        return inside and self._first(name).dep_ == "nmod"

    def _opening(self, word: Token) -> Token:
        """Return the word with which a name begins, on whatever each of its words hangs."""
        while word.i and self._at.get(word.i - 1) is self._at[word.i]:
            word = word.nbor(-1)
        return word

    def _first(self, word: Token) -> Token:
        """Return the word of a name on which its others hang."""
        arcs = {"flat", "compound", "amod"}
        while word.dep_ in arcs and self._at.get(word.head.i) is self._at[word.i]:
            word = word.head
        return word

    def _bearer(self, head: Token) -> Entity | None:
        """Return the person in whose title a phrase's head stands: "| Peru |'s President A. B."."""
        named = self._at.get(head.i)
        if named is None and head.dep_ == "nmod:desc":
            return None  # "President", cut off from its bearer's name
        person = bearer_of(head)
        own = self._at.get(person.i) if person is not None else None
        fits = own is not None and own.kind == "person" and (named is None or named.kind in _LANDS)
        return own if fits else None

    def _state_governed(self, head: Token) -> Entity | None:
        """Return the country of which a bare "Government" is, where it is read as a name."""
        if self._at[head.i].name.lower() not in {"government", "republic", "state", "kingdom"}:
            return None
        of = (c for c in head.children if c.dep_ == "nmod" and "of" in prepositions(c))
        named = (self._at.get(c.i) for c in of)
        return next((e for e in named if e is not None and governs(e)), None)

    def _named_by_itself(self, head: Token) -> Entity | None:
        """Return the body of the name that a group gives itself: "a group calling itself X"."""
        for clause in head.children:
            if not clause.dep_.startswith("acl") or clause.lemma_.lower() not in _NAMING_ONESELF:
                continue
            if any(c.lower_ in {"itself", "themselves"} for c in clause.children):
                named = (self._at.get(t.i) for t in clause.subtree)
                return next((e for e in named if e is not None and e.kind in _BODILY), None)
        return None

    def _apposed_body(self, head: Token) -> Entity | None:
        """Return the body whose name stands behind what it is: "X's biggest union, the Y,"."""
        if head.text != head.lower_ or head.lower_ not in BODIES:
            return None
        beside = [c for c in head.children if c.dep_ == "appos" and c.i > head.i]
        after = head.i + 1  # "the X bloc | ECOWAS", read as a second subject
        if after < len(head.doc) and head.nbor(1).head.i == head.head.i:
            beside += [head.nbor(1)] if head.nbor(1).dep_ == head.dep_ else []
        bodies = (self._at.get(c.i) for c in beside)
        return next((e for e in bodies if e is not None and e.kind in _BODILY), None)


def _whose(thing: Token) -> Token | None:
    """Return the name right before "whose", wherever its clause hangs: "Chad, whose troops …"."""
    whose = next((c for c in thing.children if c.lower_ == "whose"), None)
    if whose is None or whose.dep_ != "nmod:poss" or whose.i - 1 < thing.sent.start + 1:
        return None
    before = whose.nbor(-1)
    return before.nbor(-1) if before.text == "," else before


def _is_below(pronoun: Token, at: int) -> bool:
    """Say whether a name stands in a pronoun's own clause behind it, and so is another's."""
    return at > pronoun.i and pronoun.head.is_ancestor(pronoun.doc[at])


def _subject_over(verb: Token) -> Token | None:
    """Return the subject of the clause beside which "with its ministry urging …" stands."""
    for above in verb.ancestors:
        own = next((c for c in above.children if c.dep_ in SUBJECTS), None)
        if own is not None:
            return own
    return None


def _of_a_teller(place: Token, event: Token) -> bool:
    """Say whether a place is where who tells of it is: "an attack, the envoys in Y said"."""
    opened = 0
    if _is_cited(place):
        return True
    for word in event.doc[event.i : place.i]:  # what stands behind a quotation is its speaker's
        opened += (word.text in _OPENING) - (word.text in _CLOSING)
        if opened < 0:
            return True
    for above in (place, *place.ancestors):
        if above.i == event.i:
            return False
        if above.dep_.startswith("nsubj") or above.dep_ in {"dep", "obl:agent"}:
            return above.head.i != event.i
    return False


def _is_cited(place: Token) -> bool:
    """Say whether a place stands in the phrase that tells who says so: "according to a clinic"."""
    for word in reversed(place.doc[place.sent.start : place.i]):
        if word.is_punct and word.text != "-":
            return False
        if word.lower_ == "according":
            return True
    return False


def _arrives(verb: Token) -> bool:
    """Say whether a verb tells that somebody comes to where its phrase with "to" says."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _COMING


def _first_person(head: Token) -> bool:
    """Say whether a phrase names its speaker, or what is his: "we", "our positions"."""
    return (head.tag_ == "PRP" and head.lower_ in _SPEAKER) or any(
        c.dep_ == "nmod:poss" and c.lower_ in {"our", "my"} for c in head.children
    )


def _third_person(word: Token) -> bool:
    return word.lower_ in PERSONAL or word.lower_ in {"it", "they", "them"}


def _where(name: Token, thing: Token, doing: bool) -> bool:
    """Say whether a name only tells where a thing is or whom it is aimed at: "the blast at X"."""
    if any(a.lemma_.lower() in BORDERS and a.i != thing.i for a in islice(name.ancestors, 1)):
        return True  # "soldiers near the | Peruvian | border"
    house = doing and (thing.lemma_.lower() in BUILDINGS or _before_house(name))
    house = house or (doing and befallen_place(name, thing) and is_blast(thing))
    if house or _behind(name) or _once_of(name):
        return True
    if _is_aimed_at(name, thing):
        return True  # "attacks by mobs on | Kenyan | drivers"
    if names_party(thing):
        return False
    for above in (name, *name.ancestors):
        if above.i == thing.i:
            return False
        cases = prepositions(above)
        if above.head.lemma_.lower() in BORDERS:  # "near the border with X"
            return True
        if doing and above.lemma_.lower() in NAMED_KINDS:
            return True  # "the strikes in X, a district of the province of | Y |"
        if above.dep_ == "nmod" and (cases & _WHERE or (doing and "in" in cases)):
            return True
    return False


def _is_aimed_at(name: Token, thing: Token) -> bool:
    """Say whether a name stands in a phrase that tells on whom something is done."""
    first = thing.left_edge
    if "by" not in {first.lower_, first.doc[max(0, first.i - 1)].lower_}:
        return False
    for above in (name, *islice(name.ancestors, _PLACE_DEPTH)):
        if above.head.i == thing.i:
            return above.dep_ == "nmod" and bool(prepositions(above) & {"on", "against"})
    return False


def _says_at_end(name: Token, head: Token) -> bool:
    """Say whether a name behind a phrase is that of who says the whole sentence at its end."""
    closing = closing_speaker(head.sent)
    return closing is not None and head.i < closing[0].i <= name.i


def _has_another(name: Token) -> bool:
    """Say whether a name only tells whose ally or whose foe somebody is: "opponents of X"."""
    if _sided(name):
        return True
    if name.dep_ == "amod" and name.head.lemma_.lower() == "peace":
        return True  # "the anniversary of Peruvian-Chilean peace"
    of = name.dep_ == "nmod" and "of" in prepositions(name)
    if not of and name.dep_ not in _NAMING_ARCS | {"nmod:poss"}:
        return False
    person = name.ent_type_ == "PERSON" or name.tag_ == "PRP$"
    whose = _ANOTHER if person else _OTHERS  # "N. N.'s son", "N. N. supporters"
    owned = name.ent_type_ == "PERSON" and name.dep_ == "nmod:poss" and _one_person(name.head)
    return owned or name.head.lemma_.lower() in whose - {"office"}  # which speaks for him


def _owns_another(name: Token, head: Token) -> bool:
    """Say whether a person only owns what others are of: "activists of N. N.'s party"."""
    while name.dep_ in {"flat", "compound"} and name.head.ent_type_ == "PERSON":
        name = name.head
    person, whose = name.ent_type_ == "PERSON", name.head
    if person and name.dep_ == "nmod" and whose.lemma_.lower() in _ANOTHER:
        return True  # "thousands of supporters of N. N."
    return person and name.dep_ == "nmod:poss" and whose.i != head.i and names_party(head)


def _sided(name: Token) -> bool:
    """Say whether a name only tells whom others are for or against: "an anti-N. N. march"."""
    first = name
    while first.i > first.sent.start and first.nbor(-1).tag_ in {"NNP", "NNPS"}:
        first = first.nbor(-1)
    at = first.i - first.sent.start
    return at >= _TWO and first.nbor(-1).text in HYPHENS and first.nbor(-2).lower_ in _SIDED


def _beside_verb(name: Token, head: Token) -> bool:
    """Say whether a name stands in a phrase by chance, and tells where its verb was."""
    for above in (name, *islice(name.ancestors, _PLACE_DEPTH)):
        if above.dep_ == "obl" and above.i != head.i and prepositions(above) & SITES:
            return above.head.i == head.head.i
    return False


def _stands_behind(name: Token, event: Token) -> bool:
    """Say whether a name stands behind an event and "in" or the like: "in the old port of X"."""
    if name.i <= event.i:
        return False
    before = name.doc[max(event.i + 1, name.i - _BEFORE) : name.i]
    at = next((t for t in reversed(before) if t.pos_ == "ADP" and t.lower_ != "of"), None)
    return at is not None and at.lower_ in _STANDING


def _is_of_land(name: Token) -> bool:
    """Say whether an adjective only tells which country is meant: "the Central Asian country"."""
    return name.dep_ == "amod" and name.pos_ == "ADJ" and name.head.lemma_.lower() in _LAND_NOUNS


def _led_in(name: Token) -> bool:
    """Say whether a place opens a clause without its comma: "in X | unknown men threw stones"."""
    before = name.nbor(-1) if name.i > name.sent.start else name
    read_so = name.dep_ in {"compound", "amod"} and before.head.i == name.head.i
    does = name.head.dep_.startswith("nsubj")
    return read_so and does and before.lower_ in _STANDING and name.head.pos_ == "NOUN"


def _before_house(name: Token) -> bool:
    """Say whether a house follows in which something is: "a riot at | X | prison"."""
    last, end = name, len(name.doc)
    while last.i + 1 < end and last.nbor(1).ent_iob_ == "I":
        last = last.nbor(1)  # "at | Puno |-Este jail"
    house = last.nbor(1) if last.i + 1 < end else None
    return (
        house is not None
        and house.lemma_.lower() in BUILDINGS
        and bool(prepositions(house) & _STANDING)
    )


def _once_of(name: Token) -> bool:
    """Say whether a name only tells what people used to be of: "former guards of the X mall"."""
    for above in (name, *islice(name.ancestors, _TWO)):
        people = above.head
        if above.dep_ == "nmod" and people.tag_ == "NNS" and people.pos_ == "NOUN":
            return any(c.lower_ in _ONCE for c in people.children)
    return False


def _behind(name: Token) -> bool:
    """Say whether a name only tells who is behind another: "X-backed rebels"."""
    last, end = name, len(name.doc)
    while last.i + 1 < end and last.nbor(1).ent_iob_ == "I" and not _tied(last):
        last = last.nbor(1)  # "an | Al Noor |-linked group"
    if not _tied(last):
        return False
    led = last.nbor(2)
    # "US-led forces" are the US's; the region that is led by a people is not the people
    own = led.lower_ == "led" and (led.head.lemma_.lower() in _LED or armed(led.head))
    return not own


def _tied(word: Token) -> bool:
    """Say whether a hyphen ties a participle to a word: "| X |-backed"."""
    if word.i + 2 >= len(word.doc) or word.nbor(1).text not in HYPHENS:
        return False
    led = word.nbor(2)
    return led.tag_ in {"VBN", "VBD"} or led.lower_ in TIES


def _as_such(name: Token) -> bool:
    """Say whether a name is told to be an offender's: "the gunman, identified as X"."""
    near = [*name.children, *islice(name.ancestors, 2)]
    return any(t.lemma_.lower() in _OFFENDERS for t in near)


def _town(entity: Entity) -> bool:
    return entity.place is not None and entity.place.feature in _TOWNS


def _nearest(word: Token, names: Sequence[tuple[int, Entity]]) -> Entity | None:
    """Return the name nearest before a word, else the first."""
    before = [entity for i, entity in names if i < word.i]
    return before[-1] if before else next((entity for _, entity in names), None)


def _is_new(noun: Token) -> bool:
    """Say whether a noun tells of somebody not told of before: "a man"."""
    return any(c.lower_ in {"a", "an", "another", "one"} for c in noun.children)


def _one_person(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return noun.tag_ in {"NN", "NNP"} and lemma in party_words() and lemma not in BODIES


def _of_another_trade(noun: Token, person: Entity) -> bool:
    """Say whether a noun tells another sector than a person's: "police officer", of a minister."""
    words = [c.text for c in noun.children if c.dep_ in _NAMING_ARCS and c.i < noun.i]
    told = sector_of("organization", " ".join([*words, noun.lemma_]), ())
    return told is not None and person.sector is not None and told != person.sector


def _without_titles(spans: Iterable[Span]) -> list[Span]:
    """Leave out a phrase that only describes another: "US" beside "US envoy A. B."."""
    given = list(spans)
    roots = {s.root.i for s in given}
    # "with A. B. and | N. N. |", read as one name
    joined = {s.root.i for s in given if s.start > 0 and s.doc[s.start - 1].pos_ == "CCONJ"}
    joined |= {s.root.i for s in given if s[0].pos_ == "CCONJ"}
    return [
        s
        for s in given
        if s.root.i in joined or not (s.root.dep_ in _TITLE and _over(s.root, roots))
    ]


def _over(token: Token, roots: Collection[int]) -> bool:
    for _ in range(_PLACE_DEPTH):
        if token.dep_ not in _TITLE and token.dep_ != "appos":
            return False
        token = token.head
        if token.i in roots:
            return True
    return False
