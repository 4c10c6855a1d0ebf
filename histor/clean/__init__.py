"""Pages to documents: the story without its furniture, and what the page says about itself."""

from histor.clean.pages import clean
from histor.clean.patterns import load_patterns

__all__ = ["clean", "load_patterns"]
