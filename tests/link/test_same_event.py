"""Accounts compared as numbers score as their words, parties and days would one by one."""

from __future__ import annotations

import numpy as np
import pytest

from histor.link.account_pairs import candidates
from histor.link.accounts import Accounts
from histor.link.bags import Bags
from histor.link.near_pages import NearPages
from histor.link.same_event import FEATURES, Pairs, compared, probabilities, surely_one
from histor.link.vectors import News, cosine, stems
from histor.records import Date, Event, EventMention, PageRecord, Span
from tests.link.test_rewrites import page
from tests.sample_records import assault

SENTENCES = [
    "Gunmen shelled the harbour of Lowmark on Tuesday and killed nine dockers.",
    "The shelling of Lowmark harbour on Tuesday left nine dockers dead.",
    "Ministers met in Portobel to talk about the price of bread and milk.",
]


def account(
    record: PageRecord, trigger: str, sentence: int, day: str | None, actors: tuple[str, ...]
) -> Event:
    document = record.document
    start, end = document.sentences[sentence]
    date = Date(edtf=day, earliest=day, latest=day, basis="stated") if day else None
    mention = EventMention(
        span=Span(document=document.id, start=start, end=end, text=document.text[start:end]),
        trigger=trigger,
        status="happened",
        date=date,
    )
    event_id = f"event_{document.location}_{sentence}"
    return assault(event_id, mention, date=date, actors=actors, recipients=("ent_b",))


@pytest.fixture
def pairs() -> Pairs:
    pages = sorted(
        (page("one", SENTENCES[:1]), page("two", SENTENCES[1:])), key=lambda p: p.document.id
    )
    news = News(pages, str)
    told: dict[str, list[tuple[str, int, str | None, tuple[str, ...]]]] = {
        "one": [("shelled", 0, "2021-05-04", ("ent_a",))],
        "two": [("shelling", 0, "2021-05-04", ("ent_a",)), ("met", 1, None, ())],
    }
    events = [account(p, *own) for p in pages for own in told[p.document.location]]
    own = Accounts(((e, e.date, e.id) for e in events), news)  # ordered: one 0, two 0, two 1
    first, second = own.order[np.array([0, 0, 1])], own.order[np.array([1, 2, 2])]
    return compared(own, first, second, NearPages(news))


def test_what_two_accounts_share(pairs: Pairs) -> None:
    values = {name: pairs.feature(name).tolist() for name in FEATURES}
    assert values["same stem"] == [1, 0, 0]
    assert values["one page"] == [0, 0, 1]
    assert values["one sentence"] == [0, 0, 0]
    assert values["actors shared"] == [1, 0, 0]
    assert values["actors apart"] == [0, 0, 0]  # an account without a doer contradicts none
    assert values["recipients shared"] == [1, 1, 1]
    assert values["days shared"] == [1, 0, 0]
    assert values["same type"] == [1, 1, 1]
    assert values["sentences alike"][0] > 0.2 > values["sentences alike"][1]


def test_one_day_type_and_party_leave_no_doubt(pairs: Pairs) -> None:
    assert surely_one(pairs).tolist() == [True, False, False]
    likely = probabilities(pairs.features)
    assert likely[0] > likely[1]  # both on two pages


def test_cosines_of_bags_are_those_of_vectors() -> None:
    news = News([page(str(n), [s]) for n, s in enumerate(SENTENCES)], str)
    texts = [*SENTENCES, "Tuesday, Tuesday: nine words that no page has, nine", ""]
    bags = Bags(news)
    for text in texts:
        bags.append(stems(text))
    bags.measure()
    first, second = np.triu_indices(len(texts))
    vectors = [news.vector(stems(text)) for text in texts]
    expected = [cosine(vectors[a], vectors[b]) for a, b in zip(first, second, strict=True)]
    assert bags.cosines(first, second) == pytest.approx(expected)


def test_of_a_page_made_of_one_word_what_stands_beside_is_compared() -> None:
    record = page("one", SENTENCES[:1] * 300)
    events = [account(record, "shelled", n, None, ()) for n in range(300)]
    own = Accounts(((e, e.date, e.id) for e in events), News([record], str))
    found = candidates(own, News([record], str))
    apart = (found & 0xFFFFFFFF) - (found >> 32)
    assert set(apart.tolist()) == {*range(1, 81)}
    assert np.count_nonzero(apart <= 40) == sum(300 - n for n in range(1, 41))
    assert len(found) <= 300 * 41 + 2 * 40 * 41


def test_a_shared_day_speaks_against_nobody(pairs: Pairs) -> None:
    shared = pairs.features.copy()
    shared[:, FEATURES.index("days shared")] = 1.0
    apart = pairs.features.copy()
    apart[:, FEATURES.index("days shared")] = 0.0
    assert (probabilities(shared) >= probabilities(apart)).all()
