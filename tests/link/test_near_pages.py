from __future__ import annotations

import numpy as np

from histor.link.near_pages import NearPages
from histor.link.vectors import News
from histor.records import Document, PageRecord

QUAKE = (
    "The earthquake in Lowmark destroyed houses, and rescuers searched the rubble for survivors."
)
TRIAL = "The banker went to court in Portobel, where the judge read the charges of embezzlement."
TEXTS = {
    "quake_1": QUAKE,
    "quake_2": QUAKE.replace("rescuers", "soldiers"),
    "quake_3": QUAKE.replace("houses", "the bridge"),
    "trial_1": TRIAL,
    "trial_2": TRIAL.replace("judge", "clerk"),
    "trial_3": TRIAL.replace("court", "the tribunal"),
    "match": "Albion beat Rovers twice.",
}


def page(name: str) -> PageRecord:
    text = TEXTS[name]
    document = Document(
        id=name,
        location=name,
        sha256="0" * 64,
        title=None,
        outlet=None,
        byline=(),
        language="en",
        text=text,
        removed=(),
        page_date=None,
        sentences=((0, len(text)),),
    )
    return PageRecord(document=document, entities=(), claims=(), times=())


def between(names: tuple[str, ...], one: str, other: str) -> tuple[float, float, float]:
    news = News([page(n) for n in names], lambda entity: entity)
    pair = [np.array([news.texts.numbers[n]]) for n in (one, other)]
    cosine, shared, beside = NearPages(news).between(pair[0], pair[1])
    return float(cosine[0]), float(shared[0]), float(beside[0])


def test_pages_on_one_story_have_the_same_pages_around_them() -> None:
    one = between(tuple(TEXTS), "quake_1", "quake_2")
    other = between(tuple(TEXTS), "quake_1", "trial_1")
    assert one[1] == 1.0
    assert other[1] == 0.0
    assert one[0] > other[0]
    assert one[2] > other[2]


def test_nearness_hangs_on_no_order() -> None:
    ahead, back = tuple(TEXTS), tuple(reversed(TEXTS))
    for one in TEXTS:
        for other in TEXTS:
            assert np.allclose(between(ahead, one, other), between(back, other, one))


def test_a_page_is_nearest_to_itself() -> None:
    assert between(("quake_1", "trial_1"), "quake_1", "quake_1") == (1.0, 1.0, 1.0)


def test_a_page_that_nothing_is_near_to_shares_none() -> None:
    assert between(tuple(TEXTS), "quake_1", "match")[1] == 0.0
