"""Other spaCy pipelines in the place of histor's own."""

from __future__ import annotations

import spacy
from spacy.language import Language

from histor.annotate.extensions import register_extensions
from histor.errors import PipelineError

__all__ = ["load_pipeline"]

_NEEDED = {"token.head": "a parser", "token.tag": "a tagger", "doc.ents": "an entity recognizer"}


def load_pipeline(name: str) -> Language:
    """Load an installed spaCy pipeline, or one saved at a path, to read pages with.

    What it does not set, histor does without: no claims without ``doc._.attributions``, no
    factuality but what the grammar says without ``token._.factuality``.

    Raises:
        PipelineError: there is none of that name, or it sets no trees, tags or entities.
    """
    register_extensions()
    try:
        nlp = spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        reason = str(error).partition("\n")[0].rstrip(". ")
        raise PipelineError(name, f"the pipeline cannot be loaded ({reason})") from error
    nlp.max_length = 50_000_000
    told = {x for pipe in nlp.pipe_names for x in nlp.get_pipe_meta(pipe).assigns}
    missing = [words for attribute, words in _NEEDED.items() if attribute not in told]
    if missing:
        raise PipelineError(name, f"the pipeline has not {' and not '.join(missing)}")
    return nlp
