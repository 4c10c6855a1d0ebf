"""The joint model: MiniLM with word shapes, and small heads on each word's first piece.

Encoder: BERT (Devlin et al. 2019) in the 6-layer, 384-wide MiniLM (Wang et al. 2020). The base is
uncased; the token-type table, of which the base uses one row, is grown to carry each word's shape.
Arcs are scored by a biaffine form (Dozat & Manning 2017); labels of arcs and the source and content
of each cue by an additive form, which costs one vector a word instead of one a pair.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

__all__ = ["Heads", "Outputs", "Reader", "Sizes"]

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
SHAPES = 8
ARC, RELATION, LINK = 160, 96, 96
LINK_LABELS = 5
#: signed logarithmic buckets of the distance between a cue and a word
DISTANCES = 17


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of labels of the word heads."""

    upos: int
    xpos: int
    deprel: int
    entity: int = 11
    attribution: int = 9
    sentence: int = 2

    def tags(self) -> list[int]:
        """Return the sizes of the word heads in the order of their logits."""
        return [self.sentence, self.upos, self.xpos, self.entity, self.attribution]


class Layer(nn.Module):
    """One transformer layer, normalised after each part as in BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, _ = x.shape
        shape = (batch, length, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5 + bias
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Encoder(nn.Module):
    """MiniLM over word pieces with word shapes as token types."""

    def __init__(self) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, pieces: Tensor, shapes: Tensor, bias: Tensor) -> Tensor:
        where = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.norm(self.words(pieces) + self.positions(where) + self.shapes(shapes))
        for layer in self.layers:
            x = layer(x, bias)
        return x

    def load_base(self, folder: Path) -> None:
        """Take over the base model's weights from its ``model.safetensors``."""
        base = load_file(str(folder / "model.safetensors"))
        base = {k.removeprefix("bert."): v for k, v in base.items()}
        own = self.state_dict()
        own["words.weight"] = base["embeddings.word_embeddings.weight"]
        own["positions.weight"] = base["embeddings.position_embeddings.weight"]
        own["shapes.weight"] = base["embeddings.token_type_embeddings.weight"][:1].repeat(SHAPES, 1)
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm2": "output.LayerNorm",
        }
        for part in ("weight", "bias"):
            own[f"norm.{part}"] = base[f"embeddings.LayerNorm.{part}"]
            for i in range(LAYERS):
                for ours, theirs in names.items():
                    own[f"layers.{i}.{ours}.{part}"] = base[f"encoder.layer.{i}.{theirs}.{part}"]
        self.load_state_dict(own)


@dataclass(slots=True)
class Outputs:
    """What the heads say of each word: float tensors of shape (batch, words, …)."""

    tags: Tensor
    arc_dependent: Tensor
    arc_head: Tensor
    relation_dependent: Tensor
    relation_head: Tensor
    link_cue: Tensor
    link_word: Tensor
    vectors: Tensor


class Heads(nn.Module):
    """All heads over word vectors."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.15)
        self.tags = nn.Linear(WIDTH, sum(sizes.tags()))
        self.arc_dependent = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(0.15))
        self.arc_bilinear = nn.Linear(ARC, ARC)
        self.arc_head = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(0.15))
        self.relation_dependent = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation_out = nn.Linear(RELATION, sizes.deprel)
        self.link_cue = nn.Linear(WIDTH, LINK)
        self.link_word = nn.Linear(WIDTH, LINK)
        self.link_distance = nn.Embedding(DISTANCES, LINK)
        self.link_out = nn.Linear(LINK, LINK_LABELS)

    def forward(self, vectors: Tensor) -> Outputs:
        """Score word vectors, float (batch, words, 384)."""
        x = self.drop(vectors)
        return Outputs(
            tags=self.tags(x),
            arc_dependent=self.arc_bilinear(self.arc_dependent(x)),
            arc_head=self.arc_head(x),
            relation_dependent=self.relation_dependent(x),
            relation_head=self.relation_head(x),
            link_cue=self.link_cue(x),
            link_word=self.link_word(x),
            vectors=vectors,
        )


class Reader(nn.Module):
    """Encoder and heads."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.heads = Heads(sizes)

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor, mask: Tensor) -> Outputs:
        """Read a batch.

        Args:
            pieces: word-piece ids, int64 (batch, pieces).
            shapes: word-shape ids of the pieces, int64 (batch, pieces).
            first: index of each word's first piece, int64 (batch, words).
            mask: true where a piece is not padding, bool (batch, pieces).
        """
        bias = torch.zeros(mask.shape, dtype=torch.float32, device=mask.device)
        bias = bias.masked_fill(~mask, -1e4)[:, None, None, :]
        hidden = self.encoder(pieces, shapes, bias)
        index = first[:, :, None].expand(-1, -1, hidden.shape[-1])
        return self.heads(hidden.gather(1, index))
