"""Every error histor raises, drawn at the top; each message is one sentence with a way out.

HistorError
├── InputError            what the user named cannot be used
│   ├── SourceError       one source (file, folder, address) cannot be read
│   ├── PipelineError     the spaCy pipeline named to read with cannot be loaded
│   ├── PageError         one page cannot be read; the run goes on without it
│   └── NothingReadError  no page at all could be read
├── EngineError           the engine that reads on many machines cannot be used
├── CaseError             the case file is missing, broken, locked or not a case
├── ModelError            the language model's files are missing or do not fit together
└── MissingExtraError     a package that a plain install leaves out is not installed
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = [
    "CaseError",
    "EngineError",
    "HistorError",
    "InputError",
    "MissingExtraError",
    "ModelError",
    "NothingReadError",
    "PageError",
    "PipelineError",
    "SourceError",
]


class HistorError(Exception):
    """Base of every error that histor raises on purpose; ``str()`` is one sentence for the user."""


class InputError(HistorError):
    """What the user named cannot be used."""


class SourceError(InputError):
    """One source could not be read at all."""

    def __init__(self, source: str, problem: str, advice: str) -> None:
        super().__init__(f"{source}: {problem}; {advice}.")
        self.source = source
        self.problem = problem


class PipelineError(InputError):
    """The spaCy pipeline that was named to read with cannot be loaded or lacks what is needed."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(
            f"{name}: {problem}; name an installed spaCy pipeline with a parser, a tagger and "
            "entities, or leave it out to read with histor's own."
        )


class PageError(InputError):
    """One page could not be read or holds no story; the run goes on without it."""

    def __init__(self, location: str, code: str, problem: str) -> None:
        super().__init__(f"{location}: {problem}.")
        self.location = location
        self.code = code
        self.problem = problem


class NothingReadError(InputError):
    """None of the sources gave a page."""

    def __init__(self, sources: str, failures: Sequence[object] = ()) -> None:
        self.failures = tuple(failures)
        super().__init__(
            f"{sources}: no page could be read; "
            "name HTML, text, JSON, WARC or feed files, a folder of them, or an address."
        )


class EngineError(HistorError):
    """The engine that reads on many machines cannot be reached, or failed."""

    def __init__(self, engine: str, problem: str, advice: str) -> None:
        super().__init__(f"{engine}: {problem}; {advice}.")
        self.engine = engine
        self.problem = problem


class CaseError(HistorError):
    """The case file cannot be opened or written."""

    def __init__(self, path: str, problem: str, advice: str) -> None:
        super().__init__(f"{path}: {problem}; {advice}.")
        self.path = path
        self.problem = problem


class ModelError(HistorError):
    """The language model's files are missing or do not fit together."""

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(f"{path}: {problem}; install histor again to restore its model.")


class MissingExtraError(HistorError):
    """A package that a plain install leaves out is needed for what was asked."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs a package that a plain install leaves out for its size; "
            f"install it with: pip install 'histor[{extra}]'."
        )
        self.what = what
        self.extra = extra
