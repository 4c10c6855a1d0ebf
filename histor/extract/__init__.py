"""Annotated pages to what each page says: entities, claims and time expressions."""

from histor.extract.pages import extract

__all__ = ["extract"]
