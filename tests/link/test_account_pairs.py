"""Accounts that two pages print in one sentence are surely of one event."""

from __future__ import annotations

import numpy as np

from benchmarks.articles import article, read
from histor.link.account_pairs import account_pairs
from histor.link.accounts import Accounts
from histor.link.actors import Actors
from histor.link.bounds import bounds_of
from histor.link.cases import link_entities
from histor.link.events import remapped
from histor.link.ground import Ground
from histor.link.limits import Limits
from histor.link.vectors import News

PRINTED = "Two drivers were killed when a truck of miners hit a barrier."


def likely(*texts: str) -> float:
    """Return how likely the first deed of each of two pages is one event."""
    pages = read([article(f"page {n}", text, "2015-06-02") for n, text in enumerate(texts)])
    _, entities, ids = link_entities(pages)
    actors = Actors(entities)
    limits = Limits()
    events = [next(e for e in p.events if e.mentions[0].trigger == "killed") for p in pages]
    for page, event in zip(pages, events, strict=True):
        limits.append(bounds_of(page.document, event, None, ()))
    news = News(pages, actors.entity_of(ids))
    own = Accounts(((remapped(e, ids, actors), e.date, "") for e in events), news)
    pairs = account_pairs(own, news, Ground(entities, own), limits)
    return float(np.max(pairs.likely, initial=0.0))


def test_a_sentence_that_two_pages_print_tells_one_event() -> None:
    other = "Two drivers were killed near a market on the coast road."
    assert likely(f"{PRINTED} Schools shut.", f"{PRINTED} Shops in Arica stayed open.") == 1.0
    assert likely(f"{PRINTED} Schools shut.", f"{other} Shops in Arica stayed open.") < 1.0
