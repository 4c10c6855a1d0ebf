"""An annotated document as plain objects, which the rules ask some hundred thousand times a page.

spaCy makes a token anew whenever one is asked for, looks up its strings each time, and finds a
sentence, a subtree or a span's text by going through its words again. Here each word is made once
and keeps what was asked of it. A plain document answers as the document does of which it is made;
what is seldom asked is asked of that one. The document must not change afterwards.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from types import GeneratorType
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc, Span, SpanGroup, Token

from histor.annotate import Attribution, EventMention

__all__ = ["plain", "released"]

_COLUMNS: list[int | str] = [
    "ORTH", "LOWER", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE", "HEAD", "IDX",
    "ENT_IOB", "IS_PUNCT", "IS_SPACE", "IS_QUOTE",
]  # fmt: skip
#: columns of numbers that stand for strings
_NAMES = 7
_IOB = ("", "I", "O", "B")


def plain(doc: Doc) -> Doc:
    """Return a document that answers as another does, and faster."""
    return cast(Doc, _PlainDoc(doc))


def released(doc: Doc) -> None:
    """Part the words of a plain document that is done with, so that nothing need look for them."""
    assert isinstance(doc, _PlainDoc)  # noqa: S101
    for word in doc.words:
        word.head = word.children = word.sent = word.doc = None
    doc.words.clear()


class _Strings(dict[int, str]):
    """The strings behind spaCy's numbers, each one object: equal ones are found equal at once."""

    def __init__(self, doc: Doc) -> None:
        super().__init__()
        self._strings = doc.vocab.strings

    def __missing__(self, number: int) -> str:
        found = self[number] = self._strings[number]
        return found


class _Word:
    """A token; what was not set at the beginning is found when it is first asked for."""

    __slots__ = (
        "_", "ancestors", "children", "dep_", "doc", "ent_iob_", "ent_type_", "head", "i", "idx",
        "is_alpha", "is_digit", "is_lower", "is_punct", "is_quote", "is_sent_start", "is_space",
        "is_title", "is_upper", "left_edge", "lefts", "lemma_", "like_num", "lower_", "pos_",
        "right_edge", "rights", "sent", "subtree", "tag_", "text", "whitespace_",
    )  # fmt: skip
    _: Any
    ancestors: tuple[_Word, ...]
    children: Any
    doc: Any
    head: Any
    i: int
    idx: int
    left_edge: _Word
    lefts: tuple[_Word, ...]
    right_edge: _Word
    rights: tuple[_Word, ...]
    sent: Any
    subtree: tuple[_Word, ...]
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
        same = isinstance(other, _Stretch) and self.doc is other.doc
        return same and self._key() == cast(_Stretch, other)._key()

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
        return self.doc.text[self.start_char : self.end_char]

    @property
    def root(self) -> _Word:
        if self._root is None:
            self._root = self._found_root()
        return self._root

    def _found_root(self) -> _Word:
        words = self.doc.words[self.start : self.end]
        if len(words) == 1:
            return words[0]
        for word in words:
            if word.head is word:
                return word
        outside = [w for w in words if not self.start <= w.head.i < self.end]
        return min(outside, key=_depth) if outside else self.doc[self.start]

    @property
    def sent(self) -> _Stretch:
        found: _Stretch = self.doc[self.start].sent
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


class _Groups:
    """A document's groups of spans by their names."""

    def __init__(self, doc: _PlainDoc) -> None:
        self._doc = doc
        self._known: dict[str, list[_Stretch]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._doc.given.spans

    def __getitem__(self, name: str) -> list[_Stretch]:
        if name not in self._known:
            self._known[name] = self._doc.mirrored(self._doc.given.spans[name])
        return self._known[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self[name] if name in self else default


class _PlainDoc:
    """A document of plain words."""

    def __init__(self, given: Doc) -> None:
        self.given = given
        self.text: str = given.text
        #: what rules keep of their own is of this document's words
        self.user_data: dict[Any, Any] = dict(given.user_data)
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
    columns: list[list[Any]] = array.T.tolist()
    strings = _Strings(given)
    names: Iterable[Any] = (map(strings.__getitem__, column) for column in columns[:_NAMES])
    heads = array[:, _NAMES].view(np.int64).tolist()
    _, places, iob, punct, space, quote = columns[_NAMES:]
    words = [_Word() for _ in heads]
    below: dict[int, list[_Word]] = {}
    for i, (word, text, lower, lemma, pos, tag, dep, ent, by) in enumerate(
        zip(words, *names, heads, strict=True)
    ):
        word.doc = doc
        word.i = i
        word.text = text
        word.lower_ = lower
        word.lemma_ = lemma
        word.pos_ = pos
        word.tag_ = tag
        word.dep_ = dep
        word.ent_type_ = ent
        word.head = words[i + by] if dep else word
        word.children = ()
        if by:
            below.setdefault(i + by, []).append(word)
    for word, idx, e, p, s, q in zip(words, places, iob, punct, space, quote, strict=True):
        word.idx = idx
        word.ent_iob_ = _IOB[e]
        word.is_punct = p == 1
        word.is_space = s == 1
        word.is_quote = q == 1
    for over, children in below.items():
        words[over].children = tuple(children)
    return words
