"""The case: the one object a Python user needs."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal, TypeVar

import msgspec

from histor.adding import Adding, AddReport, Progress, whole
from histor.assess import Change, listed_sources, source_list_digest
from histor.collector import held_back
from histor.errors import CaseError, InputError
from histor.link import counted, page_versions, superseded
from histor.program import program_digest
from histor.records import (
    CaseExport,
    Claim,
    Dispute,
    Document,
    Entity,
    Event,
    Failure,
    Finding,
    Judgement,
    KeyDay,
    Page,
    PageRecord,
    PageVersion,
    Sighting,
    TimeExpression,
)
from histor.store import (
    Fault,
    Hit,
    Kept,
    KeptHere,
    Made,
    Seen,
    State,
    Store,
    WatchLog,
    is_case,
    rows_of,
    whole_record,
    window,
)
from histor.tell.key_days import key_days
from histor.whole_files import write_whole

if TYPE_CHECKING:
    from spacy.language import Language

    from histor.read import ReadSettings
    from histor.tell.change_lines import Since
    from histor.tell.exports import CaseState, Table, TableName
    from histor.tell.forms import ReportForm

__all__ = ["AddReport", "Case", "CheckReport", "PageRevision", "Progress", "is_case", "open"]

_T = TypeVar("_T")
_log = logging.getLogger(__name__)

#: pages of a case from which its record is kept for the next command
_KEPT_PAGES = 25
#: how a kept record that is damaged shows itself
_DAMAGED = (msgspec.MsgspecError, zlib.error, ValueError, KeyError, TypeError)


class PageRevision(msgspec.Struct, frozen=True, kw_only=True):
    """How one version of a page differs from the one before."""

    address: str
    #: ids of the two documents
    earlier: str
    later: str
    #: when the later was first seen (ISO 8601, UTC)
    seen: str
    changes: tuple[Change, ...]


class CheckReport(msgspec.Struct, frozen=True, kw_only=True):
    """What :meth:`Case.check` found."""

    #: pages, spans and references from record to record that were checked
    pages: int
    spans: int
    links: int
    faults: tuple[Fault, ...]


def open(path: str | Path, *, create: bool = True) -> Case:
    """Open the case file at ``path``; make it if it is not there, unless ``create`` is false.

    Raises:
        CaseError: the file is no case, is locked, damaged, or was written by a newer histor.
    """
    return Case(Store(str(path), create=create))


class Case:
    """Pages about one crisis, and what they say.

    Every method may raise :class:`histor.CaseError` when the file cannot be used.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._export: tuple[State, CaseExport] | None = None

    @classmethod
    def temporary(cls) -> Case:
        """Make a case in memory, gone when it is closed."""
        return cls(Store())

    @property
    def path(self) -> str:
        """The case file."""
        return self._store.path

    def close(self) -> None:
        """Close the file; everything added is in it."""
        self._store.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # --- adding -------------------------------------------------------------------------------

    def add(
        self,
        sources: str | Path | Sequence[str | Path],
        *,
        settings: ReadSettings | None = None,
        progress: Callable[[Progress], None] | None = None,
        stdin: BinaryIO | None = None,
        reader: Language | None = None,
        processes: int = 1,
    ) -> AddReport:
        """Read the pages of ``sources``, one or several, into the case.

        Sources are files, folders, archives, feeds, http(s) addresses, or ``-`` for ``stdin``, and
        files that ``histor read`` wrote, whose pages are stored without reading them again.
        A page the case holds already is left as it is. A page that cannot be read costs no other
        page. Pages are stored a few at a time: interrupted, the case holds all read so far.
        ``reader`` is another spaCy pipeline to read with: docs/annotation.md says what it must set.
        With ``processes`` of more than 1, so many worker processes read once there is much to read;
        the script that asks for them must guard its start with ``if __name__ == "__main__":``, as
        Python's multiprocessing asks. Another ``reader`` reads in this process alone.

        Raises:
            CaseError: the case cannot be written.
            MissingExtraError: a source is a records file, and what reads those is not installed.
            ModelError: the language model's files are missing or broken.
        """
        from histor.cluster.records_file import is_parquet
        from histor.read import read_sources

        self._store.require_writable()
        given = [sources] if isinstance(sources, str | Path) else sources
        names = [str(source) for source in given]
        records = [name for name in names if is_parquet(name)]
        names = [name for name in names if name not in records]
        self._store.forget_failures([whole(name) for name in names])
        adding = Adding(self._store, progress, reader)
        adding.add(read_sources(names, settings, stdin), processes)
        for path in records:
            adding.store_records(path)
        return adding.report()

    def add_pages(
        self,
        pages: Iterable[Page | Failure],
        *,
        progress: Callable[[Progress], None] | None = None,
        reader: Language | None = None,
        processes: int = 1,
    ) -> AddReport:
        """Read pages into the case that something else than :meth:`add` has fetched.

        Raises:
            CaseError, ModelError: as :meth:`add`.
        """
        adding = Adding(self._store, progress, reader)
        adding.add(pages, processes)
        return adding.report()

    def require_writable(self) -> None:
        """Raise CaseError if nothing can be added, before work is done in vain."""
        self._store.require_writable()

    def watch_log(self) -> WatchLog:
        """Return what ``histor watch`` keeps in the case between its rounds."""
        return self._store.watch_log

    def still_stands(self, address: str, at: datetime) -> None:
        """Record that an address held at a time what it was last found with; once read, no failure.

        ``at`` is UTC if it names no zone.
        """
        standing = self._store.stands(address)
        if standing is not None:
            zoned = at if at.tzinfo else at.replace(tzinfo=UTC)
            moment = zoned.astimezone(UTC).isoformat(timespec="microseconds")
            self._store.see([Seen(address, standing[0], moment, True)])
            self._store.forget_failures([address])

    def judge(self, judgement: Judgement) -> None:
        """Record whether two entities are one; a person's word outranks the program's.

        ``left`` and ``right`` are ids of entities of the case, ``by`` is the name of who judges;
        what they judged before on the pair is retired.
        """
        self._store.judge(judgement)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the judgements that stand, oldest first."""
        return tuple(self._store.judgements())

    # --- asking -------------------------------------------------------------------------------

    def export(self, after: date | None = None, before: date | None = None) -> CaseExport:
        """Return the whole record, in an order that does not hang on the order of adding.

        With ``after`` or ``before``, the record of the pages written on that day or later, and
        before that day; pages whose day is not known are left out. What such a page shares with
        others (an event, a dispute, an origin) is judged on the whole case, and tells of other
        pages only what it needs to be shown. Of a large case that has kept its record, no more
        than these days are read.
        """
        if after is None and before is None:
            state = self._store.state()
            if self._export is None or self._export[0] != state:
                self._export = (
                    state,
                    self._read(partial(whole_record, failures=self._store.failures())),
                )
            return self._export[1]
        first, last = (day.isoformat() if day is not None else None for day in (after, before))
        return self._read(lambda kept: window(kept, first, last, self._store.failures()))

    @contextmanager
    def kept(self) -> Iterator[Kept]:
        """Give the pieces of the record; it is made anew first if it is not kept.

        They are read one at a time, so that a case too large for memory can be gone through.
        """
        state = self._store.state()
        if state.documents >= _KEPT_PAGES and not self._store.readonly:
            self._read(lambda kept: None)
            with self._store.kept(self._key(state)) as found:
                if found is not None:
                    yield found
                    return
        yield KeptHere(rows_of(self._made(self._store.each_record(), self._store.sightings())))

    def _key(self, state: State) -> str:
        return f"{program_digest()} {source_list_digest()} {tuple(state)}"

    def _read(self, of: Callable[[Kept], _T]) -> _T:
        """Return something of the record as it was kept; make it anew first if it was not."""
        state = self._store.state()
        large = state.documents >= _KEPT_PAGES
        key = self._key(state)
        if large:
            with self._store.kept(key) as kept, held_back():
                try:
                    if kept is not None:
                        return of(kept)
                except _DAMAGED as error:
                    _log.warning("the record kept in the case is damaged and made anew: %s", error)
        made = self._made(self._store.each_record(), self._store.sightings())
        try:
            if large and self._store.keep(key, rows_of(made)):
                with self._store.kept(key) as kept:
                    if kept is not None:
                        return of(kept)
        except CaseError as error:  # the record is whole; only the next command is slower
            _log.warning("the record could not be kept in the case: %s", error)
        return of(KeptHere(rows_of(made)))

    def documents(self) -> tuple[Document, ...]:
        """Return the pages' stories, by id."""
        return self.export().documents

    def entities(self) -> tuple[Entity, ...]:
        """Return persons, bodies, places and groups across all pages, by id."""
        return self.export().entities

    def claims(self) -> tuple[Claim, ...]:
        """Return who says what, by document and place in it."""
        return self.export().claims

    def events(self) -> tuple[Event, ...]:
        """Return what happened, by date; mentions of one event on several pages are one."""
        return self.export().events

    def findings(self) -> tuple[Finding, ...]:
        """Return what to know before relying on the record, by id."""
        return self.export().findings

    def disputes(self) -> tuple[Dispute, ...]:
        """Return accounts of one thing that differ, side by side, by id."""
        return self.export().disputes

    def times(self) -> tuple[TimeExpression, ...]:
        """Return the time expressions, by document and place in it."""
        return self.export().times

    def timeline(self) -> tuple[TimeExpression, ...]:
        """Return the time expressions that have a date, earliest first."""
        dated = [(t.date, t) for t in self.times() if t.date is not None]
        dated.sort(key=lambda d: (d[0].earliest, d[0].latest, d[1].document, d[1].span.start))
        return tuple(time for _, time in dated)

    def key_days(
        self, most: int = 10, *, entity: str | None = None, story: str | None = None
    ) -> tuple[KeyDay, ...]:
        """Return the days that mattered most, in the order of the calendar.

        Args:
            most: how many days at most.
            entity: id of an entity whose events alone count.
            story: id of a story whose pages alone count.
        """
        export = self.export()
        documents = None
        if story is not None:
            documents = {d for s in export.stories if s.id == story for d in s.documents}
        return key_days(export.times, export.events, most, documents, entity)

    def changes(self, since: datetime) -> tuple[Change, ...]:
        """Return what changed since a time (UTC if it names no zone): pages, events, disputes."""
        from histor.assess import changes

        before = self._before(since)
        return changes(before, self.export(), since.date().isoformat())

    def changes_from(self, earlier: Case) -> tuple[Change, ...]:
        """Return what this case tells that an earlier one does not."""
        from histor.assess import changes

        before = earlier.export()
        written = [w.latest for d in before.documents if (w := d.dated)]
        return changes(before, self.export(), max(written, default=""))

    def table(self, name: TableName) -> Table:
        """Return a table of the record, for data frames: one kind of thing a row.

        ``events`` (days, PLOVER codes, parties, place in degrees WGS 84, numbers of killed in
        persons, pages and origins), ``accounts`` (one page's account of an event, with
        its words), ``claims`` (who says what), ``figures`` (numbers as worded, in persons unless
        ``unit`` says else), ``findings``, ``warnings``, ``relations`` (a pair of actors and a
        month, in PLOVER intensities), ``entities`` and ``documents`` (with the stories' texts, in
        which every ``start`` and ``end`` counts code points). ``to_pandas()``, ``to_polars()``
        and ``to_arrow()`` of a table have shape (rows, columns); ``columns`` says what each
        column holds.

        Raises:
            InputError: there is no table of that name.
        """
        from histor.tell.exports import table

        try:
            return table(self.export(), name)
        except KeyError as error:
            raise InputError(
                f"{name} is no table of a case; name events, accounts, claims, figures, findings, "
                "warnings, relations, entities or documents."
            ) from error

    def tables(self, since: datetime | None = None) -> dict[TableName, Table]:
        """Return all tables by name; with ``since``, a table of the changes since then as well."""
        from histor.tell.exports import tables

        return tables(self.export(), self._as_it_was(since))

    def export_to(
        self,
        path: str | Path,
        format: str | None = None,
        *,
        since: datetime | None = None,
        earlier: CaseExport | None = None,
    ) -> tuple[Path, ...]:
        """Write the record in a format that other tools read, and return the files written.

        Args:
            path: the file; a folder for formats of several files.
            format: a name of ``histor.tell.exports.FORMATS``; by default what the path ends in,
                json if it has no ending.
            since: tell what changed since this time (UTC if it names no zone), in formats that
                can: docs/export.md says which.
            earlier: tell what changed since this record was exported.

        Raises:
            InputError: there is no such format, or the path is a file where a folder is wanted.
            MissingExtraError: the format needs a package that is not installed.
            OSError: the file cannot be written.
        """
        from histor.tell.exports import format_for, write_export

        chosen = format_for(path, format)
        return write_export(self.state(since=since, earlier=earlier), chosen, path)

    def state(
        self,
        *,
        since: datetime | None = None,
        earlier: CaseExport | None = None,
        after: date | None = None,
        before: date | None = None,
    ) -> CaseState:
        """Return the record with the times its pages came in, which exports of changes tell.

        ``after`` and ``before``: of some days alone, as :meth:`export`.
        """
        from histor.assess import changes
        from histor.tell.exports import CaseState

        added = self._store.added()
        then = [t for t in added.values() if since is not None and t < _utc(since)]
        record, was = self.export(after, before), earlier or self._as_it_was(since)
        as_of = self._store.changed() or datetime.now(UTC)
        before_as_of = max(then, default=None)
        day = (before_as_of or as_of).date().isoformat()
        return CaseState(
            record=record,
            name="histor" if self.path == ":memory:" else Path(self.path).stem,
            as_of=as_of,
            added=added,
            before=was,
            changes=() if was is None else changes(was, record, day),
            before_as_of=before_as_of,
        )

    def _as_it_was(self, since: datetime | None) -> CaseExport | None:
        return None if since is None else self._before(since)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, by location."""
        return self.export().failures

    def page(self, document_id: str) -> Page | None:
        """Return a document's page as it was fetched; none if the case does not hold it."""
        return self._store.page(document_id)

    def document(self, document_id: str) -> Document | None:
        """Return a document as its page alone gives it, an earlier version of a page too."""
        record = self._store.record(document_id)
        return record.document if record is not None else None

    def versions(self) -> tuple[PageVersion, ...]:
        """Return the pages that were found with several contents, by address, oldest first."""
        documents, sightings = self._found()
        hidden = superseded(documents, sightings).hidden
        return tuple(
            PageVersion(
                address=s.address,
                document=s.document,
                title=documents[s.document].title,
                first_seen=s.first,
                last_seen=s.last,
                current=s is page[-1] and s.document not in hidden,
            )
            for page in page_versions(documents, sightings)
            for s in page
        )

    def revisions(self, page: str) -> tuple[PageRevision, ...]:
        """Return what a page's publisher changed on it, version by version.

        ``page``: its address, or the id of any of its documents.
        """
        documents, sightings = self._found()
        return tuple(
            PageRevision(
                address=earlier.address,
                earlier=earlier.document,
                later=later.document,
                seen=later.first,
                changes=self._changed(earlier.document, later.document),
            )
            for versions in page_versions(documents, sightings)
            if page == versions[0].address or page in {s.document for s in versions}
            for earlier, later in pairwise(versions)
            if documents[earlier.document].text != documents[later.document].text
        )

    def _changed(self, earlier: str, later: str) -> tuple[Change, ...]:
        from histor.assess import changes

        before, after = self._store.record(earlier), self._store.record(later)
        if before is None or after is None:
            return ()
        document = msgspec.structs.replace(after.document, supersedes=(earlier,))
        after = msgspec.structs.replace(after, document=document)
        found = changes(self._built([before]), self._built([after]), "")
        return tuple(c for c in found if c.of == "page")

    def check(self, progress: Callable[[int, int], None] | None = None) -> CheckReport:
        """Hold everything in the case against everything else, and return what does not agree.

        ``progress`` is called with the pages checked so far and how many there are.
        """
        checking = self._store.check(progress)
        faults = tuple(checking)
        return CheckReport(
            pages=checking.pages, spans=checking.spans, links=checking.links, faults=faults
        )

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents with all words of ``text``, best first; any text is a query.

        Words in double quotes must follow one another; ``word*`` finds what begins so;
        ``source:``, ``actor:``, ``place:``, ``after:`` and ``before:`` narrow (docs/cli.md).
        """
        earlier = superseded(*self._found()).hidden
        return tuple(self._store.search(text, limit, earlier))

    def search_like(
        self,
        sentence: str,
        text: str = "",
        limit: int = 20,
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> tuple[Hit, ...]:
        """Return the documents with the sentences most like one in words and meaning, best first.

        ``text`` narrows them as in :meth:`search`. Sentence vectors are kept beside the case file;
        those it lacks are made first, and ``progress`` is told how many pages are done of how many.

        Raises:
            ModelError: the language model's files are missing or broken.
        """
        earlier = superseded(*self._found()).hidden
        return tuple(self._store.like(sentence, text, limit, progress, without=earlier))

    def render(
        self,
        format: Literal["html", "markdown"] = "html",
        *,
        after: date | None = None,
        before: date | None = None,
    ) -> str:
        """Return the situation report; of some days, as :meth:`export`."""
        from histor.tell.forms import days_title, render_report

        title = days_title(after, before)
        return render_report(self.export(after, before), format, title).decode()

    def report(
        self,
        path: str | Path,
        format: ReportForm | None = None,
        *,
        after: date | None = None,
        before: date | None = None,
        since: datetime | None = None,
        pictures: bool | None = None,
    ) -> Path:
        """Write the situation report to ``path`` and return it.

        Args:
            path: the file.
            format: ``html``, ``markdown``, ``docx`` or ``pdf``; by default what the path ends in,
                html if it ends in none of them.
            after, before: report on the pages written from one day on and before another.
            since: begin with what changed since then (UTC if it names no zone), of the whole case.
            pictures: draw pictures; by default where ``histor[pictures]`` is installed.

        Raises:
            InputError: there is no such format.
            MissingExtraError: pdf needs typst, or pictures what draws them, and it is not
                installed.
            OSError: the file cannot be written.
        """
        from histor.tell.forms import days_title, form_for, render_report

        target = Path(path)
        record, title = self.export(after, before), days_title(after, before)
        form = format or form_for(target)
        told = self.since(since) if since is not None else None
        made = render_report(record, form, title, pictures=pictures, since=told)
        write_whole(target, made)
        return target

    def since(self, day: datetime) -> Since:
        """Return what changed since a time, as a report begins with it."""
        from histor.tell.change_lines import Since

        return Since(day.date(), self.changes(day))

    def _found(self) -> tuple[dict[str, Document], list[Sighting]]:
        """Return what was found at addresses that held several contents, and when."""
        sightings = self._store.sightings()
        ids = dict.fromkeys(s.document for s in sightings)
        return self._store.documents([*ids]), sightings

    def _before(self, since: datetime) -> CaseExport:
        """Return the record as it was at a time."""
        records = self._store.each_record(before=since)
        return self._built(records, self._store.sightings(before=since))

    def _built(
        self, records: Iterable[PageRecord], sightings: Sequence[Sighting] = ()
    ) -> CaseExport:
        made = self._made(records, sightings)
        return whole_record(KeptHere(rows_of(made)), self._store.failures())

    def _made(self, records: Iterable[PageRecord], sightings: Sequence[Sighting]) -> Made:
        """Link and judge pages; what there is much of is not held in memory.

        Raises:
            CaseError: there is no room for temporary files.
        """
        # here, so that a report of a kept record need not wait for what links and judges
        from histor.assess import assess
        from histor.link import link

        documents = self._store.documents([*dict.fromkeys(s.document for s in sightings)])
        versions = superseded(documents, sightings)
        try:
            linked = link(counted(records, versions), self._store.bare_judgements())
            assessed = assess(linked, listed_sources())
        except OSError as error:
            raise CaseError(
                self.path,
                f"linking its pages found no room for temporary files ({error.strerror})",
                "free some space, or set TMPDIR to a folder on a disk that has some",
            ) from error
        return Made(
            documents=linked.documents,
            origins=linked.origins,
            stories=linked.stories,
            entities=linked.entities,
            claims=linked.claims,
            events=assessed.events,
            findings=assessed.findings,
            warnings=assessed.warnings,
            relations=assessed.relations,
            times=linked.times,
            figures=linked.figures,
            disputes=assessed.disputes,
            sources=assessed.sources,
            shifts=assessed.shifts,
            withheld=len(assessed.withheld),
        )


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)
