"""The tables as they stand after the last migration."""

from __future__ import annotations

from sqlalchemy import Column, Float, Integer, LargeBinary, MetaData, String, Table

__all__ = [
    "METADATA",
    "built",
    "claims",
    "digests",
    "documents",
    "entities",
    "failures",
    "judgements",
    "kept",
    "kept_on",
    "mentions",
    "pages",
    "removed",
    "times",
    "versions",
    "watched",
]

METADATA = MetaData()

pages = Table(
    "pages",
    METADATA,
    Column("id", String, primary_key=True),
    Column("location", String),
    Column("key", String),
    Column("sha256", String),
    Column("media", String),
    Column("encoding", String),
    Column("given", String),
    Column("body", LargeBinary),
    Column("added_at", String),
    Column("address", String),
    Column("fetched", String),
)

versions = Table(
    "versions",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("address", String),
    Column("document", String),
    Column("first", String),
    Column("last", String),
    Column("dated", Integer),
    Column("added_at", String),
)

documents = Table(
    "documents",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String),
    Column("title", String),
    Column("outlet", String),
    Column("language", String),
    Column("page_date", String),
    Column("page_date_earliest", String),
    Column("page_date_latest", String),
    Column("text", String),
    Column("offsets", String),
    Column("record", String),
)

removed = Table(
    "removed",
    METADATA,
    Column("document", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("reason", String),
    Column("text", String),
)

entities = Table(
    "entities",
    METADATA,
    Column("id", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("name", String),
    Column("kind", String),
)

mentions = Table(
    "mentions",
    METADATA,
    Column("document", String, primary_key=True),
    Column("entity", String, primary_key=True),
    Column("start", Integer, primary_key=True),
    Column("end", Integer, primary_key=True),
    Column("text", String),
)

claims = Table(
    "claims",
    METADATA,
    Column("id", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("source", String),
    Column("source_entity", String),
    Column("cue", String),
    Column("content", String),
    Column("start", Integer),
    Column("end", Integer),
    Column("act", String),
    Column("quoted", Integer),
    Column("date", String),
)

times = Table(
    "times",
    METADATA,
    Column("id", String, primary_key=True),
    Column("document", String, primary_key=True),
    Column("text", String),
    Column("start", Integer),
    Column("end", Integer),
    Column("edtf", String),
    Column("earliest", String),
    Column("latest", String),
    Column("basis", String),
    Column("sentence", String),
)

watched = Table(
    "watched",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("address", String),
    Column("source", String),
    Column("first_at", String),
    Column("checked_at", String),
    Column("due_at", String),
    Column("etag", String),
    Column("modified", String),
    Column("mark", String),
    Column("failures", Integer),
    Column("read", Integer),
)

digests = Table(
    "digests",
    METADATA,
    Column("page", String, primary_key=True),
    Column("body", String),
    Column("record", String),
)

failures = Table(
    "failures",
    METADATA,
    Column("location", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("message", String),
    Column("failed_at", String),
)

built = Table(
    "built",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("state", String),
    Column("record", LargeBinary),
)

kept = Table(
    "kept",
    METADATA,
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("record", LargeBinary),
    Column("first", String),
    Column("last", String),
    Column("id", String),
)

kept_on = Table(
    "kept_on",
    METADATA,
    Column("document", Integer, primary_key=True),
    Column("part", String, primary_key=True),
    Column("number", Integer, primary_key=True),
)

judgements = Table(
    "judgements",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("left", String),
    Column("right", String),
    Column("verdict", String),
    Column("by", String),
    Column("score", Float),
    Column("reasons", String),
    Column("created_at", String),
    Column("retired_at", String),
)
