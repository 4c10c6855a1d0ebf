"""How well pages are linked to one another and dated.

    python -m benchmarks.linking --data ../shared/data --split dev --json

``written``: the articles of Event StoryLine and TimeBank, whose publication day is known, as one
heap. With true dates, how many are called stale though they are not (false alarms). With the date
of every fifth taken away, and of every fifth replaced by one 60 to 300 days later, how many are
given a day or an interval of at most a week, and how many of those hold the true day within a day.

``stories``: ECB+'s articles into its subtopics, B-cubed. ``rewrites``: ECB+META's rewritten
articles joined to their originals; a join to another article is false unless that article carries
or retells the original itself, as the originals alone show.

``events``: the gold mentions of ECB+'s topics and MEANTIME's collections into events, CoNLL F1.
``entities``: the names histor finds, across ECB+'s topics and MEANTIME's collections, B-cubed.
``timelines``: the days chosen for the reference timelines of crises. ``entity_timelines``:
SemEval-2015's of one person or thing.
"""

from __future__ import annotations

import datetime as dt
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.articles import article, ecb_heaps, read
from benchmarks.command import run
from benchmarks.coreference_scores import b_cubed, conll
from benchmarks.entity_timelines import entity_timelines
from benchmarks.gold_events import GoldPage, gold_pages, joined_tokens, meantime_pages
from benchmarks.language import records
from histor.annotate import load
from histor.extract.dates.narrative import Stated, resolve_all
from histor.extract.dates.time_grammar import find_times
from histor.link import link
from histor.link.account_pairs import candidates
from histor.link.accounts import Accounts
from histor.link.actors import Actors
from histor.link.cases import Linked, link_entities
from histor.link.events import link_events, remapped
from histor.link.near_pages import NearPages
from histor.link.rows import Floats
from histor.link.same_event import compared
from histor.link.vectors import OTHERS, News
from histor.records import Document, Entity, Page, PageRecord
from histor.tell.key_days import day_scores
from training.event_readers import untokenize

_SEED = 7
_WEEK = 7
#: paragraphs of an article that can be cut and shuffled
_PARAGRAPHS = 4
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def dated_articles(data: Path, split: str) -> list[tuple[str, str, str]]:
    """Return key, text and day of the articles whose publication day is known."""
    found = []
    path = data / "eventstoryline" / f"{split}.jsonl"
    if path.exists():
        for record in records(path):
            sentences = [" ".join(s) for s in record["sentences"]]
            body = "\n\n".join(untokenize(s) for s in sentences if not s.startswith("http"))
            found.append((record["doc"], body, record["dct"][:10]))
    path = data / "timebank" / f"{split}.jsonl"
    if path.exists():
        for n, record in enumerate(records(path)):
            found.append((f"timebank {n}", record["text"], record["dct"][:10]))
    return [(k, t, d) for k, t, d in found if _DAY.fullmatch(d)]


def written(data: Path, split: str) -> dict[str, Any]:
    """Measure the days judged for articles without a date or with a false one."""
    articles = dated_articles(data, split)
    if not articles:
        return {}
    rng = random.Random(_SEED)
    truth: dict[str, str] = {}
    true, salted = [], []
    removed, replaced = set(), set()
    order = list(range(len(articles)))
    rng.shuffle(order)
    for place, n in enumerate(order):
        key, text, day = articles[n]
        truth[key] = day
        true.append(article(key, text, day))
        if place % 5 == 0:
            removed.add(key)
            salted.append(article(key, text, None))
        elif place % 5 == 1:
            replaced.add(key)
            later = dt.date.fromisoformat(day) + dt.timedelta(days=rng.randint(60, 300))
            salted.append(article(key, text, later.isoformat()))
        else:
            salted.append(article(key, text, day))
    plain, mixed = link(read(true)), link(read(salted))
    stale = _stale(mixed)
    documents = {d.location: d for d in mixed.documents}
    return {
        "articles": len(articles),
        "false_alarms_true_dates": len(_stale(plain)),
        "false_alarms_salted": len(stale - replaced),
        "removed": _days(documents, removed, truth),
        "replaced": _days(documents, replaced, truth) | {"found": len(stale & replaced)},
    }


def _stale(linked: Linked) -> set[str]:
    location = {d.id: d.location for d in linked.documents}
    return {location[f.documents[0]] for f in linked.findings if f.kind == "stale_page_date"}


def _days(documents: dict[str, Document], keys: set[str], truth: dict[str, str]) -> dict[str, int]:
    given = right = 0
    for key in sorted(keys):
        date = documents[key].written if key in documents else None
        if date is None or date.basis == "page":
            continue
        first, last = dt.date.fromisoformat(date.earliest), dt.date.fromisoformat(date.latest)
        if (last - first).days > _WEEK:
            continue
        given += 1
        day = dt.date.fromisoformat(truth[key])
        right += first - dt.timedelta(days=1) <= day <= last + dt.timedelta(days=1)
    return {"pages": len(keys), "given": given, "right": right}


def stories(data: Path, split: str) -> dict[str, float]:
    """Measure the stories found among ECB+'s articles against its subtopics, B-cubed.

    Once as one heap on many matters, once each topic as a heap of its own, as a case is: its two
    subtopics tell of things of one kind.
    """
    path = data / "ecbplus" / f"{split}.jsonl"
    if not path.exists():
        return {}
    heaps, gold = ecb_heaps(path)
    whole = _stories_of([page for pages in heaps.values() for page in pages])
    apart = {d: s for pages in heaps.values() for d, s in _stories_of(pages).items()}
    figures: dict[str, float] = {"articles": len(whole)}
    for name, found in (("one_heap", whole), ("heap_a_topic", apart)):
        precision, recall = (
            sum(_share(own, other, d) for d in found) / len(found)
            for own, other in ((found, gold), (gold, found))
        )
        figures |= {
            f"{name}_b_cubed_p": round(100 * precision, 2),
            f"{name}_b_cubed_r": round(100 * recall, 2),
            f"{name}_b_cubed_f1": round(200 * precision * recall / (precision + recall), 2),
        }
    return figures


def _stories_of(pages: Sequence[Page]) -> dict[str, str]:
    return {d.location: d.story or d.id for d in link(read(pages)).documents}


def _share(own: Mapping[str, str], other: Mapping[str, str], document: str) -> float:
    """Return the share of a page's group that is its group in the other grouping as well."""
    group = [d for d in own if own[d] == own[document] and d in other]
    return sum(other[d] == other[document] for d in group) / len(group)


def rewrites(data: Path, split: str) -> dict[str, float]:
    """Measure the joins of rewritten articles to their originals."""
    path = data / "ecbmeta_rewrites" / f"{split}.jsonl"
    if not path.exists():
        return {}
    sides: dict[str, list[Page]] = {"original": [], "rewrite": []}
    for record in records(path):
        for side, pages in sides.items():
            text = "\n\n".join(untokenize(s) for s in record[side])
            pages.append(article(f"{record['doc']} {side}", text, None))
    alone = _joins(sides["original"])
    related = {frozenset(name.split()[0] for name in pair) for pair in alone}
    right = wrong = 0
    for pair in _joins([*sides["original"], *sides["rewrite"]]):
        names = [name.split() for name in pair]
        if len({side for _, side in names}) == 1:
            continue
        if len({doc for doc, _ in names}) == 1:
            right += 1
        elif frozenset(doc for doc, _ in names) not in related:
            wrong += 1
    gold = len(sides["rewrite"])
    return {
        "pairs": gold,
        "p": round(100 * right / max(1, right + wrong), 2),
        "r": round(100 * right / gold, 2),
        "f1": round(200 * right / (right + wrong + gold), 2),
        "false_joins": wrong,
    }


def planted(data: Path, split: str) -> dict[str, float]:
    """Measure copies planted among TimeBank's articles, and the error in the count of origins.

    Every second article is printed again whole, cut to its first half, and with its paragraphs in
    another order; articles of a fourth kind stay alone. ``examples/pages`` hold the paraphrased and
    the back-translated ones.
    """
    path = data / "timebank" / f"{split}.jsonl"
    if not path.exists():
        return {}
    rng = random.Random(_SEED)
    pages: list[Page] = []
    origin: dict[str, int] = {}
    for n, row in enumerate(records(path)):
        paragraphs = [p for p in row["text"].split("\n\n") if p.strip()]
        texts = {"first": paragraphs}
        if n % 2 == 0 and len(paragraphs) >= _PARAGRAPHS:
            shuffled = paragraphs[:]
            rng.shuffle(shuffled)
            texts |= {
                "whole": ["Printed again, said the desk.", *paragraphs],
                "half": paragraphs[: (len(paragraphs) + 1) // 2],
                "shuffled": shuffled,
            }
        for name, own in texts.items():
            pages.append(article(f"{n} {name}", "\n\n".join(own), None))
            origin[f"{n} {name}"] = n
    linked = link(read(pages))
    told = {d.location: d.origin for d in linked.documents}
    gold = _pairs({k: v for k, v in origin.items() if k in told})
    found = _pairs(told)
    right = len(gold & found)
    stories = len({origin[d] for d in told})
    return {
        "pages": len(told),
        "p": round(100 * right / max(1, len(found)), 2),
        "r": round(100 * right / max(1, len(gold)), 2),
        "f1": round(200 * right / max(1, len(found) + len(gold)), 2),
        "origins": len(set(told.values())),
        "true_origins": stories,
    }


def _pairs(groups: Mapping[str, Hashable]) -> set[frozenset[str]]:
    members: dict[Hashable, list[str]] = defaultdict(list)
    for page, group in groups.items():
        members[group].append(page)
    return {frozenset(pair) for own in members.values() for pair in combinations(own, 2)}


def _joins(pages: Sequence[Page]) -> set[frozenset[str]]:
    linked = link(read(pages))
    location = {d.id: d.location for d in linked.documents}
    return {
        frozenset((location[x.from_], location[x.to]))
        for origin in linked.origins
        for x in origin.links
        if x.kind != "excerpt"
    }


def events(data: Path, split: str) -> dict[str, Any]:
    """Measure events across pages: gold mentions of ECB+'s topics and MEANTIME's collections."""
    figures: dict[str, Any] = {}
    for name, marked in (("ecbplus", gold_pages), ("meantime", meantime_pages)):
        path = data / name / f"{split}.jsonl"
        if path.exists():
            figures[name] = _gold_events(marked(load(), path))
    return figures


def _gold_events(articles: Iterable[GoldPage]) -> dict[str, Any]:
    topics: dict[str, list[GoldPage]] = defaultdict(list)
    for page in articles:
        topics[page.topic].append(page)
    key: dict[Hashable, Hashable] = {}
    told: dict[Hashable, Hashable] = {}
    for topic, pages in topics.items():
        for page in pages:
            for event, chain in zip(page.record.events, page.chains, strict=True):
                key[event.id] = chain
        told |= {event: (topic, one) for event, one in events_of(pages).items()}
    return {"mentions": len(key)} | conll(key, told)


def entities(data: Path, split: str) -> dict[str, Any]:
    """Measure who is who across ECB+'s topics and MEANTIME's collections: B-cubed of found names.

    A gold mention counts where histor names an entity at its words; how many do is told as well.
    """
    figures: dict[str, Any] = {}
    for name, marked in (("ecbplus", _ecb_names), ("meantime", _meantime_names)):
        path = data / name / f"{split}.jsonl"
        if not path.exists():
            continue
        heaps: dict[str, list[tuple[Page, list[tuple[int, int, str]]]]] = defaultdict(list)
        for heap, page, mentions in marked(path):
            heaps[heap].append((page, mentions))
        key: dict[Hashable, Hashable] = {}
        told: dict[Hashable, Hashable] = {}
        total = 0
        for heap, pages in heaps.items():
            found = {r.document.location: r for r in read([p for p, _ in pages])}
            _, _, ids = link_entities(sorted(found.values(), key=lambda r: r.document.id))
            for page, mentions in pages:
                total += len(mentions)
                if page.location not in found:
                    continue
                record = found[page.location]
                shift = record.document.text.find(page.text)
                for start, end, chain in mentions:
                    entity = _named_at(record, start + shift, end + shift) if shift >= 0 else None
                    if entity is not None:
                        key[page.location, start, end] = heap, chain
                        told[page.location, start, end] = heap, ids[entity]
        p, r, f1 = b_cubed(key, told)
        figures[name] = {
            "mentions": total,
            "named": len(key),
            "b_cubed_p": round(100 * p, 2),
            "b_cubed_r": round(100 * r, 2),
            "b_cubed_f1": round(100 * f1, 2),
        }
    return figures


def timelines(data: Path, split: str) -> dict[str, Any]:
    """Measure the days chosen for the crises' reference timelines: F1, as many days as each has.

    Sentences are given with the day of their article; a day counts if a reference has it.
    """
    folder = data / "crisis_timelines"
    if split != "dev" or not (folder / "timelines.jsonl").exists():
        return {}
    dated: dict[str, list[tuple[dt.date, bool]]] = defaultdict(list)
    with gzip.open(folder / "sentences.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            written = dt.date.fromisoformat(row["date"])
            for sentence in row["sentences"]:
                dated[row["topic"]] += set(_days_of(sentence, written))
    shares = []
    for timeline in records(folder / "timelines.jsonl"):
        gold = {entry["date"] for entry in timeline["entries"]}
        first, last = min(gold), max(gold)
        scores = {d.isoformat(): s for d, s in day_scores(dated[timeline["topic"]]).items()}
        inside = [d for d in scores if first <= d <= last]
        chosen = sorted(inside, key=lambda d: (-scores[d], d))[: len(gold)]
        shares.append(2 * len(gold & set(chosen)) / (len(gold) + len(chosen)))
    return {"timelines": len(shares), "date_f1": round(sum(shares) / len(shares), 3)}


def _days_of(sentence: str, written: dt.date) -> Iterator[tuple[dt.date, bool]]:
    """Yield the single days of a sentence; its tense is not read, and weekdays are past."""
    times = [Stated(m.start, m.end, m.form, "past") for m in find_times(sentence)]
    for time, meant in zip(times, resolve_all(times, written), strict=True):
        if meant is None or time.form is None or meant.extent.earliest != meant.extent.latest:
            continue
        yield meant.extent.earliest, time.form.kind == "calendar"


def _named_at(record: PageRecord, start: int, end: int) -> str | None:
    """Return the entity whose name is at least half of a mention's words, the last of them."""
    words = len(record.document.text[start:end].split())
    inside = [
        (m.end, m.start, e.id)
        for e in record.entities
        for m in e.mentions
        if start <= m.start and m.end <= end and 2 * len(m.text.split()) >= words
    ]
    return max(inside)[2] if inside else None


def _ecb_names(path: Path) -> Iterator[tuple[str, Page, list[tuple[int, int, str]]]]:
    for row in records(path):
        text, places = joined_tokens(row["tokens"])
        valid = set(row["validated_sentences"])
        mentions = [
            (places[m["tokens"][0]][0], places[m["tokens"][-1]][1], m["chain"])
            for m in row["mentions"]
            if m["type"].startswith(("HUMAN", "LOC")) and row["sentence"][m["tokens"][0]] in valid
        ]
        yield row["topic"], article(row["id"], text, None), mentions


def _meantime_names(path: Path) -> Iterator[tuple[str, Page, list[tuple[int, int, str]]]]:
    for row in records(path):
        if row["lang"] != "en":
            continue
        tokens = [t for sentence in row["sentences"] for t in sentence]
        text, places = joined_tokens(tokens)
        starts = [sum(len(s) for s in row["sentences"][:n]) for n in range(len(row["sentences"]))]
        mentions = [
            (
                places[starts[m["sent"]] + m["toks"][0]][0],
                places[starts[m["sent"]] + m["toks"][-1]][1],
                m["chain"],
            )
            for m in row["mentions"]
            if m["kind"].lower().startswith("entity") and m["chain"]
        ]
        yield row["corpus"], article(row["doc"], text, None), mentions


def raw_events(data: Path, split: str) -> dict[str, Any]:
    """Measure events across pages on ECB+ from raw text: found mentions, no singletons."""
    path = data / "ecbplus" / f"{split}.jsonl"
    if not path.exists():
        return {}
    topics: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in records(path):
        topics[row["topic"]].append(row)
    key: dict[Hashable, Hashable] = {}
    told: dict[Hashable, Hashable] = {}
    for topic, rows in topics.items():
        texts = {row["id"]: joined_tokens(row["tokens"]) for row in rows}
        linked = link(read([article(name, text, None) for name, (text, _) in texts.items()]))
        pages = {d.location: d for d in linked.documents}
        where = {d.id: d.location for d in linked.documents}
        gold: dict[tuple[str, int], tuple[str, int]] = {}
        validated: dict[str, set[int]] = defaultdict(set)
        for row in rows:
            valid = set(row["validated_sentences"])
            for n, (start, end) in enumerate(texts[row["id"]][1]):
                if row["sentence"][n] in valid:
                    validated[row["id"]] |= set(range(start, end))
            for n, mention in enumerate(row["mentions"]):
                if "ACTION" in mention["type"] and row["sentence"][mention["tokens"][0]] in valid:
                    key[row["id"], n] = mention["chain"]
                    for token in mention["tokens"]:
                        gold[row["id"], texts[row["id"]][1][token][0]] = row["id"], n
        for event in linked.events:
            for mention in event.mentions:
                name = where[mention.span.document]
                shift = pages[name].text.find(texts[name][0])
                at = mention.span.start + mention.span.text.find(mention.trigger) - shift
                if at in validated[name]:
                    told[gold.get((name, at), (name, f"at {at}"))] = topic, event.id
    return {"found": len(told)} | conll(_without_singletons(key), _without_singletons(told))


def _without_singletons(labels: Mapping[Hashable, Hashable]) -> dict[Hashable, Hashable]:
    counts = Counter(labels.values())
    return {member: label for member, label in labels.items() if counts[label] > 1}


def events_of(pages: Sequence[GoldPage]) -> Mapping[str, str]:
    """Return the event that each marked one of a heap of pages is joined to, by their ids."""
    records_, ids, entities = _entities_of(pages)
    actors = Actors(entities)
    news = News(records_, actors.entity_of(ids), others=OTHERS)
    return link_events(records_, ids, entities, actors, news)[1]


def _entities_of(
    pages: Sequence[GoldPage],
) -> tuple[list[PageRecord], Mapping[str, str], Sequence[Entity]]:
    found = sorted((page.record for page in pages), key=lambda r: r.document.id)
    _, entities, ids = link_entities(found)
    return found, ids, entities


def compared_of(pages: Sequence[GoldPage]) -> tuple[Floats, NDArray[np.bool_]]:
    """Return the features of the pairs of marked events that are compared in a heap of pages.

    And whether each pair is of one chain of one topic.
    """
    records_, ids, entities = _entities_of(pages)
    actors = Actors(entities)
    news = News(records_, actors.entity_of(ids), others=OTHERS)
    chains = {
        event.id: (page.topic, chain)
        for page in pages
        for event, chain in zip(page.record.events, page.chains, strict=True)
    }
    told = ((remapped(e, ids, actors), e.date, "") for r in records_ for e in r.events)
    own = Accounts(told, news)
    packed = candidates(own, news)
    first, second = packed >> 32, packed & 0xFFFFFFFF
    rows = compared(own, first, second, NearPages(news)).features
    numbers = {chain: n for n, chain in enumerate(dict.fromkeys(chains.values()))}
    chain = np.empty(len(own), np.int64)
    chain[own.order] = [numbers[chains[event.id]] for event in own.events]
    return rows, chain[first] == chain[second]


def measure(data: Path, split: str = "dev") -> dict[str, Any]:
    """Return all figures of one split; sets that lack the split are left out."""
    figures = {
        "written": written(data, split),
        "stories": stories(data, split),
        "rewrites": rewrites(data, split),
        "planted": planted(data, split),
        "events": events(data, split),
        "events_from_raw_text": raw_events(data, split),
        "entities": entities(data, split),
        "timelines": timelines(data, split),
        "entity_timelines": entity_timelines(data / "semeval15_timeline") if split == "dev" else {},
    }
    return {name: value for name, value in figures.items() if value}


if __name__ == "__main__":
    run(__doc__, measure)
