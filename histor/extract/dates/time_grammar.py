"""Finding time expressions: where they stand in a text, and their normal form.

The grammar is data (``data/times.toml``); this module reads it and keeps out the false friends of
news: counts that look like years, months that are verbs, names or the modal "may".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from histor.extract.dates.rule_starts import RuleStarts
from histor.extract.dates.time_words import READERS
from histor.time_forms import TimeForm

__all__ = ["TimeMatch", "find_times"]

_DATA = Path(__file__).parents[1] / "data"
#: an expression may not begin or end inside a word, a number or a sum of money
_BEFORE = r"(?<![\w$€£¥#])(?<!\d[.,:])"
_AFTER = r"(?![\w%°])(?![.,:]\d)"
_PIECE = re.compile(r"<([A-Z][A-Z_]*)>")
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")
#: fields that one group cannot tell, or that a rule of its kind must make sense of
_AMBIGUOUS = 12


@dataclass(frozen=True, slots=True)
class TimeMatch:
    """An expression's place in the text, in code points, and its normal form."""

    start: int
    end: int
    form: TimeForm


@dataclass(frozen=True, slots=True)
class _Rule:
    kind: str
    #: what an expression of the rule is, without what may stand before and after it
    whole: str
    pattern: re.Pattern[str]
    fixed: Mapping[str, Any]


def find_times(text: str) -> Iterator[TimeMatch]:
    """Yield the time expressions of a text in order, none overlapping another.

    The leftmost match wins, then the longest, then the rule that stands first in the grammar.
    """
    candidates = sorted(_candidates(text), key=lambda c: c[:3])
    free = 0
    for start, end, order, match in candidates:
        if start < free:
            continue
        form = _form(_rules()[order], match)
        if form is None:
            continue
        free = -end
        yield TimeMatch(start, -end, form)


def _candidates(text: str) -> Iterator[tuple[int, int, int, re.Match[str]]]:
    """Yield the matches of each rule, none overlapping another of its rule."""
    rules = _rules()
    free = [0] * len(rules)
    for start, possible in _starts()(text):
        for order in possible:
            if start < free[order]:
                continue
            match = rules[order].pattern.match(text, start)
            if match is not None and match.end() > start:
                free[order] = match.end()
                yield start, -match.end(), order, match


def _form(rule: _Rule, match: re.Match[str]) -> TimeForm | None:
    fields: dict[str, Any] = {"kind": rule.kind, **rule.fixed}
    said: dict[str, str] = {}
    for group, words in match.groupdict().items():
        if words is None:
            continue
        name = group.partition("__")[0]
        said[name] = words
        if name in READERS:
            field, read = READERS[name]
            fields[field] = read(words)
    if rule.kind == "year":
        if _is_count(match):
            return None
        fields["kind"] = "calendar"
    elif rule.kind == "numeric":
        fields |= _numeric(said)
    elif (
        _is_title(match)
        or _is_share(rule, match)
        or _runs_backwards(said, fields)
        or _is_of_town(match)
    ):
        return None
    since = _SINCE.search(match.string, max(0, match.start() - 12), match.start())
    if rule.kind == "year" and _ERA.search(match.string, max(0, match.start() - 12), match.start()):
        fields["since"] = True  # "the post-2003 order"
    before = match.string[max(0, match.start() - _CLAUSE) : match.start()]
    if (
        "since" not in fields
        and since
        and not _COMPARED.search(before)
        and not ("the" in since.group() and _dates_thing(rule, fields, match))
    ):
        fields["since"] = True
    return msgspec.convert(fields, TimeForm)


def _dates_thing(rule: _Rule, fields: Mapping[str, Any], match: re.Match[str]) -> bool:
    """Say whether what something lasts since is dated by it: "the 2020 war", "the 3 May raid"."""
    if rule.kind == "year":
        return True
    exact = fields["kind"] == "calendar" and "month" in fields
    return exact and _THING.match(match.string, match.end()) is not None


_THING = re.compile(r"\s(?!when\b|and\b|or\b|that\b|in\b|on\b|at\b|of\b|by\b|to\b|with\b)[a-z]{3,}")
_SHARE = re.compile(r"(?:\b(?:an?|one|three)|(?<!\d)[13])[-\s]quarters?\Z", re.I)
_NAMED = re.compile(r"\A\d+\s(?-i:[A-Z])\w+\Z")
_OPENING = frozenset("'\"“‘«")
_NAME = re.compile(r"\sof\s[^\W\d_a-z]")
_OF = re.compile(r"\sof\b")
#: what is the first or worst since a day did not last since then
_COMPARED = re.compile(
    r"\b(?:first|only|worst|best|(?<!at\s)(?:most|least)|(?!west|east|test|rest|protest|arrest|forest|request|"
    r"interest|latest)[a-z]{3,}est)\b[^.;:,]*,?\s(?:[a-z]+\s){0,2}since\s(?:about\s|around\s|the\s)?\Z",
    re.I,
)
_CLAUSE = 80
_ERA = re.compile(r"\bpost[-–]\Z", re.I)
_SINCE = re.compile(r"\bsince\s(?:about\s|around\s|the\s)?\Z", re.I)


def _is_share(rule: _Rule, match: re.Match[str]) -> bool:
    """Say whether a duration is none: "three quarters of the seats"."""
    share = rule.kind == "duration" and _SHARE.search(match.group())
    return bool(share) and _OF.match(match.string, match.end()) is not None


def _is_title(match: re.Match[str]) -> bool:
    """Say whether a length is what a programme is called: “60 Minutes”."""
    quoted = match.string[max(0, match.start() - 1) : match.start()] in _OPENING
    return bool(quoted and _NAMED.search(match.group()) and match.start())


def _is_of_town(match: re.Match[str]) -> bool:
    """Say whether a quarter is a part of a town: "in the quarter of Hamdan"."""
    quarter = match.group().lower().removeprefix("in ") == "the quarter"
    return quarter and _NAME.match(match.string, match.end()) is not None


def _runs_backwards(said: Mapping[str, str], fields: Mapping[str, Any]) -> bool:
    """Say whether "1995-90" counts something and is no range of years."""
    to_year = said.get("to_year", "9999")
    return len(to_year) == 2 and int(to_year) <= fields["year"] % 100


def _numeric(said: Mapping[str, str]) -> dict[str, Any]:
    """Read 19.09.2023 and 9/19/2023; 9/8/2023 has two readings and gets none.

    Dots are written where the day comes first.
    """
    left, right = int(said["left"]), int(said["right"])
    if said["mark"] == "." or left > _AMBIGUOUS or left == right:
        day, month = left, right
    elif right > _AMBIGUOUS:
        day, month = right, left
    else:
        return {"kind": "unclear"}
    if not 1 <= month <= _AMBIGUOUS:
        return {"kind": "unclear"}
    return {"kind": "calendar", "day": day, "month": month}


_FORCED = re.compile(r"\b(?:in|since|by|until|till|during|from|year|years|between)\s\Z", re.I)
_COUNTING = re.compile(
    r"(?:\b(?:than|least|most|nearly|almost|about|some|over|under|around|roughly|approximately|"
    r"estimated|up\sto|rose\sto|risen\sto|fell\sto|grew\sto|exactly|another|additional|total|numbering|killed|killing|No\.|number|flight|"
    r"room|page|highway|route|resolution|paragraph|version|model|x|×)|[-–—/+=<>])\s?\Z",
    re.I,
)
#: a noun that is counted in hundreds; "2003 elections" and "2014 protests" stay years
_COUNTED = re.compile(
    r"[\s-](?:[a-z]+(?:ed|an|al|ic|ish|ese)\s)?(?:people|persons?|troops|soldiers|men|women|children|"
    r"civilians|refugees|houses|homes|families|fighters|members|workers|residents|prisoners|"
    r"students|protesters|police|officers|tanks|vehicles|aircraft|missiles|rockets|shells|drones|"
    r"dead|deaths|wounded|injured|casualties|cases|jobs|seats|votes|shares|points|dollars|euros|"
    r"pounds|roubles|rubles|yen|kilometers|kilometres|km|kms|miles|metres?|meters?|feet|foot|ft|"
    r"tonnes|tons|kilograms|kg|litres|liters|barrels|hectares|acres|hours?|hrs|GMT|UTC|percent|"
    r"megawatts|MW|years|days|weeks|months|times|others|more|of\sthe)\b"
)


_HOUSE = re.compile(
    r"(?:\s[A-Z][\w.]+){1,3}\s(?:Ave(?:nue)?|St(?:reet)?|R(?:oad|d)|Blvd|Boulevard|Drive|Lane|Way|"
    r"Place|Square)\b"
)


#: a car behind its model year: "a grey 2013 Toyota Camry"
_CAR = re.compile(
    r"\s(?:[a-z]+\s)?(?:Toyota|Honda|Nissan|Ford|Chevrolet|Chevy|Dodge|Jeep|Hyundai|Kia|Mazda|"
    r"Subaru|Volkswagen|Audi|BMW|Mercedes|Lexus|Acura|Buick|Cadillac|Chrysler|Pontiac|Suzuki|"
    r"Mitsubishi|Isuzu|Volvo|Peugeot|Renault|Citro[eë]n|Fiat|Opel|Skoda|Porsche|Land\sRover|Lada|"
    r"Camry|Corolla|Hilux|Civic|Prius|Mustang|Camaro|Impala|Silverado|Tahoe|Altima|Elantra|Jetta|"
    r"Passat|Tundra|Tacoma)s?\b(?!\s(?:government|administration))"
)


def _is_count(match: re.Match[str]) -> bool:
    """Say whether four digits are a quantity or a number of something and not a year."""
    text, start, end = match.string, match.start(), match.end()
    if _HOUSE.match(text, end) or _CAR.match(text, end):
        return True
    before = text[max(0, start - 24) : start]
    if _COUNTED.match(text, end):
        return True
    if _FORCED.search(before) or _ERA.search(before):
        return False
    return bool(_COUNTING.search(before)) and not re.search(r"\d\s?[-–—/]\s?\Z", before)


@cache
def _rules() -> tuple[_Rule, ...]:
    grammar = tomllib.loads((_DATA / "times.toml").read_text(encoding="utf-8"))
    found = []
    for rule in grammar["rules"]:
        whole = _whole(rule["pattern"], grammar["pieces"])
        pattern = re.compile(f"{_BEFORE}(?:{whole}){_AFTER}", re.I)
        found.append(_Rule(rule["kind"], whole, pattern, rule.get("set", {})))
    return tuple(found)


@cache
def _starts() -> RuleStarts:
    return RuleStarts([rule.whole for rule in _rules()], _BEFORE)


def _whole(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put the pieces in and tell apart groups of one name, which Python's re does not allow."""
    while _PIECE.search(pattern):
        pattern = _PIECE.sub(lambda m: f"(?:{pieces[m[1]]})", pattern)
    seen: dict[str, int] = {}

    def numbered(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        suffix = f"__{seen[match[1]]}" if seen[match[1]] > 1 else ""
        return f"(?P<{match[1]}{suffix}>"

    return _GROUP.sub(numbered, pattern)
