"""histor reads a heap of news pages about a crisis and writes the record.

>>> import histor
>>> with histor.open("crisis.case") as case:  # doctest: +SKIP
...     case.add(["pages/"])
...     for claim in case.claims():
...         print(claim.source.text if claim.source else "?", claim.content.text)
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

# before numpy is first imported: histor multiplies small matrices on threads of its own, and
# OpenBLAS' threads would spin beside them, at the price of half the speed; a value of yours stands
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from histor.errors import (
    CaseError,
    HistorError,
    InputError,
    MissingExtraError,
    ModelError,
    NothingReadError,
    PageError,
    SourceError,
)
from histor.later import later
from histor.records import (
    Account,
    CaseExport,
    Claim,
    ClaimSource,
    Date,
    Dispute,
    Document,
    Entity,
    Event,
    Failure,
    Finding,
    Judgement,
    Name,
    Origin,
    Relation,
    Role,
    Shift,
    Source,
    Span,
    Story,
    TimeExpression,
    Warning,
)

if TYPE_CHECKING:
    from histor.case import AddReport, Case, Progress, open
    from histor.read import ReadSettings
    from histor.store import Hit
    from histor.tell.exports import Table

__version__ = "0.1.0"

__all__ = [
    "Account",
    "AddReport",
    "Case",
    "CaseError",
    "CaseExport",
    "Claim",
    "ClaimSource",
    "Date",
    "Dispute",
    "Document",
    "Entity",
    "Event",
    "Failure",
    "Finding",
    "HistorError",
    "Hit",
    "InputError",
    "Judgement",
    "MissingExtraError",
    "ModelError",
    "Name",
    "NothingReadError",
    "Origin",
    "PageError",
    "Progress",
    "ReadSettings",
    "Relation",
    "Role",
    "Shift",
    "Source",
    "SourceError",
    "Span",
    "Story",
    "Table",
    "TimeExpression",
    "Warning",
    "__version__",
    "open",
]

# what needs the store or the readers is imported when first used, so that `histor --help` and
# a bare `import histor` stay quick
__getattr__ = later(
    __name__,
    {
        "AddReport": "histor.case",
        "Case": "histor.case",
        "Hit": "histor.store",
        "Progress": "histor.case",
        "ReadSettings": "histor.read",
        "Table": "histor.tell.exports",
        "open": "histor.case",
    },
)
