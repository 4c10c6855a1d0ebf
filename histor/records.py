"""The nouns of histor: every record the stages hand to one another and the export is made of.

All records are frozen, slotted and keyword-only; msgspec encodes and checks them and generates the
JSON Schema of the export from them (``docs/export.schema.json``), so that contract and code cannot
drift apart. Field names and meanings follow the public contract, version 1.0.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Literal

import msgspec

from histor.spans import CleanSpan, OffsetMap
from histor.time_forms import Tense, TimeForm

__all__ = [
    "SCHEMA_VERSION",
    "Account",
    "CaseExport",
    "Claim",
    "ClaimAct",
    "ClaimSource",
    "CleanPage",
    "Credibility",
    "Date",
    "DateBasis",
    "Dispute",
    "DisputeMatter",
    "DisputeReason",
    "Document",
    "Dropped",
    "Entity",
    "EntityKind",
    "Event",
    "EventMention",
    "EventStatus",
    "Failure",
    "Figure",
    "FigureQuantity",
    "Finding",
    "FindingKind",
    "Given",
    "Judgement",
    "KeyDay",
    "Origin",
    "OriginCredit",
    "OriginLink",
    "Page",
    "PageRecord",
    "PageVersion",
    "PageWords",
    "Place",
    "Relation",
    "Reliability",
    "Removed",
    "RemovedReason",
    "Role",
    "Shift",
    "Sighting",
    "Source",
    "Span",
    "Story",
    "TimeExpression",
    "Warning",
    "WarningOutcome",
    "make_id",
]

SCHEMA_VERSION: Literal["1.0"] = "1.0"

DateBasis = Literal["stated", "resolved", "linked", "page"]
EntityKind = Literal["person", "organization", "place", "group", "other"]
ClaimAct = Literal[
    "assert",
    "deny",
    "accuse",
    "condemn",
    "warn",
    "predict",
    "demand",
    "promise",
    "ask",
    "praise",
    "support",
]
EventStatus = Literal[
    "happened", "ongoing", "planned", "predicted", "denied", "hypothetical", "disputed"
]
FigureQuantity = Literal[
    "killed",
    "injured",
    "missing",
    "displaced",
    "detained",
    "money",
    "percent",
    "troops",
    "other",
]
FindingKind = Literal[
    "contradiction",
    "denial",
    "figure_conflict",
    "altered_quote",
    "stale_page_date",
    "undated_page",
    "copied_text",
    "translated_text",
    "single_origin",
    "name_mismatch",
    "attribution_mismatch",
]
#: what accounts of one thing differ in
DisputeMatter = Literal[
    "figure",
    "date",
    "doer",
    "victim",
    "place",
    "existence",
    "wording",
    "speaker",
    "naming",
]
#: why they differ, as far as their parts tell
DisputeReason = Literal[
    "conflict",
    "denial",
    "revision",
    "correction",
    "rounding",
    "scope",
    "translation",
    "slip",
    "framing",
]
#: NATO AJP-2.1: A completely reliable to E unreliable, F reliability cannot be judged
Reliability = Literal["A", "B", "C", "D", "E", "F"]
WarningOutcome = Literal["open", "borne_out", "not_borne_out"]
RemovedReason = Literal[
    "menu",
    "caption",
    "share",
    "related",
    "advert",
    "comments",
    "markup",
    "app",
    "update_note",
    "date",
    "byline",
    "masthead",
    "repeated_title",
    "legal",
    "other",
]


def make_id(prefix: str, *parts: object) -> str:
    """Return a stable id: ``prefix`` and 16 hex digits of the SHA-256 of ``parts`` as JSON.

    Hashing canonical JSON instead of joined strings keeps ``("a.b", "c")`` and ``("a", "b.c")``
    apart.
    """
    digest = hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()
    return f"{prefix}_{digest[:16]}"


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Base of all records."""


class Span(Record, frozen=True, kw_only=True):
    """Words of a document: ``Document.text[start:end] == text``, in code points."""

    document: str
    start: int
    end: int
    text: str

    @property
    def place(self) -> tuple[str, int, int]:
        """Where the words stand, which tells one span from another."""
        return self.document, self.start, self.end


class PageWords(Record, frozen=True, kw_only=True):
    """Words of the page as decoded, outside the story: ``page[start:end] == text``."""

    start: int
    end: int
    text: str


class Date(Record, frozen=True, kw_only=True):
    """A date as uncertain as the page leaves it (EDTF level 1, ISO 8601-2)."""

    edtf: str
    #: ISO day
    earliest: str
    #: ISO day
    latest: str
    basis: DateBasis
    #: words of the story that give the date; empty where only page furniture or markup gives it
    evidence: tuple[Span, ...] = ()
    #: words of the page outside the story that give the date
    page_evidence: tuple[PageWords, ...] = ()
    #: what a relative expression was resolved against, as an EDTF date; none if it stands alone
    anchor: str | None = None

    @property
    def first(self) -> dt.date:
        """The earliest day it can be."""
        return dt.date.fromisoformat(self.earliest)

    @property
    def last(self) -> dt.date:
        """The latest day it can be."""
        return dt.date.fromisoformat(self.latest)

    @property
    def length(self) -> int:
        """Days from the first to the last; 0 for one day."""
        return (self.last - self.first).days

    def overlaps(self, other: Date) -> bool:
        """Say whether two dates can be of one day."""
        return self.earliest <= other.latest and other.earliest <= self.latest


class Removed(Record, frozen=True, kw_only=True):
    """A piece of page furniture that was taken out, and where it stood on the page."""

    text: str
    reason: RemovedReason
    start: int | None = None
    end: int | None = None


# --- read -----------------------------------------------------------------------------------


class Given(Record, frozen=True, kw_only=True):
    """What a container (JSON article, feed entry, WARC header) says of the page it carries."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    date: str | None = None
    language: str | None = None
    url: str | None = None


class Page(Record, frozen=True, kw_only=True):
    """One page as it was fetched, decoded but otherwise untouched."""

    #: what the user would recognise: a path, an address, or ``container!member``
    location: str
    #: what makes this page itself whatever the folder it lies in: file name or address
    key: str
    #: hex digest of the bytes
    sha256: str
    #: ``html``: markup; ``text``: a whole page flattened to lines; ``article``: the story alone
    media: Literal["html", "text", "article"]
    #: the decoded page
    text: str
    encoding: str
    given: Given = Given()
    #: where the page can be found again with other content: an address, or a file's path; none
    #: for a piece of a container that names no address
    address: str | None = None
    #: when its bytes were fetched (ISO 8601, UTC), if known
    fetched: str | None = None

    @property
    def document_id(self) -> str:
        """Id of the document this page becomes."""
        return make_id("doc", self.key, self.sha256)


class Sighting(Record, frozen=True, kw_only=True):
    """That an address held one content without a break, from one time to another.

    Times are ISO 8601 in UTC, with microseconds, so that they compare as text.
    """

    address: str
    document: str
    first: str
    last: str
    #: whether these are times of fetching; else they are when the page came into the case
    dated: bool


class PageVersion(Record, frozen=True, kw_only=True):
    """One of several contents that an address was found with."""

    address: str
    document: str
    title: str | None
    #: from when to when it was found there (ISO 8601, UTC)
    first_seen: str
    last_seen: str
    #: whether this is the version that counts
    current: bool


class Failure(Record, frozen=True, kw_only=True):
    """A page or source that could not be used, and the sentence that says why."""

    location: str
    code: str
    message: str


class Dropped(Record, frozen=True, kw_only=True):
    """Something a stage left out on purpose: nothing disappears silently."""

    record: str
    code: str
    detail: str


# --- clean ----------------------------------------------------------------------------------


class Document(Record, frozen=True, kw_only=True):
    """One page's story and what the page says about itself."""

    id: str
    location: str
    sha256: str
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    #: ISO 639-1
    language: str | None
    #: the story: the headline, a blank line, and the paragraphs, each two line feeds apart
    text: str
    removed: tuple[Removed, ...]
    #: what the page says
    page_date: Date | None
    #: when the text was written, judged from content and other documents
    written: Date | None = None
    origin: str | None = None
    story: str | None = None
    sentences: tuple[tuple[int, int], ...] = ()
    #: added to the contract: ids of the same page's earlier versions, oldest first; they are in
    #: the case, and left out of the record
    supersedes: tuple[str, ...] = ()

    @property
    def dated(self) -> Date | None:
        """When it was written, as judged, else as the page says."""
        return self.written or self.page_date

    @property
    def label(self) -> str:
        """What a reader knows the page by: its title, else where it was found."""
        return self.title or self.location


class CleanPage(Record, frozen=True, kw_only=True):
    """A document before reading: its story, and the map from story to page."""

    document: Document
    offsets: OffsetMap
    #: where the headline stands in ``document.text``; none if the page has none
    headline: CleanSpan | None = None


# --- extract --------------------------------------------------------------------------------


class Role(Record, frozen=True, kw_only=True):
    """A title or office as the text gives it."""

    title: str
    of: str | None = None
    evidence: tuple[Span, ...]


class Place(Record, frozen=True, kw_only=True):
    """A point on the map, from GeoNames."""

    latitude: float
    longitude: float
    geonames_id: int
    country: str | None
    feature: str


class Name(Record, frozen=True, kw_only=True):
    """A form of a name, and how often the pages use it."""

    text: str
    count: int


class Entity(Record, frozen=True, kw_only=True):
    """A person, body, place or group; ``mentions`` are its names' occurrences."""

    id: str
    name: str
    kind: EntityKind
    names: tuple[Name, ...]
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    place: Place | None = None
    mentions: tuple[Span, ...]
    #: why the names of several pages are one entity, in sentences
    reasons: tuple[str, ...] = ()


class ClaimSource(Record, frozen=True, kw_only=True):
    """Who is said to have said it."""

    text: str
    span: Span
    entity: str | None = None


class Claim(Record, frozen=True, kw_only=True):
    """An attribution: source, cue, content (PolNeAR's terms).

    ``chain`` runs from the nearest speaker outward, the source itself left out.
    """

    id: str
    document: str
    source: ClaimSource | None
    chain: tuple[ClaimSource, ...] = ()
    cue: Span | None
    content: Span
    act: ClaimAct
    #: true when the content, or all of its words that matter, stand in quotation marks
    quoted: bool
    date: Date | None = None
    events: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


class TimeExpression(Record, frozen=True, kw_only=True):
    """A time expression, the date it resolves to, and the sentence that carries it."""

    id: str
    document: str
    span: Span
    #: none where the expression could not be resolved, for want of an anchor or a meaning
    date: Date | None
    sentence: Span
    #: what the words say, whatever day they are counted from
    form: TimeForm | None = None
    #: whether its clause speaks of what was or is to come
    tense: Tense | None = None


# --- link and assess --------------------------------------------------------------------------


class Judgement(Record, frozen=True, kw_only=True):
    """Whether two things are one, who says so and why; never overwritten, only retired."""

    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    #: a person's name or a criterion's registry name, e.g. ``histor.same_name.v1``
    by: str
    score: float
    reasons: tuple[str, ...]


class OriginLink(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """How one document depends on another."""

    from_: str
    to: str
    kind: Literal["copy", "rewrite", "translation", "excerpt"]
    score: float
    evidence: tuple[Span, ...]


class OriginCredit(Record, frozen=True, kw_only=True):
    """An outlet, agency or wire a text says it takes its matter from."""

    name: str
    entity: str | None = None
    evidence: tuple[Span, ...]
    #: words of lines beside the story: "With inputs from …"
    page_evidence: tuple[PageWords, ...] = ()


class Origin(Record, frozen=True, kw_only=True):
    """Documents that are one witness."""

    id: str
    documents: tuple[str, ...]
    links: tuple[OriginLink, ...] = ()
    credits: tuple[OriginCredit, ...] = ()


class Story(Record, frozen=True, kw_only=True):
    """Documents about one running story."""

    id: str
    title: str
    documents: tuple[str, ...]
    earliest: str | None
    latest: str | None
    #: why its pages are one story, and why the nearest other pages are not in it, in sentences
    reasons: tuple[str, ...] = ()


class Figure(Record, frozen=True, kw_only=True):
    """A number as worded: ``more than 100,000`` is ``low 100000, high null``."""

    quantity: FigureQuantity
    low: float | None
    high: float | None
    unit: str | None
    who: str | None
    span: Span
    claim: str | None = None


class EventMention(Record, frozen=True, kw_only=True):
    """One account of an event."""

    span: Span
    trigger: str
    claim: str | None = None
    status: EventStatus
    date: Date | None = None
    #: id of the time expression that dates this account, resolved or not
    time: str | None = None
    #: words of the page for who does it and to whom, where it gives no name; what comes before the
    #: latter's noun is kept: "on protesters"
    by: str | None = None
    to: str | None = None


class Credibility(Record, frozen=True, kw_only=True):
    """Admiralty credibility, 1 to 6, with its wording and grounds."""

    admiralty: int
    wording: str
    why: str


class Event(Record, frozen=True, kw_only=True):
    """What happened, after PLOVER."""

    id: str
    title: str
    type: str
    mode: str | None
    context: tuple[str, ...]
    quad: int | None
    intensity: float | None
    status: EventStatus
    date: Date | None
    place: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    figures: tuple[Figure, ...]
    mentions: tuple[EventMention, ...]
    documents: int
    origins: int
    credibility: Credibility
    story: str | None
    #: of the parties, those of whom people act or suffer, and not their state: "Latvian nurses"
    peoples: tuple[str, ...] = ()

    @property
    def real(self) -> bool:
        """Whether it is told as having happened or happening, not as ahead or denied."""
        return self.status in {"happened", "ongoing"}


class PageRecord(Record, frozen=True, kw_only=True):
    """All that one page says: what the per-page stages store under the page's hash."""

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    times: tuple[TimeExpression, ...]
    #: with the page's own entities as actors and recipients
    events: tuple[Event, ...] = ()
    #: those that no event carries
    figures: tuple[Figure, ...] = ()
    dropped: tuple[Dropped, ...] = ()


class Finding(Record, frozen=True, kw_only=True):
    """Something an analyst must know before relying on the record."""

    id: str
    kind: FindingKind
    summary: str
    evidence: tuple[Span, ...]
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()


class Account(Record, frozen=True, kw_only=True):
    """One side of a dispute: what it says, who says so, and since when."""

    #: in the page's words
    says: str
    evidence: tuple[Span, ...]
    #: who is given for it, as the pages name them; empty where the pages say it themselves
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...]
    #: independent origins among the pages
    origins: int
    #: ISO day of the earliest page that says so; none if no page tells when it was written
    since: str | None = None


class Dispute(Record, frozen=True, kw_only=True):
    """Accounts of one thing that differ, side by side, and why they do."""

    id: str
    about: DisputeMatter
    why: DisputeReason
    summary: str
    accounts: tuple[Account, ...]
    events: tuple[str, ...] = ()
    #: the findings that it gives rise to; none where a revision, rounding or scope explains it
    findings: tuple[str, ...] = ()


class Source(Record, frozen=True, kw_only=True):
    """Who tells or says things in the case, and how far that may be relied on."""

    id: str
    name: str
    #: an outlet tells; a speaker is quoted
    kind: Literal["outlet", "speaker"]
    entity: str | None = None
    documents: tuple[str, ...]
    claims: int = 0
    #: what the speaker foretold that has come due, and how much of it came about
    due: int = 0
    borne_out: int = 0
    reliability: Reliability
    wording: str
    why: str
    evidence: tuple[Span, ...] = ()


class Shift(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """A change in how two actors dealt with each other, from one window to a later one."""

    id: str
    a: str
    b: str
    #: ISO days of the later window
    from_: str
    to: str
    direction: Literal["better", "worse"]
    #: net of the windows before, per window, and of the later one
    before: float
    after: float
    summary: str
    evidence: tuple[Span, ...]
    #: what happened in the later window, the gravest first
    events: tuple[str, ...]


class Warning(Record, frozen=True, kw_only=True):
    """A prediction, warning, threat or promise, and how it turned out."""

    claim: str
    event_type: str
    actor: str | None = None
    target: str | None = None
    window: Date
    outcome: WarningOutcome
    evidence: tuple[Span, ...]


class Relation(Record, frozen=True, kw_only=True, rename={"from_": "from"}):
    """How two actors dealt with each other in a window of time."""

    a: str
    b: str
    from_: str
    to: str
    cooperation: float
    conflict: float
    net: float
    events: tuple[str, ...]


class KeyDay(Record, frozen=True, kw_only=True):
    """A day that mattered: how much, and what was on it."""

    #: ISO day
    day: str
    #: damped counts of the sentences dated to it; for comparing days of one case only
    score: float
    #: pages that date something to it
    pages: int
    #: ids of what happened on it, the best attested first
    events: tuple[str, ...]
    #: sentences that are dated to it
    sentences: tuple[Span, ...]


# --- tell -------------------------------------------------------------------------------------


class CaseExport(Record, frozen=True, kw_only=True):
    """The whole record of a case: the public contract."""

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    documents: tuple[Document, ...]
    origins: tuple[Origin, ...]
    stories: tuple[Story, ...]
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    warnings: tuple[Warning, ...]
    relations: tuple[Relation, ...]
    #: added to the contract: time expressions with the sentences that carry them
    times: tuple[TimeExpression, ...]
    #: added to the contract: what could not be read, and why
    failures: tuple[Failure, ...]
    #: added to the contract: accounts that differ, side by side
    disputes: tuple[Dispute, ...] = ()
    #: added to the contract: outlets and speakers, and how far they may be relied on
    sources: tuple[Source, ...] = ()
    #: added to the contract: how relations turned
    shifts: tuple[Shift, ...] = ()
    #: added to the contract: figures that no event carries, by page and place
    figures: tuple[Figure, ...] = ()
    #: added to the contract: findings that said more than their evidence and are left out
    withheld: int = 0
