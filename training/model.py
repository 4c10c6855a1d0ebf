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

__all__ = ["Encoder", "Heads", "Outputs", "Reader", "Sizes"]

WIDTH, LAYERS, ATTENTION_HEADS, INNER, POSITIONS, VOCABULARY = 384, 6, 12, 1536, 512, 30522
SHAPES = 8
ARC, RELATION, LINK = 160, 96, 96
EVENT, LOOK, ROLE, FACT, COREFERENCE, TWIN = 128, 48, 64, 64, 96, 128
LINK_LABELS = 5
#: PLOVER's types with NONE, and the labels of a sentence pair
TYPES, TWIN_LABELS = 17, 3
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
    trigger: int = 3
    time: int = 3

    def tags(self) -> list[int]:
        """Return the sizes of the word heads in the order of their logits."""
        return [
            self.sentence,
            self.upos,
            self.xpos,
            self.entity,
            self.attribution,
            self.trigger,
            self.time,
        ]


class SharedDropout(nn.Module):
    """Dropout that drops the same features of all words of a window (Gal & Ghahramani 2016).

    It draws one number a feature instead of one a word and feature, a tenth of a CPU step's time.
    """

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.share
        return x * (kept.to(x.dtype) / (1 - self.share))


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
        self.drop = SharedDropout(0.1)

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
        """Return the vectors of word pieces, float (batch, pieces, 384)."""
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
    #: what a word says as an event, as its doer and as its target
    event: Tensor
    #: the same three, as they find the event's words
    look: Tensor
    role_trigger: Tensor
    role_word: Tensor
    fact: Tensor
    #: a word as one that refers back, how strongly it starts a chain, and as one referred to
    refer: Tensor
    twin: Tensor
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
        self.event = nn.Linear(WIDTH, 3 * EVENT)
        self.event_out = nn.Linear(EVENT, TYPES)
        self.look = nn.Linear(WIDTH, 3 * LOOK)
        self.look_out = nn.Linear(LOOK, 1)
        self.role_trigger = nn.Linear(WIDTH, ROLE)
        self.role_word = nn.Linear(WIDTH, ROLE)
        self.role_distance = nn.Embedding(DISTANCES, ROLE)
        self.role_out = nn.Linear(ROLE, LINK_LABELS)
        self.fact = nn.Sequential(nn.Linear(WIDTH, FACT), nn.GELU(), nn.Linear(FACT, 1))
        self.refer = nn.Linear(WIDTH, 2 * COREFERENCE + 2)
        self.refer_distance = nn.Embedding(DISTANCES, 1)
        self.twin = nn.Linear(WIDTH, TWIN)
        self.twin_compare = nn.Linear(4 * TWIN + 2, TWIN)
        self.twin_hidden = nn.Linear(4 * TWIN, TWIN)
        self.twin_out = nn.Linear(TWIN, TWIN_LABELS)
        self.embed = nn.Linear(WIDTH, WIDTH)

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
            event=self.event(x),
            look=self.look(x),
            role_trigger=self.role_trigger(x),
            role_word=self.role_word(x),
            fact=self.fact(x),
            refer=self.refer(x),
            twin=self.twin(x),
            vectors=vectors,
        )

    def pair_types(
        self, event: Tensor, look: Tensor, doer: Tensor, target: Tensor, mask: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Type what each doer does to its target.

        Args:
            event, look: the heads' outputs for each pair's window, float (pairs, words, …).
            doer, target: weights that sum to 1 over the words of each party, or are all 0.
            mask: true for the words in which the event is looked for.

        Returns:
            type logits (pairs, types) and the attention over words (pairs, words).
        """
        word, as_doer, as_target = look.float().chunk(3, dim=-1)
        asked = doer[:, None] @ as_doer + target[:, None] @ as_target
        scores = self.look_out(F.gelu(word + asked)).squeeze(-1)
        attention = scores.masked_fill(~mask, -1e4).softmax(-1)
        word, as_doer, as_target = event.float().chunk(3, dim=-1)
        found = attention[:, None] @ word + doer[:, None] @ as_doer + target[:, None] @ as_target
        return self.event_out(self.drop(F.gelu(found.squeeze(1)))), attention

    def twins(
        self,
        claim: Tensor,
        evidence: Tensor,
        claim_mask: Tensor,
        evidence_mask: Tensor,
        same: Tensor,
    ) -> Tensor:
        """Compare two sentences after aligning their words (Parikh et al. 2016).

        Args:
            claim, evidence: ``twin`` outputs, float (pairs, words, TWIN).
            claim_mask, evidence_mask: true where a word is not padding.
            same: true where two words are one string, bool (pairs, claim words, evidence words).

        Returns:
            logits (pairs, 3): supported, refuted, neither.
        """
        scores = claim @ evidence.transpose(1, 2) * TWIN**-0.5 + 4.0 * same.float()
        parts = []
        for a, b, s, mask_a, mask_b, met in (
            (claim, evidence, scores, claim_mask, evidence_mask, same),
            (evidence, claim, scores.transpose(1, 2), evidence_mask, claim_mask, same.mT),
        ):
            weights = s.masked_fill(~mask_b[:, None], -1e4).softmax(-1)
            aligned = weights @ b
            met_any = met.any(-1, keepdim=True).float()
            best = (weights * met).sum(-1, keepdim=True)
            compared = torch.cat([a, aligned, a - aligned, a * aligned, met_any, best], -1)
            hidden = F.gelu(self.twin_compare(self.drop(compared)))
            keep = mask_a[:, :, None]
            parts += [
                (hidden * keep).sum(1) / keep.sum(1),
                hidden.masked_fill(~keep, -1e4).amax(1),
            ]
        return self.twin_out(self.drop(F.gelu(self.twin_hidden(torch.cat(parts, -1)))))


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
