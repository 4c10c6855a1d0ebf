from __future__ import annotations

from histor.link.near_pages import Nearness, NearPages
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


def near(*names: str) -> NearPages:
    return NearPages(News([page(n) for n in names], lambda entity: entity))


def test_pages_on_one_story_have_the_same_pages_around_them() -> None:
    pages = near(*TEXTS)
    one, other = pages.between("quake_1", "quake_2"), pages.between("quake_1", "trial_1")
    assert one.shared == 1.0
    assert other.shared == 0.0
    assert one.beside > other.beside
    assert one.cosine > other.cosine


def test_nearness_hangs_on_no_order() -> None:
    ahead, back = near(*TEXTS), near(*reversed(TEXTS))
    for one in TEXTS:
        for other in TEXTS:
            assert ahead.between(one, other) == back.between(other, one)


def test_a_page_is_nearest_to_itself() -> None:
    assert near("quake_1", "trial_1").between("quake_1", "quake_1") == Nearness(1.0, 1.0, 1.0)


def test_a_page_that_nothing_is_near_to_shares_none() -> None:
    assert near(*TEXTS).between("quake_1", "match").shared == 0.0
