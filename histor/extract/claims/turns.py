"""Who speaks by turns: interviews and transcripts, where a name and a colon begin a paragraph.

What the one asked says in his turn is his, sentence by sentence and word for word, though nothing
stands in quotation marks; what is asked is nobody's claim. A post that a page shows with its
writer's handle is a turn of his.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc, Span

from histor.annotate import Attribution
from histor.extract.lexicons import is_outlet, sayings
from histor.extract.nearby import Nearby
from histor.extract.tokens import FINITE, text_of

__all__ = ["Turns"]

#: a post with its writer before or behind it: "N. N. (@nn): …", "… — N. N. (@nn) 4 May 2021"
_WRITER = r"(?P<label>[A-Z][^\n:@()—]{1,40}?) ?\(@\w{2,30}\)"
_POSTS = (
    re.compile(rf"^{_WRITER}:?(?: |\n{{1,2}})(?P<said>[^\s—–-][^\n]{{10,}})$", re.M),
    re.compile(rf"^(?P<said>[^\n]{{10,}}?)(?: |\n{{1,2}})[—–-]+ ?{_WRITER}[^\n]{{0,30}}$", re.M),
)
_DASH = re.compile(r"^[-–—] (?P<said>[^\n]+)$", re.M)
#: paragraphs of such an interview
_LEAST_DASHED = 4
#: before the name of whom a page has asked: "We spoke with the historian N. N."
_ASKED_OF = re.compile(
    r"\b(?:[Ww]e (?:have )?(?:spoke|spoken|talked|sat down) (?:with|to)|(?:[Ii]nterview|Q&A|"
    r"[Cc]onversation) with|[Ww]e (?:asked|interviewed)) (?:[\w-]+ ){0,6}\Z"
)
#: characters before a name in which it says so
_ASKING_WORDS = 120
#: what stands at a post's end and says nothing: tags, pictures, links
_WORD, _TAIL = re.compile(r"\S+"), re.compile(r"(?:#\w+)+\Z|(?:pic\.twitter\.com|https?://)")
_PARAGRAPH = re.compile(r"\n\n")
#: words of the longest question that stands as a paragraph, and paragraphs of an answer
_ASKED, _EACH = 80, 4
#: words of the longest sentence that is put to him without a question mark
_PUT = 25
_SECOND = frozenset(["you", "your", "yours"])
_LABEL = re.compile(
    r"^[\"“«]?(?P<label>[A-Z][\w.'’-]*(?: [\w.'’-]+){0,5})(?: \([^()\n]{1,40}\))?:[ \n]", re.M
)
#: labels of who asks, and of who answers without being named
_ASKING = frozenset(
    ["q", "question", "questioner", "correspondent", "reporter", "journalist", "moderator",
     "interviewer", "host", "presenter"]
)  # fmt: skip
_ANSWERING = frozenset(["a", "answer"])
#: a line that ends with a verb of saying, and a paragraph below it that is no list
_ANNOUNCING = re.compile(
    r"^[^\n“”\"]{3,240}\b(?:said|says|stated|added|declared)\b[^\n:“”\"]{0,60}:$", re.M
)
_BELOW = re.compile(r"\n\n(?P<said>[^\n“”\"•*–—-][^\n]+)")
#: a line that tells whose words stand in the list below it
_LIST_OF = re.compile(
    r"^(?P<line>[^\n“”\"]{0,200}\b(?:address|speech|statement|remarks|interview|comments|conference|"
    r"briefing|from|said|told)\b[^\n“”\"]{0,120}):$",
    re.M,
)
_ITEM = re.compile(r"\n\n(?:[•*–—-] )?(?P<said>[^\n]+)")
_QUOTED = re.compile(r"[“\"][^“”\"]+[”\"]\.?")
_ABOUT_HIM = re.compile(r"(?:He|She) [a-z]")
_FRAME, _LEAST_WORDS = 20, 6
_OWN = frozenset(["i", "my", "me", "i'm", "i've"])
_FIRST = frozenset(["i", "we", "my", "our", "us", "me"])
#: turns and speakers that make a conversation
_LEAST_TURNS, _LEAST_SPEAKERS = 3, 2
#: words of the longest turn
_LONGEST_TURN = 2_000


@dataclass(frozen=True, slots=True)
class _Turn:
    label: Span
    #: who speaks, as the page names him, and what he says
    speaker: Span
    said: Span
    asks: bool


class Turns:
    """The turns of a page; none unless it is a conversation."""

    def __init__(self, doc: Doc) -> None:
        turns = (
            *_turns(doc),
            *_dashed(doc),
            *_asked(doc),
            *_posts(doc),
            *_statements(doc),
            *_listed(doc),
        )
        self._turns = Nearby(turns, lambda turn: turn.said.start)

    def answers_at(self, word: int) -> bool:
        """Say whether the word with an index stands in what somebody answers."""
        before = self._turns.starting(word - _LONGEST_TURN, word + 1)
        return bool(before) and word < before[-1].said.end and not before[-1].asks

    def with_answers(self, doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
        """Return the attributions with what is answered, and without labels read as speakers."""
        turns = self._turns.starting(0, len(doc))
        labels = {t.label.start for t in turns}
        kept = [
            a
            for a in found
            if (a.source is None or a.source.start not in labels) and not self._is_asked(a)
        ]
        return [*kept, *(said for turn in turns if not turn.asks for said in _answers(turn))]

    def _is_asked(self, found: Attribution) -> bool:
        """Say whether something is asked of somebody: "Did the men say what they want?"."""
        first = min(found.contents, key=lambda c: c.start) if found.contents else None
        if first is None or first[0].sent[-1].text != "?":
            return False
        before = self._turns.starting(first.start - _LONGEST_TURN, first.start + 1)
        return bool(before) and before[-1].asks and first.start < before[-1].said.end


def _turns(doc: Doc) -> Iterator[_Turn]:
    read = list(_LABEL.finditer(text_of(doc)))
    counts = Counter(m["label"] for m in read)
    parts = _ASKING | _ANSWERING
    whole = {s: m for m in read if (s := _initials(m["label"])) and counts[s] > 1}
    of_whole = {m["label"]: short for short, m in whole.items()}
    found = [
        m
        for m in read
        if counts[m["label"]] > 1 or m["label"].lower() in parts or m["label"] in of_whole
    ]
    labels = [of_whole.get(m["label"], m["label"]) for m in found]
    if len(found) < _LEAST_TURNS or len(set(labels)) < _LEAST_SPEAKERS:
        return
    ends = [m.start() for m in found[1:]]
    last = text_of(doc).find("\n\n", found[-1].end())
    ends.append(last if last >= 0 else len(text_of(doc)))
    said = [
        doc.char_span(m.end(), end, alignment_mode="contract")
        for m, end in zip(found, ends, strict=True)
    ]
    asking = _askers([(label, words) for label, words in zip(labels, said, strict=True) if words])
    if not any(t.lower_ in _FIRST for words in said if words is not None for t in words):
        return  # a list: "Where: …", "When: …"
    answering = [
        words
        for m, label in zip(found, labels, strict=True)
        if label not in asking and label.lower() not in _ANSWERING
        if (words := doc.char_span(*whole.get(label, m).span("label"))) is not None
    ]
    named = _answerer(doc, found[0].start(), answering)
    explained = (w for label, w in zip(labels, said, strict=True) if label not in asking)
    # "Q: …", "A: …" of a page that explains: its answers are nobody's but the outlet's
    nobody = {label.lower() for label in labels} <= parts and not any(
        map(_tells_of_itself, filter(None, explained))
    )
    for match, key, words in zip(found, labels, said, strict=True):
        label = doc.char_span(*match.span("label"), alignment_mode="expand")
        full = doc.char_span(*whole.get(key, match).span("label"), alignment_mode="expand")
        if words is None or label is None or full is None:
            continue
        unnamed = key.lower() in _ANSWERING
        speaker = named if unnamed and named is not None else full
        unsaid = nobody or (unnamed and named is None)  # "A" is nobody's name
        yield _Turn(label, speaker, words, unsaid or key in asking)


def _initials(label: str) -> str:
    """Return the letters that stand for a name in later turns: "Ana Ruiz", then "AR"."""
    words = label.split()
    return "".join(w[0] for w in words if w[0].isupper()) if len(words) > 1 else ""


def _tells_of_itself(said: Span) -> bool:
    """Say whether somebody speaks of himself outside quotation marks."""
    quoted = False
    for token in said:
        if token.text in {"“", "”", '"'}:
            quoted = not quoted
        elif not quoted and token.lower_ in _OWN:
            return True
    return False


def _dashed(doc: Doc) -> Iterator[_Turn]:
    """Yield the turns of an interview whose questions and answers begin with dashes in turn."""
    found = list(_DASH.finditer(text_of(doc)))
    asked = [m["said"].rstrip().endswith("?") for m in found[::2]]
    if len(found) < _LEAST_DASHED or not asked[0] or 2 * sum(asked) <= len(asked):
        return
    who = _answerer(doc, found[0].start(), [])
    if who is None:
        return
    for match in found[1::2]:
        said = doc.char_span(*match.span("said"), alignment_mode="contract")
        if said is not None:
            yield _Turn(who, who, said, asks=False)


def _asked(doc: Doc) -> Iterator[_Turn]:
    """Yield the turns of an interview whose questions stand as paragraphs of their own.

    Its answers tell of "I" and "we"; a page that only explains in questions does not.
    """
    ends = [m.start() for m in _PARAGRAPH.finditer(text_of(doc))] + [len(text_of(doc))]
    starts = [0, *(m.end() for m in _PARAGRAPH.finditer(text_of(doc)))]
    spans = [
        doc.char_span(start, end, alignment_mode="contract")
        for start, end in zip(starts, ends, strict=True)
    ]
    paragraphs = [words for words in spans if words is not None and len(words)]
    asked = [i for i, w in enumerate(paragraphs) if i and w[-1].text == "?" and len(w) <= _ASKED]
    if len(asked) < _LEAST_TURNS:
        return
    who = _answerer(doc, paragraphs[asked[0]].start_char, [])
    answers = [paragraphs[i + 1 : j] for i, j in pairwise([*asked, len(paragraphs)])]
    answers[-1] = answers[-1][:1]  # what stands behind the last answer may be no part of it
    own = [any(t.lower_ in _FIRST for w in given for t in w) for given in answers]
    often = _EACH * len(asked) >= sum(map(len, answers))
    if who is None or not often or 2 * sum(own) <= len(own):
        return
    spoken_to = any(t.lower_ in _SECOND for i in asked for t in paragraphs[i])
    labelled = any(_LABEL.match(paragraphs[i].text) for i in asked)
    if not spoken_to and (labelled or not _is_asked_by_page(who)):
        return
    if any(t.text == who[-1].text for given in answers for words in given for t in words):
        return  # who is asked does not name himself
    for i, given in zip(asked, answers, strict=True):
        yield _Turn(paragraphs[i], paragraphs[i], paragraphs[i], asks=True)
        for n, answer in enumerate(given):
            asks = _puts_to_him(answer, first=n == 0, last=n + 1 == len(given))
            yield _Turn(who, who, answer, asks=asks)


def _puts_to_him(words: Span, *, first: bool, last: bool) -> bool:
    """Say whether a paragraph between two answers only puts something to who is asked."""
    if first or last or len(words) > _PUT:
        return False
    one = words[0].sent.end >= words.end - 1
    return one and not any(t.lower_ in _FIRST for t in words)


def _is_asked_by_page(who: Span) -> bool:
    """Say whether the page says that it asked somebody: "We spoke with N. N."."""
    low = max(0, who.start_char - _ASKING_WORDS)
    return _ASKED_OF.search(text_of(who.doc), low, who.start_char) is not None


def _posts(doc: Doc) -> Iterator[_Turn]:
    """Yield what is posted somewhere and stands on the page with its writer's handle."""
    for pattern in _POSTS:
        for match in pattern.finditer(text_of(doc)):
            start = match.start("said")
            end = start + _said_until(match["said"])
            said = doc.char_span(start, end, alignment_mode="contract")
            writer = doc.char_span(*match.span("label"), alignment_mode="expand")
            if said is not None and writer is not None:
                yield _Turn(writer, writer, said, asks=False)


def _statements(doc: Doc) -> Iterator[_Turn]:
    """Yield what stands without quotation marks below a line that ends with "the minister said:".

    The paragraph right below it is said, and those that follow as long as they tell of "we" or "I".
    """
    for match in _ANNOUNCING.finditer(text_of(doc)):
        speaker = _announcer(doc, match.end() - 1)
        below, first = _BELOW.match(text_of(doc), match.end()), True
        while speaker is not None and below is not None:
            said = doc.char_span(*below.span("said"), alignment_mode="contract")
            if said is None or not _is_stated(said, first=first):
                break
            yield _Turn(speaker, speaker, said, asks=False)
            below, first = _BELOW.match(text_of(doc), below.end()), False


def _listed(doc: Doc) -> Iterator[_Turn]:
    """Yield quotations in a list below whose they are: "More from the address by N. N.:"."""
    for match in _LIST_OF.finditer(text_of(doc)):
        line = doc.char_span(*match.span("line"), alignment_mode="expand")
        people = [e for e in line.ents if e.label_ == "PERSON"] if line is not None else []
        below = _ITEM.match(text_of(doc), match.end())
        while people and below is not None:
            said = doc.char_span(*below.span("said"), alignment_mode="contract")
            if said is not None and _QUOTED.fullmatch(below["said"]):
                yield _Turn(people[-1], people[-1], said, asks=False)
            elif not _ABOUT_HIM.match(below["said"]):
                break
            below = _ITEM.match(text_of(doc), below.end())


def _announcer(doc: Doc, colon: int) -> Span | None:
    """Return the subject of the verb of saying before a line's last colon."""
    end = doc.char_span(colon, colon + 1, alignment_mode="expand")
    if end is None:
        return None
    verbs = (doc[i] for i in range(end.start - 1, max(0, end.start - _FRAME), -1))
    verb = next((t for t in verbs if t.pos_ == "VERB" and t.lemma_.lower() in sayings()), None)
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None) if verb else None
    if (
        verb is None
        or subject is None
        or subject.i > verb.i
        or "\n" in doc[subject.i : verb.i].text
    ):
        return None
    return doc[subject.left_edge.i : subject.i + 1 if subject.n_rights == 0 else verb.i]


def _is_stated(said: Span, *, first: bool) -> bool:
    """Say whether a paragraph below a speaker is his: the first, or one in the first person."""
    whole = any(t.tag_ in FINITE for t in said) and len(said) >= _LEAST_WORDS
    spoken = any(t.lower_ in _FIRST for t in said)
    told = any(t.lemma_.lower() in sayings() and t.tag_ == "VBD" for t in said)
    return whole and (spoken or (first and not told)) and not any(t.is_quote for t in said)


def _said_until(post: str) -> int:
    """Return where the words of a post end before its tags, pictures and links."""
    words = list(_WORD.finditer(post))
    while words and _TAIL.match(words[-1][0]):
        words.pop()
    return words[-1].end() if words else 0


def _askers(turns: Sequence[tuple[str, Span]]) -> set[str]:
    """Return the labels of who asks: by name, as an outlet, or since most of it are questions."""
    counts = Counter(label for label, _ in turns)
    asked = Counter(label for label, said in turns if said.text.rstrip().endswith("?"))
    return {
        label
        for label, count in counts.items()
        if label.lower() not in _ANSWERING
        and (label.lower() in _ASKING or is_outlet(label) or 2 * asked[label] >= count)
    }


def _answerer(doc: Doc, first: int, labels: Sequence[Span]) -> Span | None:
    """Return where the page names the one who answers.

    He is the one whom it says it asked, else the only person before the turns.

    Args:
        doc: the page.
        first: the character at which the turns begin.
        labels: those of who answers by name.
    """
    people = {e.text: e for e in doc.ents if e.label_ == "PERSON" and e.start_char < first}
    spoken = [
        e for e in people.values() if e.start == 0 or doc[e.start - 1].lower_ not in {"by", "to"}
    ]
    asked = {
        e.text: e
        for e in people.values()
        if _ASKED_OF.search(text_of(doc), max(0, e.start_char - _ASKING_WORDS), e.start_char)
    }
    if len(asked) == 1 and not labels:
        return next(iter(asked.values()))
    spoken += labels
    return spoken[-1] if len({words.text for words in spoken}) == 1 else None


def _answers(turn: _Turn) -> Iterator[Attribution]:
    """Yield the sentences of a turn that state something."""
    doc = turn.said.doc
    for sentence in _sentences(turn.said):
        start, end = max(sentence.start, turn.said.start), min(sentence.end, turn.said.end)
        while start < end and doc[start].is_space:
            start += 1
        while end > start and doc[end - 1].is_space:
            end -= 1
        if start < end and doc[end - 1].text != "?":
            yield Attribution(cue=None, source=turn.speaker, contents=(doc[start:end],))


def _sentences(said: Span) -> Iterator[Span]:
    at = said.start
    while at < said.end:
        sentence = said.doc[at].sent
        yield sentence
        at = sentence.end
