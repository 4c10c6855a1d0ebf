"""An annotated document as plain objects, which the rules ask some hundred thousand times a page.

spaCy makes a token anew whenever one is asked for, looks up its strings each time, and finds a
sentence, a subtree or a span's text by going through its words again. Here each word is made once
and keeps what was asked of it. A plain document answers as the document does of which it is made;
what is seldom asked is asked of that one. The document must not change afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import local
from types import GeneratorType
from typing import Any, cast

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc, Span, SpanGroup, Token

from histor.annotate import Attribution, EventMention
from histor.extract.tokens import KEPT, text_of

__all__ = ["plain"]

_COLUMNS: list[int | str] = [
    "ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX",
    "ENT_IOB", "SENT_START", "IS_PUNCT", "IS_SPACE", "IS_QUOTE", "IS_ALPHA",
]  # fmt: skip
_SIMPLE = frozenset([bool, str, int, float, type(None)])
#: columns of numbers that stand for strings, and those before the flags
_NAMES, _FLAGS = 7, 11
_IOB = ("", "I", "O", "B")
_BEGUN = {0: None, 1: True, -1: False}


@contextmanager
def plain(doc: Doc) -> Iterator[Doc]:
    """Give a document that answers as another does, and faster; at the end it is taken apart."""
    made = _PlainDoc(doc)
    yield cast(Doc, made)
    made.part()


class _Strings(dict[int, str]):
    """The strings behind spaCy's numbers, each one object: equal ones are found equal at once.

    A number is its string's, whatever the pipeline.
    """

    #: where one that is not known yet is looked up
    store: StringStore

    def __missing__(self, number: int) -> str:
        found = self[number] = self.store[number]
        return found


class _Kept(local):
    """The strings that a thread knows already."""

    def __init__(self) -> None:
        self.strings = _Strings()


_KNOWN = _Kept()
_MOST_STRINGS = 50_000


class _Word:
    """A token; what was not set at the beginning is found when it is first asked for."""

    __slots__ = (
        "_", "ancestors", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx",
        "is_alpha", "is_digit", "is_lower", "is_punct", "is_quote", "is_sent_end", "is_sent_start",
        "is_space", "is_title", "is_upper", "left_edge", "lefts", "lemma_", "like_num", "lower_",
        "pos_", "right_edge", "rights", "sent", "subtree", "tag_", "text", "whitespace_",
    )  # fmt: skip
    _: Any
    ancestors: tuple[_Word, ...]
    children: Any
    dep_: str
    doc: Any
    ent_iob_: str
    ent_type_: str
    head: Any
    i: int
    idx: int
    is_alpha: bool
    is_punct: bool
    is_quote: bool
    is_sent_start: bool | None
    is_space: bool
    left_edge: Any
    lefts: tuple[_Word, ...]
    lemma_: str
    lower_: str
    pos_: str
    right_edge: Any
    rights: tuple[_Word, ...]
    sent: Any
    subtree: tuple[_Word, ...]
    tag_: str
    text: str

    def __getattr__(self, name: str) -> Any:
        find = _FOUND.get(name)
        value = find(self) if find else self.doc.mirrored(getattr(self.doc.given[self.i], name))
        if name in _KEPT:
            setattr(self, name, value)
        return value

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    def __lt__(self, other: _Word) -> bool:
        return self.i < other.i

    def __le__(self, other: _Word) -> bool:
        return self.i <= other.i

    def __gt__(self, other: _Word) -> bool:
        return self.i > other.i

    def __ge__(self, other: _Word) -> bool:
        return self.i >= other.i

    def nbor(self, by: int = 1) -> _Word:
        """Return the word some words further on."""
        at = self.i + by
        if at < 0 or at >= len(self.doc.words):
            raise IndexError(f"there is no word {by} words from word {self.i}")
        found: _Word = self.doc.words[at]
        return found

    def is_ancestor(self, below: _Word) -> bool:
        """Say whether a word hangs below this one."""
        return self in below.ancestors


def _ancestors(word: _Word) -> tuple[_Word, ...]:
    found: list[_Word] = []
    most = len(word.doc.words)
    while word.head is not word and len(found) < most:
        word = word.head
        found.append(word)
    return tuple(found)


def _depth(word: _Word) -> int:
    """Return how far a word is from its root; marks and spaces are the last to head a phrase."""
    last = not word.children and (word.is_punct or word.is_space)
    return len(word.doc.words) if last else len(word.ancestors)


def _is_sent_end(word: _Word) -> bool | None:
    following = word.i + 1
    if following == len(word.doc.words):
        return True
    found: bool | None = word.doc.words[following].is_sent_start
    return found


def _lefts(word: _Word) -> tuple[_Word, ...]:
    return tuple(c for c in word.children if c.i < word.i)


def _rights(word: _Word) -> tuple[_Word, ...]:
    return tuple(c for c in word.children if c.i > word.i)


def _subtree(word: _Word) -> tuple[_Word, ...]:
    if not word.children:
        return (word,)
    before = [t for c in word.lefts for t in c.subtree]
    return (*before, word, *(t for c in word.rights for t in c.subtree))


_FOUND: dict[str, Callable[[_Word], Any]] = {
    "ancestors": _ancestors,
    "is_sent_end": _is_sent_end,
    "lefts": _lefts,
    "rights": _rights,
    "subtree": _subtree,
}
_KEPT = frozenset(_Word.__slots__)


class _Stretch:
    """A span of words."""

    __slots__ = ("_root", "doc", "end", "label_", "start")

    def __init__(self, doc: _PlainDoc, start: int, end: int, label: str = "") -> None:
        self.doc = doc
        self.start = start
        self.end = end
        self.label_ = label
        self._root: _Word | None = None

    def __getattr__(self, name: str) -> Any:
        given = self.doc.given[self.start : self.end]
        given.label_ = self.label_
        return self.doc.mirrored(getattr(given, name))

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[_Word]:
        return iter(self.doc.words[self.start : self.end])

    def __getitem__(self, i: Any) -> Any:
        if isinstance(i, slice):
            start, end, _ = i.indices(self.end - self.start)
            return _Stretch(self.doc, self.start + start, self.start + max(start, end))
        at = (self.end if i < 0 else self.start) + i
        if self.start <= at < self.end:
            return self.doc.words[at]
        raise IndexError(f"a span of {len(self)} words has no word {i}")

    def _key(self) -> tuple[int, int, str]:
        return (self.start, self.end, self.label_)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Stretch)
            and self.start == other.start
            and self.end == other.end
            and self.label_ == other.label_
            and self.doc is other.doc
        )

    def __hash__(self) -> int:
        return hash((self.start, self.end))

    def __lt__(self, other: _Stretch) -> bool:
        return self._key() < other._key()

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text

    @property
    def start_char(self) -> int:
        doc = self.doc
        return doc.words[self.start].idx if self.start < len(doc.words) else len(doc.text)

    @property
    def end_char(self) -> int:
        if self.start == self.end:
            return self.start_char
        last = self.doc.words[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        if self.start == self.end:
            return ""
        words = self.doc.words
        last = words[self.end - 1]
        return self.doc.text[words[self.start].idx : last.idx + len(last.text)]

    @property
    def root(self) -> _Word:
        if self._root is None:
            self._root = self._found_root()
        return self._root

    def _found_root(self) -> _Word:
        words: list[_Word] = self.doc.words[self.start : self.end]
        if len(words) == 1:
            return words[0]
        outside: list[_Word] = []
        for word in words:
            head: _Word = word.head
            if head is word:
                return word
            if not self.start <= head.i < self.end:
                outside.append(word)
        if len(outside) == 1:
            return outside[0]
        return min(outside, key=_depth) if outside else self.doc.words[self.start]

    @property
    def sent(self) -> _Stretch:
        found: _Stretch = self.doc.words[self.start].sent
        return found

    @property
    def ents(self) -> list[_Stretch]:
        inside = (e for e in self.doc.ents if e.start >= self.start)
        return [e for e in inside if e.end <= self.end]

    @property
    def lefts(self) -> Iterator[_Word]:
        inside = reversed(self.doc.words[self.start : self.end])
        return (left for w in inside for left in w.lefts if left.i < self.start)

    @property
    def rights(self) -> Iterator[_Word]:
        return (right for w in self for right in w.rights if right.i >= self.end)

    @property
    def subtree(self) -> Iterator[_Word]:
        for word in self.lefts:
            yield from word.subtree
        yield from self
        for word in self.rights:
            yield from word.subtree


class _Own:
    """What a pipeline set by attributes of its own (``doc._``)."""

    def __init__(self, doc: _PlainDoc) -> None:
        self._doc = doc

    def __getattr__(self, name: str) -> Any:
        value = self._doc.mirrored(getattr(self._doc.given._, name))
        setattr(self, name, value)
        return value


class _Groups(Mapping[str, list["_Stretch"]]):
    """A document's groups of spans by their names."""

    def __init__(self, doc: _PlainDoc) -> None:
        self._doc = doc
        self._known: dict[str, list[_Stretch]] = {}

    def __getitem__(self, name: str) -> list[_Stretch]:
        if name not in self._known:
            self._known[name] = self._doc.mirrored(self._doc.given.spans[name])
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._doc.given.spans)

    def __len__(self) -> int:
        return len(self._doc.given.spans)


class _PlainDoc:
    """A document of plain words."""

    def __init__(self, given: Doc) -> None:
        self.given = given
        self.text = text_of(given)
        #: what rules keep of their own is of this document's words
        self.user_data: dict[Any, Any] = {**given.user_data, KEPT: {}}
        self.vocab = given.vocab
        self.words = _words(self, given)
        self.sents = [_Stretch(self, s.start, s.end) for s in given.sents]
        for sentence in self.sents:
            for word in sentence:
                word.sent = sentence
        self.ents = tuple(self.mirrored(e) for e in given.ents)
        self.spans = _Groups(self)
        self._ = _Own(self)
        self._starts = [w.idx for w in self.words]
        self._spans: dict[tuple[int, int, str, str], _Stretch | None] = {}

    def part(self) -> None:
        """Part the words from one another, so that nothing need look for what holds itself."""
        for word in self.words:
            word.head = word.children = word.sent = word.doc = word._ = None
            word.left_edge = word.right_edge = None
            word.ancestors = word.lefts = word.rights = word.subtree = ()
        self.__dict__.clear()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.given, name)

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[_Word]:
        return iter(self.words)

    def __getitem__(self, i: Any) -> Any:
        if i.__class__ is slice:
            start, end, _ = i.indices(len(self.words))
            return _Stretch(self, start, end if end > start else start)
        return self.words[i]

    def mirrored(self, value: Any) -> Any:
        """Return a value of spaCy's with this document's words for tokens."""
        if value.__class__ in _SIMPLE:
            return value
        if isinstance(value, Token):
            return self[value.i]
        if isinstance(value, Span):
            return _Stretch(self, value.start, value.end, value.label_)
        if isinstance(value, EventMention):
            return EventMention(
                self.mirrored(value.trigger), value.type, value.score,
                tuple(map(self.mirrored, value.doers)), tuple(map(self.mirrored, value.targets)),
                value.factuality, value.given, value.scores,
            )  # fmt: skip
        if isinstance(value, Attribution):
            return Attribution(
                self.mirrored(value.cue), self.mirrored(value.source), self.mirrored(value.contents)
            )
        if isinstance(value, tuple):
            return tuple(map(self.mirrored, value))
        if isinstance(value, list | SpanGroup | GeneratorType):
            return list(map(self.mirrored, value))
        return self if value is self.given else value

    def char_span(
        self, start: int, end: int, label: str = "", alignment_mode: str = "strict"
    ) -> _Stretch | None:
        """Return the words of a range of characters, as ``Doc.char_span`` does."""
        asked = (start, end, label, alignment_mode)
        if asked not in self._spans:  # most are asked for again
            self._spans[asked] = self._char_span(*asked)
        return self._spans[asked]

    def _char_span(self, start: int, end: int, label: str, alignment_mode: str) -> _Stretch | None:
        first, last = self._at(start), self._at(end - 1)
        if first is None or last is None:
            return None
        a, b = self.words[first], self.words[last]
        stop = b.idx + len(b.text)
        if alignment_mode == "strict" and (start != a.idx or end != stop):
            return None
        if alignment_mode == "contract":
            first += a.idx < start
            last -= end < stop
            if last < first:
                return None
        elif alignment_mode == "expand" and start == a.idx + len(a.text):
            first += 1
        return _Stretch(self, first, last + 1, label)

    def _at(self, character: int) -> int | None:
        """Return the place of the word that holds a character, or the space behind it."""
        if not 0 <= character < len(self.text):
            return None
        return bisect_right(self._starts, character) - 1


def _words(doc: _PlainDoc, given: Doc) -> list[_Word]:
    array = given.to_array(_COLUMNS)
    strings = _KNOWN.strings
    if len(strings) > _MOST_STRINGS:
        strings.clear()
    strings.store = given.vocab.strings
    flags = array[:, _FLAGS:].astype(bool).T.tolist()
    heads, places, iob, begun = array[:, _NAMES:_FLAGS].view(np.int64).T.tolist()
    names = (map(strings.__getitem__, column) for column in array[:, :_NAMES].T.tolist())
    words = [_Word() for _ in heads]
    word: _Word
    below: dict[int, list[_Word]] = {}
    for i, (
        word, word.text, word.lower_, word.lemma_, word.pos_, word.tag_, dep, word.ent_type_,
        by, word.idx, word.ent_iob_, word.is_sent_start,
        word.is_punct, word.is_space, word.is_quote, word.is_alpha,
    ) in enumerate(
        zip(
            words, *names, heads, places, map(_IOB.__getitem__, iob),
            map(_BEGUN.__getitem__, begun), *flags, strict=True,
        )
    ):  # fmt: skip
        word.doc = doc
        word.i = i
        word.dep_ = dep
        word.children = ()
        word.head = words[i + by] if dep else word
        if by:
            below.setdefault(i + by, []).append(word)
    for over, children in below.items():
        words[over].children = tuple(children)
    return words
