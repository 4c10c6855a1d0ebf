"""The running stories of a case, and why their pages are in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from histor.records import Story
from histor.tell.safe import shorten, visible

__all__ = ["StoryLine", "story_lines"]

#: characters of a reason, which quotes two titles
_REASON = 500


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story, the numbers of its pages, and why they are one and others apart."""

    title: str
    pages: tuple[int, ...]
    reasons: tuple[str, ...]


def story_lines(stories: Iterable[Story], numbers: Mapping[str, int]) -> list[StoryLine]:
    """Return the stories by their first pages."""
    found = [
        StoryLine(
            shorten(story.title, 160),
            tuple(sorted(numbers[d] for d in story.documents)),
            tuple(shorten(visible(reason), _REASON) for reason in story.reasons),
        )
        for story in stories
    ]
    return sorted(found, key=lambda s: s.pages)
