"""The case: the one object a Python user needs."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec

from histor.assess import Change, assess, changes
from histor.errors import CaseError, InputError
from histor.link import judge, link
from histor.program import program_digest
from histor.records import (
    CaseExport,
    Claim,
    Document,
    Entity,
    Event,
    Failure,
    Finding,
    Judgement,
    KeyDay,
    Page,
    PageRecord,
    TimeExpression,
)
from histor.store import Hit, State, Store, is_case
from histor.tell.key_days import key_days

if TYPE_CHECKING:
    from spacy.language import Language

    from histor.read import ReadSettings
    from histor.stages import PageResult
    from histor.tell.exports import CaseState, Table, TableName
    from histor.tell.forms import ReportForm

__all__ = ["AddReport", "Case", "Progress", "is_case", "open"]

_log = logging.getLogger(__name__)

#: what is held before it is read and stored together: bounds what Ctrl-C can cost, and memory
_BATCH_PAGES = 16
_BATCH_CHARACTERS = 2_000_000
_BATCH_SECONDS = 2.0
#: pages of a case from which its record is kept for the next command
_KEPT_PAGES = 25


class Progress(msgspec.Struct, frozen=True, kw_only=True):
    """How far :meth:`Case.add` has come."""

    #: pages now in the case that were not before
    added: int = 0
    #: pages the case held already
    known: int = 0
    #: pages and sources that could not be used
    failed: int = 0
    #: the page or source it came to last
    location: str = ""


class AddReport(msgspec.Struct, frozen=True, kw_only=True):
    """What :meth:`Case.add` did."""

    #: pages now in the case that were not before
    added: int
    #: pages the case held already, which were left as they are
    known: int
    #: pages and sources that could not be used, and why
    failures: tuple[Failure, ...]

    @property
    def failed(self) -> int:
        """How many pages and sources could not be used."""
        return len(self.failures)


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
        sources: Sequence[str | Path],
        *,
        settings: ReadSettings | None = None,
        progress: Callable[[Progress], None] | None = None,
        stdin: BinaryIO | None = None,
        reader: Language | None = None,
    ) -> AddReport:
        """Read the pages of ``sources`` into the case.

        Sources are files, folders, archives, feeds, http(s) addresses, or ``-`` for ``stdin``.
        A page the case holds already is left as it is. A page that cannot be read costs no other
        page. Pages are stored a few at a time: interrupted, the case holds all read so far.
        ``reader`` is another spaCy pipeline to read with: docs/annotation.md says what it must set.

        Raises:
            CaseError: the case cannot be written.
            ModelError: the language model's files are missing or broken.
        """
        from histor.read import read_sources

        self._store.require_writable()
        names = [str(source) for source in sources]
        self._store.forget_failures([_whole(name) for name in names])
        adding = _Adding(self._store, progress, reader)
        for batch in _batches(adding.new(read_sources(names, settings, stdin))):
            adding.store(batch)
        return adding.report()

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

    def export(self) -> CaseExport:
        """Return the whole record, in an order that does not hang on the order of adding.

        Parts of the contract that this version cannot fill yet are empty.
        """
        state = self._store.state()
        if self._export is None or self._export[0] != state:
            self._export = (state, self._kept(state))
        return self._export[1]

    def _kept(self, state: State) -> CaseExport:
        """Return the record as it was kept, or make it anew and keep it."""
        if state.documents < _KEPT_PAGES:
            return self._built(self._store.records())
        key = f"{program_digest()} {tuple(state)}"
        kept = self._store.built(key)
        if kept is not None:
            return msgspec.json.decode(kept, type=CaseExport)
        export = self._built(self._store.records())
        try:
            self._store.keep_built(key, msgspec.json.encode(export))
        except CaseError as error:  # the record is whole; only the next command is slower
            _log.warning("the record could not be kept in the case: %s", error)
        return export

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
        before = self._built(self._store.records(before=since))
        return changes(before, self.export(), since.date().isoformat())

    def changes_from(self, earlier: Case) -> tuple[Change, ...]:
        """Return what this case tells that an earlier one does not."""
        before = earlier.export()
        written = [w.latest for d in before.documents if (w := d.written or d.page_date)]
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
        self, *, since: datetime | None = None, earlier: CaseExport | None = None
    ) -> CaseState:
        """Return the record with the times its pages came in, which exports of changes tell."""
        from histor.tell.exports import CaseState

        added = self._store.added()
        then = [t for t in added.values() if since is not None and t < _utc(since)]
        return CaseState(
            record=self.export(),
            name="histor" if self.path == ":memory:" else Path(self.path).stem,
            as_of=self._store.changed() or datetime.now(UTC),
            added=added,
            before=earlier or self._as_it_was(since),
            before_as_of=max(then, default=None),
        )

    def _as_it_was(self, since: datetime | None) -> CaseExport | None:
        return None if since is None else self._built(self._store.records(before=since))

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read, by location."""
        return self.export().failures

    def page(self, document_id: str) -> Page | None:
        """Return a document's page as it was fetched; none if the case does not hold it."""
        return self._store.page(document_id)

    def search(self, text: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return the documents with all words of ``text``, best first; any text is a query.

        Words in double quotes must follow one another; ``word*`` finds what begins so.
        """
        return tuple(self._store.search(text, limit))

    def render(self, format: Literal["html", "markdown"] = "html") -> str:
        """Return the situation report."""
        from histor.tell import html, markdown

        render = html.render if format == "html" else markdown.render
        return render(self.export())

    def report(self, path: str | Path, format: ReportForm | None = None) -> Path:
        """Write the situation report to ``path`` and return it.

        Args:
            path: the file.
            format: ``html``, ``markdown``, ``docx`` or ``pdf``; by default what the path ends in,
                html if it ends in none of them.

        Raises:
            InputError: there is no such format.
            MissingExtraError: pdf needs typst, which is not installed.
            OSError: the file cannot be written.
        """
        from histor.tell.forms import form_for, render_report

        target = Path(path)
        target.write_bytes(render_report(self.export(), format or form_for(target)))
        return target

    def _built(self, records: Sequence[PageRecord]) -> CaseExport:
        linked = link(records, self._store.judgements())
        assessed = assess(linked)
        return CaseExport(
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
            failures=tuple(self._store.failures()),
            withheld=len(assessed.withheld),
        )


class _Adding:
    """One run of :meth:`Case.add`: what came in, and what became of it."""

    def __init__(
        self,
        store: Store,
        progress: Callable[[Progress], None] | None,
        reader: Language | None = None,
    ) -> None:
        self._store = store
        self._reader = reader
        self._tell = progress
        self._progress = Progress()
        self._failures: list[Failure] = []
        self._coming: set[str] = set()

    def new(self, pages: Iterable[Page | Failure]) -> Iterator[Page | Failure]:
        """Let through what the case does not hold yet."""
        for page in map(_encodable, pages):
            if isinstance(page, Failure):
                yield page
            elif page.document_id in self._coming or self._store.holds(page.document_id):
                self._store.forget_failures([page.location])
                self._count(page.location, known=1)
            else:
                self._coming.add(page.document_id)
                yield page

    def store(self, batch: Sequence[Page | Failure]) -> None:
        """Read a batch and store it; interrupted, store what of it was read."""
        from histor.stages import process

        results: list[PageResult] = []
        failures = [item for item in batch if isinstance(item, Failure)]
        pages = [item for item in batch if isinstance(item, Page)]
        try:
            for result in process(pages, self._reader):
                if isinstance(result, Failure):
                    failures.append(result)
                else:
                    results.append(result)
        finally:
            judgements = [j for result in results for j in judge(result.record)]
            self._store.put(results, judgements, failures)
            self._failures += failures
            for result in results:
                self._count(result.page.location, added=1)
            for failure in failures:
                self._count(failure.location, failed=1)

    def report(self) -> AddReport:
        """Say what was done."""
        return AddReport(
            added=self._progress.added,
            known=self._progress.known,
            failures=tuple(self._failures),
        )

    def _count(self, location: str, *, added: int = 0, known: int = 0, failed: int = 0) -> None:
        self._progress = Progress(
            added=self._progress.added + added,
            known=self._progress.known + known,
            failed=self._progress.failed + failed,
            location=location,
        )
        if self._tell is not None:
            self._tell(self._progress)


def _batches(items: Iterable[Page | Failure]) -> Iterator[list[Page | Failure]]:
    batch: list[Page | Failure] = []
    characters, since = 0, time.monotonic()
    try:
        for item in items:
            if not batch:
                characters, since = 0, time.monotonic()
            batch.append(item)
            characters += len(item.text) if isinstance(item, Page) else 0
            late = time.monotonic() - since > _BATCH_SECONDS
            if late or len(batch) >= _BATCH_PAGES or characters > _BATCH_CHARACTERS:
                yield batch
                batch = []
    except (KeyboardInterrupt, Exception):
        # whatever stops the reading, what is in hand is kept
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _encodable(item: Page | Failure) -> Page | Failure:
    """Replace half characters, which file names and JSON may hold and no file or screen can."""
    if isinstance(item, Failure):
        return msgspec.structs.replace(
            item, location=_whole(item.location), message=_whole(item.message)
        )
    names = {"location": _whole(item.location), "key": _whole(item.key), "text": _whole(item.text)}
    return msgspec.structs.replace(item, **names)


def _utc(time: datetime) -> datetime:
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
