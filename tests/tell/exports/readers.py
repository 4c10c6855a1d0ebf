"""Each format opened by the reader it is for; what that reader refuses fails the test."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any

import feedparser
import openpyxl
import pyarrow.parquet as pq
import rdflib
import stix2
from followthemoney import model
from followthemoney.exc import InvalidData
from lxml import etree
from pyld import jsonld

from histor.tell.exports.polecat import COLUMNS as POLECAT

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")


def read_xlsx(data: bytes) -> dict[str, list[dict[str, Any]]]:
    """Return sheet -> rows; no cell is a formula, an error or a link."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheets: dict[str, list[dict[str, Any]]] = {}
    for sheet in book:
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type in {"s", "n", "d", "b"}, (sheet.title, cell.coordinate)
                if cell.data_type == "s":
                    assert not _CONTROL.search(cell.value)
                    # what is edited stays a text, whatever it begins with
                    assert cell.quotePrefix or cell.row == 1 or sheet.title == "contents"
        header, *rows = sheet.iter_rows(values_only=True)
        sheets[sheet.title] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    return sheets


def read_parquet(files: Mapping[str, bytes]) -> dict[str, list[dict[str, Any]]]:
    """Return table -> rows."""
    return {
        name.removesuffix(".parquet"): pq.read_table(io.BytesIO(data)).to_pylist()
        for name, data in files.items()
    }


def read_polecat(data: bytes) -> list[dict[str, str]]:
    """Return the rows, every line with all of POLECAT's columns, read as its users do."""
    text = data.decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t"))
    assert text.split("\n", 1)[0].split("\t") == list(POLECAT)
    assert text.count("\n") == len(rows) + 1
    for row in rows:
        assert None not in row
        assert all(row.values())
        assert not _CONTROL.search("".join(row.values()))
    return rows


def read_ftm(data: bytes) -> dict[str, dict[str, Any]]:
    """Return id -> entity; followthemoney knows every schema and takes every id, day, country, number and link."""
    found: dict[str, dict[str, Any]] = {}
    for line in data.decode("utf-8").split("\n")[:-1]:
        raw = json.loads(line)
        assert raw["id"] not in found
        proxy = model.get_proxy(raw, cleaned=False)
        for name, values in raw["properties"].items():
            prop = proxy.schema.get(name)
            assert prop is not None, (raw["schema"], name)
            # names and addresses are tidied; an id, a day, a country or a number is right or gone
            if prop.type.name not in {"name", "address", "string", "text"}:
                assert set(proxy.get(name)) == set(values)
        try:
            proxy.schema.validate({"properties": raw["properties"]})
        except InvalidData as error:
            raise AssertionError(f"{raw}: {error.errors}") from error
        found[raw["id"]] = raw
    for entity in found.values():
        schema = model.get(entity["schema"])
        assert schema is not None
        for name, values in entity["properties"].items():
            prop = schema.get(name)
            assert prop is not None
            for value in values:
                assert len(value) <= prop.max_length or name == "bodyText"
                if prop.type.name == "entity":
                    other = model.get(found[value]["schema"])
                    assert other is not None
                    assert other.is_a(prop.range), (entity["schema"], name, other.name)
    return found


def read_stix(data: bytes) -> dict[str, Any]:
    """Return id -> object; stix2 takes all of it, and what is referred to is there."""
    bundle = stix2.parse(data.decode("utf-8"), allow_custom=False)
    objects = {o["id"]: o for o in bundle["objects"]}
    assert len(objects) == len(bundle["objects"])
    for o in objects.values():
        refs = [*o.get("object_refs", ()), o.get("source_ref"), o.get("target_ref")]
        assert {r for r in (*refs, o.get("created_by_ref")) if r} <= set(objects)
        assert o["created"] <= o["modified"]
    return objects


def read_json_ld(data: bytes) -> rdflib.Graph:
    """Return the graph; every type and property is one of schema.org's."""
    assert b"<" not in data
    document = json.loads(data)
    # no network: the context is in the file
    triples = jsonld.to_rdf(document, {"format": "application/n-quads"})
    graph = rdflib.Graph().parse(data=triples, format="nt")
    for _, predicate, value in graph:
        terms = [predicate] if predicate != rdflib.RDF.type else [value]
        for term in terms:
            assert str(term).startswith("http://schema.org/"), term
            assert str(term).removeprefix("http://schema.org/") in rdflib.SDO
    return graph


def read_timemap(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return the files' contents, held against timemap's own schemata (src/reducers/validate)."""
    found = {name: json.loads(data) for name, data in files.items()}
    texts = """id description date time time_precision location latitude longitude type category
    category_full comments time_display shape colour""".split()
    ids = {a["id"] for a in found["associations.json"]}
    assert len(ids) == len(found["associations.json"])
    for association in found["associations.json"]:
        assert set(association) <= {"id", "title", "desc", "mode", "filter_paths"}
        assert association["mode"] in {"CATEGORY", "FILTER"}
    for event in found["events.json"]:
        assert set(event) <= {*texts, "associations", "sources"}
        assert all(isinstance(event[name], str) for name in event if name in texts)
        assert re.fullmatch(r"\d\d/\d\d/\d{4}", event["date"])
        assert set(event["associations"]) <= ids
        assert set(event["sources"]) <= set(found["sources.json"])
    for id_, source in found["sources.json"].items():
        assert source["id"] == id_
        assert source["paths"] == []
        assert re.fullmatch(r"(https?://[^\s<>\"]+)?", source["url"])
    return found


def read_atom(data: bytes) -> list[Any]:
    """Return the entries as a feed reader sees them."""
    root = etree.fromstring(data)
    parsed = feedparser.parse(data)
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    assert parsed.feed.id.startswith("urn:uuid:")
    entries = root.findall(f"{ATOM}entry")
    assert len(parsed.entries) == len(entries)
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(set(ids)) == len(ids)
    for entry in parsed.entries:
        assert entry.title
        assert entry.updated_parsed >= entry.published_parsed
        assert all(link.href.startswith("http") for link in entry.get("links", ()))
    return list(parsed.entries)
