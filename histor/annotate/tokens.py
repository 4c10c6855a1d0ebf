"""spaCy's English tokenizer, kept linear on text without white space."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, registry
from spacy.vocab import Vocab

__all__ = ["TOKENIZER", "BoundedTokenizer", "closed", "make_tokenizer"]

#: the tokenizer's name in a pipeline's config
TOKENIZER = "histor.bounded_english.v1"
#: characters without white space after which a run is cut; spaCy peels affixes off a run one by
#: one, which takes quadratic time: 30 s for 20,000 brackets
_LONGEST_RUN = 400
_LONG = re.compile(rf"\S{{{_LONGEST_RUN}}}")


#: a hyphen behind initials, at which a word is cut as behind letters: "U.S.-led", as "US-led"
_BEHIND_INITIALS = r"(?<=[A-Z]\.)-(?=[A-Za-z])"
#: the marks between an agency and a story's first word, where no blank parts them: "(ANP):Chief"
_BEHIND_AGENCY = r"(?<=[A-Z])\)(?=[:-][A-Z])|(?<=[A-Z]\))[:-](?=[A-Z])"
#: nouns that are one word with a hyphen or without: cut in two, a "cease-fire" would be a fire
_NOUNS = (
    "cease-fire shoot-out walk-out pull-out pull-back take-over hand-over crack-down clamp-down "
    "lock-down stand-off counter-attack counter-offensive air-strike fire-fight co-operation "
    "co-ordination co-ordinator run-off"
).split()
_VERBS = ["counter-attack", "co-operate", "co-ordinate", "re-open"]
#: those that are always written with it
_HYPHENED = ["sit-in", "sit-ins"]
_ONE_WORD = frozenset(
    [*_NOUNS, *(f"{n}s" for n in _NOUNS), *_VERBS, *(f"{v}s" for v in _VERBS)]
    + [f"{v.removesuffix('e')}{ending}" for v in _VERBS for ending in ("ed", "ing")]
)


def closed(word: str) -> str:
    """Return a word as it is written without a hyphen, where it may be: "ceasefire"."""
    return word.replace("-", "") if "-" in word and word.lower() in _ONE_WORD else word


class BoundedTokenizer:
    """Tokenizes as ``spacy.blank("en")`` does, but cuts endless runs of characters into words.

    A hyphen behind initials cuts a word as one behind letters does, and so do the marks behind an
    agency in brackets; one that may be left out cuts none ("cease-fire").
    """

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab
        english = spacy.blank("en", vocab=vocab)
        infixes = [*(english.Defaults.infixes or ()), _BEHIND_INITIALS, _BEHIND_AGENCY]
        tokenizer: Any = english.tokenizer
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        for word in (*_ONE_WORD, *_HYPHENED):
            for written in (word, word.capitalize(), word.title(), word.upper()):
                tokenizer.add_special_case(written, [{"ORTH": written}])
        self._english = tokenizer

    def __call__(self, text: str) -> Doc:
        """Return the text's tokens; their texts and spaces give back ``text``."""
        cuts = [m.end() for m in _LONG.finditer(text)]
        bounds = pairwise([0, *cuts, len(text)])
        parts: list[Doc] = [self._english(text[a:b]) for a, b in bounds if a < b]
        if len(parts) == 1:
            return parts[0]
        return Doc(
            self._vocab,
            words=[t.text for part in parts for t in part],
            spaces=[bool(t.whitespace_) for part in parts for t in part],
        )

    def to_disk(self, path: Path | str, **options: Any) -> None:
        """Save spaCy's part, as ``nlp.to_disk`` asks."""
        self._english.to_disk(path, **options)

    def from_disk(self, path: Path | str, **options: Any) -> BoundedTokenizer:
        """Load spaCy's part, as ``spacy.load`` asks."""
        self._english.from_disk(path, **options)
        return self


def make_tokenizer() -> Callable[[Language], BoundedTokenizer]:
    """Return the maker of the tokenizer, as a spaCy config asks for it."""
    return lambda nlp: BoundedTokenizer(nlp.vocab)


registry.tokenizers(TOKENIZER, func=make_tokenizer)
