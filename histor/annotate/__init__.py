"""Reading: the language model behind a spaCy pipeline."""

from histor.annotate.attributions import Attribution
from histor.annotate.events import EventMention
from histor.annotate.others import load_pipeline
from histor.annotate.pipeline import FACTORY, PageReader, load

__all__ = ["FACTORY", "Attribution", "EventMention", "PageReader", "load", "load_pipeline"]
