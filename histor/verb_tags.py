"""Tags of English verbs (Penn Treebank) that the reader's rules ask for again and again."""

from __future__ import annotations

__all__ = ["TENSED"]

#: verbs that have a tense of their own
TENSED = frozenset(["VBD", "VBZ", "VBP"])
