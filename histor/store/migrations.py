"""How a case file came to its present shape, step by step.

Each step is a number, what it does, and its statements; a step that was released is never edited.
``PRAGMA user_version`` holds the number of the last step a file has taken. Statements may use the
SQL function ``sha256`` (:func:`histor.store.digests.sha256`).
"""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection

__all__ = [
    "APPLICATION_ID",
    "MIGRATIONS",
    "SEARCH_WORDS",
    "Migration",
    "migrate",
    "version_of",
]

#: ``PRAGMA application_id`` of a case: "hstr" in ASCII
APPLICATION_ID = 0x68737472


#: letters that the Unicode 6.1 tables of FTS5 take for marks: New Tai Lue vowels, Vedic signs
_LATER_LETTERS = "".join(map(chr, (*range(0x19B0, 0x19C1), 0x19C8, 0x19C9, 0x1CF2, 0x1CF3)))
#: how search cuts a text into words; step 7 holds it, so another way is another step
SEARCH_WORDS = f"porter unicode61 remove_diacritics 2 tokenchars '{_LATER_LETTERS}'"


class Migration(NamedTuple):
    """One step."""

    number: int
    title: str
    statements: tuple[str, ...]


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        1,
        "pages, documents, what each says, judgements, failures and search",
        (
            """CREATE TABLE pages (
                id TEXT PRIMARY KEY,
                location TEXT NOT NULL,
                key TEXT NOT NULL,
                sha256 TEXT NOT NULL,
                media TEXT NOT NULL,
                encoding TEXT NOT NULL,
                given TEXT NOT NULL,
                body BLOB NOT NULL,
                added_at TEXT NOT NULL
            )""",
            """CREATE TABLE documents (
                number INTEGER PRIMARY KEY,
                id TEXT NOT NULL UNIQUE REFERENCES pages (id) ON DELETE CASCADE,
                title TEXT,
                outlet TEXT,
                language TEXT,
                page_date TEXT,
                page_date_earliest TEXT,
                page_date_latest TEXT,
                text TEXT NOT NULL,
                offsets TEXT NOT NULL,
                record TEXT NOT NULL
            )""",
            """CREATE TABLE removed (
                document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
                position INTEGER NOT NULL,
                reason TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (document, position)
            )""",
            """CREATE TABLE entities (
                id TEXT NOT NULL,
                document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
                name TEXT NOT NULL,
                kind TEXT NOT NULL,
                PRIMARY KEY (document, id)
            )""",
            """CREATE TABLE mentions (
                document TEXT NOT NULL,
                entity TEXT NOT NULL,
                start INTEGER NOT NULL,
                "end" INTEGER NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (document, entity, start, "end"),
                FOREIGN KEY (document, entity) REFERENCES entities (document, id)
                    ON DELETE CASCADE
            )""",
            """CREATE TABLE claims (
                id TEXT NOT NULL,
                document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
                source TEXT,
                source_entity TEXT,
                cue TEXT,
                content TEXT NOT NULL,
                start INTEGER NOT NULL,
                "end" INTEGER NOT NULL,
                act TEXT NOT NULL,
                quoted INTEGER NOT NULL,
                date TEXT,
                PRIMARY KEY (document, id)
            )""",
            """CREATE TABLE times (
                id TEXT NOT NULL,
                document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
                text TEXT NOT NULL,
                start INTEGER NOT NULL,
                "end" INTEGER NOT NULL,
                edtf TEXT,
                earliest TEXT,
                latest TEXT,
                basis TEXT,
                sentence TEXT NOT NULL,
                PRIMARY KEY (document, id)
            )""",
            "CREATE INDEX times_earliest ON times (earliest)",
            """CREATE TABLE failures (
                location TEXT NOT NULL,
                code TEXT NOT NULL,
                message TEXT NOT NULL,
                failed_at TEXT NOT NULL,
                PRIMARY KEY (location, code)
            )""",
            """CREATE TABLE judgements (
                id INTEGER PRIMARY KEY,
                "left" TEXT NOT NULL,
                "right" TEXT NOT NULL,
                verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure')),
                "by" TEXT NOT NULL,
                score REAL NOT NULL,
                reasons TEXT NOT NULL,
                created_at TEXT NOT NULL,
                retired_at TEXT
            )""",
            'CREATE UNIQUE INDEX judgements_standing ON judgements ("left", "right", "by") '
            "WHERE retired_at IS NULL",
            """CREATE VIRTUAL TABLE documents_search USING fts5 (
                title, outlet, text,
                content = 'documents', content_rowid = 'number',
                tokenize = 'porter unicode61 remove_diacritics 2'
            )""",
        ),
    ),
    Migration(
        2,
        "the record as it was last made of the whole case",
        (
            """CREATE TABLE built (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                state TEXT NOT NULL,
                record BLOB NOT NULL
            )""",
        ),
    ),
    Migration(
        3,
        "what each address held, and from when to when",
        (
            "ALTER TABLE pages ADD COLUMN address TEXT",
            "ALTER TABLE pages ADD COLUMN fetched TEXT",
            # a page's key is its address, or the name of its file; pieces of feeds and records
            # without an address have none
            """UPDATE pages SET address = CASE
                WHEN key LIKE 'http://%' OR key LIKE 'https://%' THEN key
                WHEN location NOT LIKE '%!%' AND substr(location, -length(key)) = key
                    THEN location
                END""",
            # what was fetched from the network was fetched when it was added
            "UPDATE pages SET fetched = added_at WHERE location = key AND address = key",
            """CREATE TABLE versions (
                number INTEGER PRIMARY KEY,
                address TEXT NOT NULL,
                document TEXT NOT NULL REFERENCES pages (id) ON DELETE CASCADE,
                first TEXT NOT NULL,
                last TEXT NOT NULL,
                dated INTEGER NOT NULL,
                added_at TEXT NOT NULL,
                UNIQUE (address, document, first)
            )""",
            "CREATE INDEX versions_newest ON versions (address, last)",
            """INSERT INTO versions (address, document, first, last, dated, added_at)
                SELECT address, id, coalesce(fetched, added_at), coalesce(fetched, added_at),
                    fetched IS NOT NULL, added_at
                FROM pages WHERE address IS NOT NULL ORDER BY added_at, id""",
        ),
    ),
    Migration(
        4,
        "what is known of each watched address",
        (
            """CREATE TABLE watched (
                number INTEGER PRIMARY KEY,
                address TEXT NOT NULL UNIQUE,
                source TEXT NOT NULL,
                first_at TEXT NOT NULL,
                checked_at TEXT,
                due_at TEXT,
                etag TEXT,
                modified TEXT,
                mark TEXT,
                failures INTEGER NOT NULL,
                read INTEGER NOT NULL
            )""",
            "CREATE INDEX watched_due ON watched (source, due_at)",
        ),
    ),
    Migration(
        5,
        "digests of what is stored of each page, by which histor check finds what was changed",
        (
            """CREATE TABLE digests (
                page TEXT PRIMARY KEY REFERENCES pages (id) ON DELETE CASCADE,
                body TEXT NOT NULL,
                record TEXT NOT NULL
            )""",
            """INSERT INTO digests (page, body, record)
                SELECT p.id, sha256(p.body), sha256(d.record)
                FROM pages AS p JOIN documents AS d ON d.id = p.id""",
        ),
    ),
    Migration(
        6,
        "the record as it was last made, piece by piece",
        (
            "DELETE FROM built",
            """CREATE TABLE kept (
                part TEXT NOT NULL,
                number INTEGER NOT NULL,
                record BLOB NOT NULL,
                first TEXT,
                last TEXT,
                id TEXT,
                PRIMARY KEY (part, number)
            ) WITHOUT ROWID""",
            "CREATE INDEX kept_days ON kept (part, first) WHERE first IS NOT NULL",
            "CREATE INDEX kept_ids ON kept (id) WHERE id IS NOT NULL",
            """CREATE TABLE kept_on (
                document INTEGER NOT NULL,
                part TEXT NOT NULL,
                number INTEGER NOT NULL,
                PRIMARY KEY (document, part, number)
            ) WITHOUT ROWID""",
        ),
    ),
    Migration(
        7,
        "every letter and number of Unicode is part of a word to the search",
        (
            "DROP TABLE documents_search",
            f"""CREATE VIRTUAL TABLE documents_search USING fts5 (
                title, outlet, text,
                content = 'documents', content_rowid = 'number',
                tokenize = "{SEARCH_WORDS}"
            )""",
            "INSERT INTO documents_search (documents_search) VALUES ('rebuild')",
        ),
    ),
)


def version_of(connection: Connection) -> int:
    """Return the number of the last step the file has taken; 0 for a new one."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(
    connection: Connection, migrations: tuple[Migration, ...] = MIGRATIONS
) -> tuple[int, ...]:
    """Take the steps the file has not taken, in the caller's transaction; return their numbers."""
    done = version_of(connection)
    taken: list[int] = []
    for step in migrations:
        if step.number > done:
            for statement in step.statements:
                connection.exec_driver_sql(statement)
            taken.append(step.number)
    if taken:
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {taken[-1]}")
    return tuple(taken)
