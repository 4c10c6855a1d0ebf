"""Reading: the language model behind a spaCy pipeline."""

from histor.annotate.attributions import Attribution
from histor.annotate.pipeline import FACTORY, PageReader, load

__all__ = ["FACTORY", "Attribution", "PageReader", "load"]
