"""The quantised encoder and its heads, run one window at a time.

A window is always run alone, without padding: its annotations depend on its words only, never on
the pages that happen to be read with it, and nothing is computed for words that are not there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from histor.annotate.words import encode_words, shape_of
from histor.errors import ModelError

__all__ = ["MODEL", "Encoder", "Floats", "Labels", "Reading"]

MODEL = Path(__file__).parent / "model"
#: ONNX Runtime's sum and layer norm in one step takes six times as long as the two apart
_NOT_FUSED = ["SkipLayerNormFusion"]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Labels:
    """Label inventories of the heads, in the order of their logits."""

    upos: list[str]
    xpos: list[str]
    deprel: list[str]
    entity: list[str]
    #: PLOVER's event types, NONE first
    event: list[str]


@dataclass(frozen=True, slots=True)
class Reading:
    """The heads' raw output for one window: float32 arrays with one row a word."""

    sentence: Floats
    upos: Floats
    xpos: Floats
    entity: Floats
    #: (words, 3 layers, 3 tags): cue, source, content; outside, begin, inside
    attribution: Floats
    #: (words, 3): outside, begin, inside the words that name an event; of a time expression
    trigger: Floats
    time: Floats
    arc_dependent: Floats
    arc_head: Floats
    relation_dependent: Floats
    relation_head: Floats
    link_cue: Floats
    link_word: Floats
    #: what a word says as an event, as its doer and as its target; and how the three find an event
    event: Floats
    look: Floats
    role_trigger: Floats
    role_word: Floats
    #: (words, 1): factuality, from -3 (certainly did not happen) to 3 (certainly did)
    fact: Floats
    #: a word as one that refers back and as one referred to, and two scores of its own
    refer: Floats
    #: a word as it is compared with those of another sentence
    twin: Floats
    #: contextual word vectors, (words, 384)
    vectors: Floats


class Encoder:
    """Model files opened for reading; safe to share between threads."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Open the model.

        Raises:
            ModelError: a file is missing or unreadable.
        """
        try:
            meta = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
            self.labels = Labels(**meta)
            self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            with np.load(folder / "heads.npz") as stored:
                self.weights = {name: stored[name].astype(np.float32) for name in stored.files}
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = 1
            options.inter_op_num_threads = 1
            options.log_severity_level = 3
            self._session = onnxruntime.InferenceSession(
                str(folder / "histor.onnx"),
                options,
                providers=["CPUExecutionProvider"],
                disabled_optimizers=_NOT_FUSED,
            )
        except Exception as error:  # each library has its own; all mean the same here
            raise ModelError(
                str(folder), f"the language model cannot be opened ({error})"
            ) from error
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._splits = np.cumsum(
            [2, len(self.labels.upos), len(self.labels.xpos), len(self.labels.entity), 9, 3]
        )

    def read(self, words: Sequence[str], breaks: Sequence[int]) -> Reading:
        """Read one window of at most :data:`~histor.annotate.windows.MAX_WORDS` words."""
        encoded = encode_words(self.tokenizer, words, [shape_of(w) for w in words], breaks)
        tags, *rest = self._session.run(
            None,
            {
                "pieces": np.array([encoded.pieces], dtype=np.int64),
                "shapes": np.array([encoded.shapes], dtype=np.int64),
                "first": np.array([encoded.first], dtype=np.int64),
            },
        )
        parts = np.split(tags[0], self._splits, axis=-1)
        sentence, upos, xpos, entity, attribution, trigger, when = parts
        return Reading(
            sentence,
            upos,
            xpos,
            entity,
            attribution.reshape(len(words), 3, 3),
            trigger,
            when,
            *(part[0] for part in rest),
        )
