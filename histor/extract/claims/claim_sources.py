"""Who says it: the words that name a source, and the page's entity they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from histor.extract.claims.quotes import QuotedText
from histor.extract.evidence import span_of, trimmed
from histor.extract.lexicons import titles, trades
from histor.extract.names.bodies import BODIES, Bodies
from histor.extract.names.described import Described
from histor.extract.names.home_country import home_of
from histor.extract.names.pronouns import PERSONAL, SAME, SUBJECTS, People
from histor.extract.names.role_words import is_title
from histor.extract.names.they import others_act
from histor.extract.nearby import Nearby
from histor.extract.places.gazetteer import is_people
from histor.extract.tokens import DAYS, behind_dateline, tokens_with
from histor.records import ClaimSource, Document, Entity, EntityKind

__all__ = ["SourceReader"]

_RELATIVE = frozenset(["who", "which", "that", "whom"])
#: words of "according to"
_ACCORDING = 2
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"])
_NAMING = _NOMINAL | {"DET", "ADP", "PART"}
#: words that stand for a speaker by themselves: "one official said it; another denied it"
_SOME = frozenset(["one", "another", "others", "both", "some", "many", "several", "most"])
#: characters before a description in which the person is named
_NEAR = 600
_LONGEST_NAMING = 12
#: speakers that are remembered for a pronoun
_RECENT = 20
#: kinds that "it" may mean, and words for a country's organs
_THINGS = frozenset(["organization", "place", "group"])
_BODIES = frozenset(
    "government ministry army military authorities parliament leadership regime forces".split()
)
_CARRIED = frozenset(["quoted", "cited", "interviewed", "contacted", "reached"])
#: words before a source that are none of it: "now even loyalists"
_OPENING = frozenset("now even also then meanwhile today yesterday however still".split())
#: on what he posts, behind his naming
_POSTED = re.compile(
    r",?\s(?:on|via)\s(?:X|Twitter|Telegram|Facebook|TikTok|YouTube|Instagram|Weibo|"
    r"social\smedia)\.?\Z"
)
#: where somebody speaks, behind his naming
_AT = frozenset(["at", "during"])
_VENUES = frozenset(
    "meeting briefing conference session rally summit interview hearing ceremony debate".split()
)
_STATEMENTS = frozenset(
    ["statement", "communique", "communiqué", "release", "bulletin", "declaration", "editorial"]
)
_WORDS = frozenset(["word", "words", "opinion", "account", "version", "estimate"])
#: kinds of bodies whose name stands beside the word: "the AFP news agency"
_NAMED_BODIES = frozenset(
    ["agency", "newspaper", "daily", "channel", "broadcaster", "network", "station", "magazine",
     "company", "group", "party", "union", "site", "website", "organisation", "organization",
     "outlet", "portal", "paper", "weekly", "wire"]
)  # fmt: skip
#: how somebody is named whom the page does not vouch for
_CALLING_HIMSELF = re.compile(
    r",?\s(?:who\s)?(?:(?:present|identif|introduc|describ|call)\w*\s(?:him|her|them)sel(?:f|ves)"
    r"(?:\sonly)?(?:\sas)?|(?:gave|giving)\s(?:his|her)\sname(?:\sonly)?\sas|"
    r"(?:identified|named|known)(?:\sonly)?\sas)\s"
)
_CUT = frozenset(["himself", "herself", "itself", "themselves", "that", "i", "we"])
_AGED = re.compile(r"the \d{1,3}-year-old", re.I)
#: sentences back in which somebody of an age is named, and words of a title with its article
_SENTENCES, _TITLED = 2, 2
#: the time of day before an entry of a live page
_STAMP = re.compile(r"\d{1,2}[:.h]\d\d")
#: characters of a comma and a short title before a name
_HONORIFIC = 12
#: characters of a title before such a name
_TITLE = 30
#: words before a noun that tell whose army it is
_TITLE_WORDS = 4
#: those who are for or against somebody
_SIDES = frozenset(
    "opponent supporter critic ally follower backer loyalist enemy rival relative friend".split()
)
_SOMEBODY = frozenset(
    "man woman source witness survivor girl boy father mother relative resident neighbour neighbor "
    "aide diplomat insider".split()
)


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    entity: Entity
    words: Span


class SourceReader:
    """Reads the sources of one page's attributions, in the order of the text.

    It remembers the last person it read, whom a pronoun after it means.
    """

    def __init__(self, document: Document, doc: Doc, entities: Sequence[Entity]) -> None:
        self._document, self._doc = document, doc
        mentions: list[_Mention] = []
        for entity in entities:
            for mention in entity.mentions:
                words = doc.char_span(mention.start, mention.end, alignment_mode="expand")
                if words is not None:
                    mentions.append(_Mention(mention.start, mention.end, entity, words))
        self._mentions = Nearby(sorted(mentions, key=lambda m: m.end), lambda m: m.start)
        self._people = People(doc, entities, QuotedText(document.text))
        self._described = Described(entities, home_of(entities))
        self.bodies = Bodies(doc, [(m.words, m.entity) for m in mentions])
        self._known = {e.id: e for e in entities}
        self._unnamed: set[str] = set()
        #: persons who spoke, by the end of their naming; none where it is not known who it was
        self._spoke: list[tuple[int, Entity | None]] = []
        #: what persons said, by where it stands
        self._reported: list[tuple[int, int]] = []
        #: the body or country that spoke last, named or not
        self._body: ClaimSource | None = None

    def read(
        self, span: Span | None, cue: Span | None, said: Sequence[Span] = ()
    ) -> ClaimSource | None:
        """Return the source that ``span`` names; none if it names nobody.

        Args:
            span: the words read as the source.
            cue: the words of saying.
            said: the contents; whom they name is not "he" who says them.
        """
        span = _named_by_preposition(cue, span) or span
        if span is None:
            return None
        if len(span) > _ACCORDING and [t.lower_ for t in span[:_ACCORDING]] == ["according", "to"]:
            span = span[_ACCORDING:]  # "according to N, who claim to oppose it"
        naming = _whose(_without_clauses(_without_hearer(span)))
        if naming is None or not any(t.pos_ in _NOMINAL or t.lower_ in _SOME for t in naming):
            return None
        start, end = trimmed(self._document.text, naming.start_char, naming.end_char)
        start, end = self._whole_names(start, end)
        posted = _POSTED.search(self._document.text, start, end)
        end = posted.start() if posted is not None and posted.start() > start else end
        if start >= end:
            return None
        speaker = self._after_place(start, end)
        if speaker > start:
            start = speaker
            naming = naming.doc.char_span(start, end, alignment_mode="expand") or naming
        if len(naming) == 1 and naming.text.lower() == "it" and self._goes_on(naming[0]):
            return self._body
        if len(naming) == 1 and naming.text.lower() == "they" and self._speak_on(naming[0]):
            words = span_of(self._document, start, end)
            body = self._body.entity if self._body is not None else None
            return ClaimSource(text=words.text, span=words, entity=body)
        if naming[0].lower_ in PERSONAL and (len(naming) == 1 or naming[1].pos_ == "CCONJ"):
            others, spoke = self._subjects_of(said), self._spoke[-_RECENT:]
            entity = self._just_named(naming[0]) or self._people.before(
                naming[0], spoke, others, self._reported[-_RECENT:]
            )
        else:
            entity = self._entity(naming, start, end)
        named = None
        if entity is None:
            named = self._says_his_name(end) or self._apposed(naming, end)
        if named is not None:
            end, entity = named
        words = span_of(self._document, start, end)
        if entity is not None and entity.kind == "person":
            self._spoke.append((end, entity))
            self._reported += [(c.start_char, c.end_char) for c in said]
        elif entity is None and self._is_somebody(naming):
            self._spoke.append((end, None))
        source = ClaimSource(text=words.text, span=words, entity=entity.id if entity else None)
        if _can_be_it(naming, entity):
            self._body = source
        return source

    def _just_named(self, pronoun: Token) -> Entity | None:
        """Return who answers in "accused the minister, N, of it, which he denies"."""
        before = pronoun.doc[pronoun.i - 1] if pronoun.i > pronoun.sent.start else None
        if before is None or before.lower_ != "which" or pronoun.lower_ not in {"he", "she"}:
            return None
        named = self._mentions.starting(pronoun.sent.start_char, pronoun.idx)
        people = {m.entity.id: m.entity for m in named if m.entity.kind == "person"}
        return next(iter(people.values())) if len(people) == 1 else None

    def _goes_on(self, pronoun: Token) -> bool:
        """Say whether "it" goes on with what a body said that spoke in this sentence or before."""
        if self._body is None or pronoun.sent.start == 0:
            return False
        first = pronoun.sent.start_char
        if self._body.span.start < first and self._acts_in(first, pronoun):
            return False  # "France wants it. Russia waits, even as it voices concern"
        return _sentence_before(pronoun) <= self._body.span.start < pronoun.idx

    def _acts_in(self, start: int, pronoun: Token) -> bool:
        """Say whether a country or body is the subject of the main clause before a pronoun."""
        return pronoun.head.dep_ == "advcl" and any(
            m.entity.kind in _THINGS
            and m.words.root.dep_ in SUBJECTS
            and m.words.root.head == pronoun.head.head
            for m in self._mentions.starting(start, pronoun.idx)
        )

    def _speak_on(self, pronoun: Token) -> bool:
        """Say whether "they" goes on with what a named body said: no others act between."""
        body = self._body
        if body is None or body.entity is None or not self._goes_on(pronoun):
            return False
        organ = body.text.rsplit(" ", 1)[-1].lower() in _BODIES
        if self._known[body.entity].kind != "organization" and not organ:
            return False
        return not others_act(self._doc, body.span, pronoun)

    def _is_somebody(self, naming: Span) -> bool:
        """Say whether a source is a person without a name whom a pronoun after it may mean.

        "A senior official" is new on the page, and "the official" then is no one named before;
        "the diplomat" of whom no such word is said may be the person just named.
        """
        root = naming.root
        if root.tag_ != "NN" or root.lower_ not in _persons():
            return False
        if any(t.lower_ in {"a", "an", "one", "another"} for t in naming):
            self._unnamed.add(root.lower_)
        return root.lower_ in self._unnamed

    def mentions_within(self, start: int, end: int) -> list[tuple[int, int, Entity]]:
        """Return the names that begin in ``[start, end)``."""
        return [(m.start, m.end, m.entity) for m in self._mentions.starting(start, end)]

    def _subjects_of(self, said: Sequence[Span]) -> frozenset[str]:
        """Return the ids of persons who are named as subjects in what is said."""
        return frozenset(
            m.entity.id
            for content in said
            for m in self._mentions.starting(content.start_char, content.end_char)
            if m.entity.kind == "person" and m.words.root.dep_ in SUBJECTS
        )

    def _says_his_name(self, end: int) -> tuple[int, Entity] | None:
        """Return the end and the bearer of a name behind a speaker: "a man calling himself N"."""
        calling = _CALLING_HIMSELF.match(self._document.text, end)
        if calling is None:
            return None
        found = self._mentions.starting(calling.end(), calling.end() + _TITLE)
        first = found[0] if found and found[0].entity.kind == "person" else None
        between = self._document.text[calling.end() : first.start] if first is not None else ""
        return (first.end, first.entity) if first is not None and between.count(" ") < 3 else None

    def _apposed(self, naming: Span, end: int) -> tuple[int, Entity] | None:
        """Return the end and the bearer of a name between commas: "an official, N. N., told"."""
        if naming.root.tag_ not in {"NN", "NNP"} or not self._document.text.startswith(", ", end):
            return None
        found = self._mentions.starting(end + len(", "), end + _TITLE)
        first = found[0] if found and found[0].entity.kind == "person" else None
        beside = first is not None and first.start <= end + _HONORIFIC
        closed = first is not None and self._document.text.startswith((",", "."), first.end)
        return (first.end, first.entity) if first is not None and beside and closed else None

    def _whole_names(self, start: int, end: int) -> tuple[int, int]:
        """Widen a source that cuts a name in two."""
        for mention in self._mentions.starting(start, end):
            if end < mention.end:
                end = mention.end
        for mention in self._mentions.starting(start - _TITLE, start):
            if start < mention.end and mention.entity.kind in {"person", "organization"}:
                start = mention.start
        return start, end

    def _after_place(self, start: int, end: int) -> int:
        """Leave out a place from which somebody spoke: "from Lima, Ana Ruiz, a teacher, said"."""
        inside = self._mentions.starting(start, end)
        for first in inside:
            if first.start != start or first.entity.kind != "place":
                continue
            if not self._document.text.startswith(", ", first.end):
                continue
            for other in inside:
                if other.start == first.end + 2 and other.entity.kind == "person":
                    return other.start
        return start

    def _entity(self, span: Span, start: int, end: int) -> Entity | None:
        first = span[0].lower_
        if len(span) == 1 and _is_relative(span[0]):
            return self._relative(span[0])
        if len(span) == 1 and first == "it":
            return self._thing_before(span[0])
        inside = [m for m in self._mentions.starting(start, end) if m.end <= end]
        heads = [
            m
            for m in inside
            if _is_head(m.words, span.root, m.entity.kind)
            and not (_owns_an_officer(m, inside) or _only_tells_whose(m, span))
            and not (m.entity.kind == "person" and _is_served(m.words, span))
            and not _tells_only_which(m, span)
        ]
        if (chief := self._described.chief_of(span.text)) is not None:
            return chief
        people = [m for m in heads if m.entity.kind == "person"]
        if people:
            return max(people, key=lambda m: (len(m.words), -m.start)).entity
        called = _called(span, inside)
        if called is not None:
            return called.entity
        if heads:
            return (_officer(span, heads[0], inside) or heads[0]).entity
        owned = _owned(span, inside)
        if owned is not None:
            return owned.entity
        if span.root.lower_ in _NAMED_BODIES and first not in {"a", "an"}:
            named = [
                m for m in inside if m.entity.kind == "organization" and _of_body(m, span.root)
            ]
            if len(named) == 1:
                return named[0].entity
        people = [
            m
            for m in inside
            if m.entity.kind == "person" and not (_dependent(m.words) or _is_served(m.words, span))
        ]
        if len({m.entity.id for m in people}) == 1 and span.root.lower_ in titles() | {"who"}:
            return people[0].entity
        last = [m for m in people if m.end == end and m.words.start > span.start]
        if len(last) == 1:
            return last[0].entity  # "the separatist leader N. N." in a broken tree
        if not inside and len(span) == 1 and span[0].pos_ == "PROPN":
            return self._bearing(span.text)
        diplomat = self._described.top_diplomat(span.text) or self._described.head_of(span.text)
        if diplomat is not None:
            return diplomat
        root = span.root
        before = span.doc[span.start : root.i].text
        label = not before and span.end < len(span.doc) and span.doc[span.end].text == ":"
        ends = root.i + 1 >= span.end or span.doc[root.i + 1].pos_ not in {"NOUN", "PROPN"}
        body = any(t.lower_ in BODIES for t in span.doc[root.i + 1 : span.end])
        described = None
        if ends and not body:  # "the president of the chamber" is not the country's
            behind = span.doc[root.i + 1 : span.end].text
            described = self._described.entity("the" if label else before, root.text, behind)
        if described is None and self._described.somebody(span.text):
            if span.root.lower_ in self._unnamed:
                return None
            return self._spoke_before(span.start_char)
        if described is None and root.lower_ not in self._unnamed:
            described = self._bearer_before(span) or self._aged_before(span)
        if described is None and not inside and self._described.formerly(span.text):
            return self._people.acting_before(span[0])
        meant = described or self.bodies.meant(span, self._last_body(span))
        return meant or self._described.organ(span.text, self._before_noun(span[1:2]))

    def _bearing(self, word: str) -> Entity | None:
        """Return the one person whose name has a word: "Ana: We are leaving" of Ana Ruiz."""
        people = [e for e in self._known.values() if e.kind == "person" and word in e.name.split()]
        return people[0] if len(people) == 1 else None

    def _before_noun(self, noun: Span) -> Iterator[str]:
        """Yield the words before each same noun so far: "the Kenyan".

        What the page names only later it means by a whole name: "the army … the German army".
        """
        for token in tokens_with(self._doc, "LOWER", [t.lower_ for t in noun]):
            if token.i >= noun.start:
                break
            yield self._doc[max(token.left_edge.i, token.i - _TITLE_WORDS) : token.i].text

    def _last_body(self, naming: Span) -> Entity | None:
        """Return the body that spoke last, in the sentences right before."""
        body = self._body
        if body is None or body.entity is None or naming.start_char - body.span.end > _NEAR:
            return None
        return self._known.get(body.entity)

    def _spoke_before(self, at: int) -> Entity | None:
        near = [e for end, e in self._spoke if at - _NEAR <= end <= at]
        return near[-1] if near else None

    def _bearer_before(self, span: Span) -> Entity | None:
        """Return who spoke last, if he bears the title that a phrase is: "the minister" of many."""
        words = [t.lower_ for t in span]
        if words[:1] != ["the"] or len(words) != _TITLED or words[1] not in titles():
            return None
        last = self._spoke_before(span.start_char)
        roles = last.roles if last is not None else ()
        return last if any(r.title.lower().split()[-1:] == words[1:] for r in roles) else None

    def _aged_before(self, span: Span) -> Entity | None:
        """Return the one person of the sentences before that "the 39-year-old" can mean."""
        if _AGED.fullmatch(span.text) is None:
            return None
        start = span.doc[span.start].sent.start
        for _ in range(_SENTENCES):
            start = span.doc[start - 1].sent.start if start > 0 else 0
        near = self._mentions.starting(span.doc[start].idx, span.start_char)
        people = {m.entity.id: m.entity for m in near if m.entity.kind == "person"}
        return next(iter(people.values())) if len(people) == 1 else None

    def _thing_before(self, pronoun: Token) -> Entity | None:
        """Return the body or country that "it" means: the subject before it that acts."""
        acting = [
            m
            for m in self._mentions.starting(_sentence_before(pronoun), pronoun.idx)
            if m.entity.kind in _THINGS
            and m.words.root.tag_ not in {"NNS", "NNPS"}
            and (m.words.root.dep_ in SUBJECTS or _subject_word(m.words))
        ]
        return self._described.state(acting[-1].entity) if acting else None

    def _relative(self, token: Token) -> Entity | None:
        """Resolve "who" in "the envoy, who said …" to the noun it stands for."""
        verb = token.head
        if not verb.dep_.startswith("acl"):
            return None
        return next(
            (
                m.entity
                for m in self._around(verb.head)
                if _is_head(m.words, verb.head, m.entity.kind)
            ),
            None,
        )

    def _around(self, token: Token) -> Sequence[_Mention]:
        return self._mentions.starting(token.sent.start_char, token.sent.end_char)


def _named_by_preposition(cue: Span | None, span: Span | None) -> Span | None:
    """Return the words after "according to" where the source is not them."""
    if cue is None or cue[0].lower_ != "according" or cue[-1].lower_ != "to":
        return None
    if span is not None and cue.end <= span.start <= cue.end + 1:
        return None
    doc, end = cue.doc, cue.end
    limit = min(cue.sent.end, cue.end + _LONGEST_NAMING)
    while end < limit and doc[end].pos_ in _NAMING and not _is_relative(doc[end]):
        end += 1
    return doc[cue.end : end] if end > cue.end else None


def _without_hearer(span: Span) -> Span:
    """Leave out who is told before who tells, as in translations: "has confided | us | one of"."""
    heard = span[0].lower_ in {"us", "me"} and len(span) > 1 and span[0].tag_ == "PRP"
    return span[1:] if heard else span


def _is_relative(token: Token) -> bool:
    """Say whether a word is relative, and not the initials of a body: "WHO"."""
    return token.lower_ in _RELATIVE and token.pos_ != "PROPN"


def _before_speaker(doc: Doc, at: int, end: int) -> bool:
    """Say whether a relative word stands before who speaks: "which | he denies"."""
    return at + 1 < end and _is_relative(doc[at]) and doc[at + 1].pos_ in _NAMING


def _is_day_before(doc: Doc, at: int, end: int) -> bool:
    """Say whether a word is the day before who speaks: "assured | Friday | the minister"."""
    return at + 1 < end and doc[at].lower_ in DAYS and doc[at + 1].pos_ == "DET"


def _without_clauses(span: Span) -> Span | None:
    """Return a source without a leading "by" and without ", who …" after it."""
    doc, start, end = span.doc, behind_dateline(span), span.end
    while start < end and (
        doc[start].pos_ in {"ADP", "CCONJ"}
        or (doc[start].tag_ == "WP$" and end - start > 1)
        or _is_day_before(doc, start, end)
        or (doc[start].pos_ == "ADV" and doc[start].lower_ in _OPENING)
        or doc[start].is_punct
        or doc[start].is_space
        or _STAMP.fullmatch(doc[start].text)
        or _before_speaker(doc, start, end)
    ):
        start += 1
    for i in range(start + 1, end - 1):
        if doc[i].lower_ in _CARRIED and doc[i + 1].lower_ == "by":
            end = i  # "officials | quoted by the agency"
            break
        if doc[i].lower_ == "including" and doc[i - 1].text == ",":
            end = i - 1  # "senior commanders|, including N's ally"
            break
        if doc[i].lower_ in _AT and any(t.lower_ in _VENUES for t in doc[i + 1 : min(end, i + 4)]):
            end = i  # "the head of government | at the meeting of the cabinet"
            break
        if doc[i].lower_ == "on" and doc[i + 1].lower_ in DAYS:
            end = i  # "has declared the general | on Monday in Lima"
            break
        if doc[i : i + 3].text.lower() == "with reference to":
            end = i  # "informs the agency | with reference to the mayor"
            break
    for i in range(start + 1, end):
        if doc[i].lower_ not in {"who", "whose", "which", "where"} or doc[i].pos_ == "PROPN":
            continue
        if doc[i - 1].text == ",":
            end = i - 1
            break
        if doc[i].head.right_edge.i >= end:  # "a trader who lost | two sisters"
            end = i
            break
    last = doc[end - 1]
    if end - start > 1 and (last.tag_ == "POS" or last.lower_ in _CUT):
        end -= 1  # "the council | that has ruled since May", "the mayor | himself", "a nurse | I"
    return doc[start:end] if start < end else None


def _whose(naming: Span | None) -> Span | None:
    """Return whose words they are: "[Ana Ruiz]'s words", "[his] account", "the voice of [N]"."""
    if naming is None:
        return naming
    doc, at = naming.doc, naming.start + (naming[0].lower_ == "the")
    if [t.lower_ for t in doc[at : at + 2]] == ["voice", "of"] and at + 2 < naming.end:
        return doc[at + 2 : naming.end]
    if naming[-1].lemma_.lower() not in _WORDS:
        return naming
    owner = next((c for c in naming[-1].children if c.dep_ == "nmod:poss"), None)
    if owner is None or owner.left_edge.i < naming.start:
        return naming
    return doc[owner.left_edge.i : owner.i + 1]


def _of_body(mention: _Mention, body: Token) -> bool:
    """Say whether a name is that of the body beside it, and not of whose it is."""
    root = mention.words.root
    return root.head == body and root.dep_ in SAME and not _dependent(mention.words)


def _is_head(words: Span, head: Token, kind: EntityKind) -> bool:
    """Say whether a name is what a phrase is about, and not a part of its description.

    "The Democrat" is somebody; "a US official" is not the US.
    """
    if words.start <= head.i < words.end:
        one_of_group = kind == "group" and head.tag_ in {"NN", "NNP"} and head.i > 0
        return not (one_of_group and head.doc[head.i - 1].pos_ == "DET")
    return kind == "person" and (_hangs(words.root, head) or _hangs(head, words.root))


def _owns_an_officer(owner: _Mention, inside: Sequence[_Mention]) -> bool:
    """Say whether a name only tells whose officer is named: "[Copper]'s chief, N. N."."""
    others = (m for m in inside if m is not owner and m.entity.kind == "person")
    return _dependent(owner.words) and any(not _dependent(m.words) for m in others)


def _only_tells_whose(named: _Mention, naming: Span) -> bool:
    """Say whether a person's name only tells whose body it is: "the [N] government", "[N]'s party".

    Broken trees hang the body on the person.
    """
    if named.entity.kind != "person":
        return False
    doc, end = naming.doc, named.words.end
    if end < naming.end and (doc[end].tag_ == "POS" or doc[end].lower_ in {"'s", "’s"}):
        return True
    root, last = naming.root, named.words.root
    body = root.tag_ in {"NN", "NNS"} and root.text.islower() and root.i >= end
    body = body and all(t.pos_ == "NOUN" for t in doc[end : root.i])
    by_itself = root.lower_ in titles() or root.lower_ in trades()
    return body and last.dep_ == "compound" and not by_itself


def _called(naming: Span, inside: Sequence[_Mention]) -> _Mention | None:
    """Return the body behind the word for what it is: "the Telegram channel [Sahel Watch]"."""
    last = next((m for m in inside if m.words.end == naming.end), None)
    if last is None or last.entity.kind != "organization" or last.words.start <= naming.start:
        return None
    before = naming.doc[last.words.start - 1]
    return last if before.lower_ in _NAMED_BODIES and before.text.islower() else None


def _owned(naming: Span, inside: Sequence[_Mention]) -> _Mention | None:
    """Return the body that ends a naming behind its owner, or whose statement it is.

    "Chancellor N's [National Union]", "an [Interior Ministry] statement".
    """
    bodies = [m for m in inside if m.entity.kind == "organization"]
    if len(bodies) != 1:
        return None
    body = bodies[0]
    ends = body.words.end == naming.end and any(_only_tells_whose(m, naming) for m in inside)
    last = naming[-1]
    stated = last.lemma_.lower() in _STATEMENTS and body.words.end == last.i
    return body if ends or stated else None


def _officer(naming: Span, body: _Mention, inside: Sequence[_Mention]) -> _Mention | None:
    """Return who holds an office of the body read as the head: "WHO Director-General [N. N.]"."""
    last = next(
        (m for m in inside if m.words.end == naming.end and m.entity.kind == "person"), None
    )
    first = naming.start + (naming[0].pos_ == "DET")
    if last is None or body.words.start > first or _dependent(last.words):
        return None
    between = naming.doc[body.words.end : last.words.start]
    return last if any(is_title(t) for t in between) else None


def _hangs(lower: Token, upper: Token) -> bool:
    token = lower
    for _ in range(4):
        if token.dep_ not in SAME or token.head is token:
            return False
        if _dependent(token.doc[token.i : token.i + 1]):
            return False
        token = token.head
        if token.i == upper.i:
            return True
    return False


def _dependent(words: Span) -> bool:
    """Say whether a name stands in the genitive or behind a preposition."""
    doc = words.doc
    if words.end < len(doc) and (doc[words.end].tag_ == "POS" or doc[words.end].lower_ == "’s"):
        return True
    return words.start > 0 and doc[words.start - 1].pos_ == "ADP"


def _tells_only_which(mention: _Mention, naming: Span) -> bool:
    """Say whether a people is one of two that officials are of: "[Peruvian] and Thai aides"."""
    last, end = naming[-1], mention.words.end
    if mention.entity.kind == "person" or last.tag_ != "NNS" or end >= naming.end:
        return False
    between = naming.doc[end : naming.end - 1]
    return any(t.lower_ == "and" for t in between) and all(
        t.pos_ in {"ADJ", "PROPN", "CCONJ", "NOUN"} for t in between
    )


def _is_served(words: Span, naming: Span) -> bool:
    """Say whether a name is of whom somebody serves: "an aide to Peru's President [N. N.]"."""
    doc, at = words.doc, words.start
    while at > naming.start and (
        doc[at - 1].lower_ in titles()
        or doc[at - 1].tag_ == "POS"
        or is_people(doc[at - 1].lower_)
        or (doc[at - 1].pos_ == "PROPN" and doc[at].tag_ == "POS")
    ):
        at -= 1
    if at <= naming.start + 1:
        return False
    if doc[at - 1].lower_ == "of":
        return doc[at - 2].lemma_.lower() in _SIDES
    if doc[at - 1].lower_ not in {"to", "for"}:
        return False
    return any(t.lower_ in _persons() or t.lower_ in trades() for t in doc[naming.start : at - 1])


def _subject_word(words: Span) -> bool:
    """Say whether a name tells whose government or ministry a subject is."""
    root = words.root
    telling = root.dep_ in {"nmod:poss", "amod", "compound"} and root.head.dep_ in SUBJECTS
    return telling and root.head.lower_ in _BODIES


def _sentence_before(word: Token) -> int:
    """Return where the sentence before a word's begins in the text, or its own, if it is first."""
    first = word.sent.start
    return (word.doc[first - 1].sent if first > 0 else word.sent).start_char


def _can_be_it(naming: Span, entity: Entity | None) -> bool:
    """Say whether "it" can mean a source: a body or country, or a noun for no person."""
    head = naming.root
    named = entity is not None and entity.kind == "organization" and head.ent_type_ == "ORG"
    if head.tag_ not in {"NN", "NNP"} and not named:  # "Doctors of the Sea" is a body
        return False
    if any(t.dep_ == "appos" and t.head == head and t.lemma_ in _NAMED_BODIES for t in naming):
        return True  # "Nova Lista, the miners' party", taken for a person's name
    if entity is not None:
        return entity.kind in _THINGS
    return head.lower_ not in _persons() and head.lower_ not in trades()


@cache
def _persons() -> frozenset[str]:
    """Return titles, and other words for somebody who can be "he"."""
    return titles() | _SOMEBODY
