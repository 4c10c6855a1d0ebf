from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from histor.link import CRITERION, link
from histor.records import EntityKind, Judgement, PageRecord, Place, Role
from tests.sample_records import sample

FERRY = sample(
    "ferry",
    "Marta Kovač said in Tarn that the ferry was late.",
    names=[("Marta Kovač", "person"), ("Tarn", "place")],
    said=("Marta Kovač", "said", "the ferry was late"),
).record
BRIDGE = sample(
    "bridge",
    "MARTA KOVAC's bridge opens in Tarn, wrote the Tarn.",
    names=[("MARTA KOVAC", "person"), ("Tarn", "organization")],
).record
SURNAME = sample("a", "Kovač left Tarn.", names=[("Kovač", "person"), ("Tarn", "place")]).record
OTHER_SURNAME = sample("b", "Then Kovač spoke.", names=[("Kovač", "person")]).record


def test_one_name_of_one_kind_is_one_entity_and_claims_point_to_it() -> None:
    linked = link([FERRY, BRIDGE])
    marta = next(e for e in linked.entities if e.kind == "person")
    assert {(n.text, n.count) for n in marta.names} == {("Marta Kovač", 1), ("MARTA KOVAC", 1)}
    assert {m.document for m in marta.mentions} == {FERRY.document.id, BRIDGE.document.id}
    source = linked.claims[0].source
    assert source is not None
    assert source.entity == marta.id
    assert sorted(e.kind for e in linked.entities if e.name == "Tarn") == ["organization", "place"]


def test_a_surname_alone_is_joined_only_in_its_company() -> None:
    linked = link([FERRY, SURNAME, OTHER_SURNAME])
    people = [e for e in linked.entities if e.kind == "person"]
    assert sorted(e.name for e in people) == ["Kovač", "Marta Kovač"]
    marta = next(e for e in people if e.name == "Marta Kovač")
    assert {m.document for m in marta.mentions} == {FERRY.document.id, SURNAME.document.id}
    [why] = [j for j in linked.judgements if j.by == "histor.other_spelling.v1"]
    assert why.reasons == (
        "“Kovač” and “Marta Kovač” share a surname that only one person there has.",
    )


def test_judgements_say_who_and_why_in_a_sentence() -> None:
    judgements = link([FERRY]).judgements
    assert [j.by for j in judgements] == [CRITERION, CRITERION]
    assert judgements[0].reasons[0].startswith("The page names the person “Marta Kovač”")
    assert judgements[0].reasons[0].endswith(".")


def test_a_persons_word_joins_and_parts_entities_of_the_case() -> None:
    before = link([FERRY, OTHER_SURNAME])
    ids = {e.name: e.id for e in before.entities}
    word = Judgement(
        left=ids["Kovač"],
        right=ids["Marta Kovač"],
        verdict="same",
        by="Ines",
        score=1.0,
        reasons=("Same office.",),
    )
    joined = link([FERRY, OTHER_SURNAME], [*before.judgements, word])
    assert [e.id for e in joined.entities if e.kind == "person"] == [ids["Marta Kovač"]]
    local = FERRY.entities[1]
    apart = msgspec.structs.replace(word, left=local.id, right=ids["Tarn"], verdict="different")
    parted = link([FERRY, SURNAME], [*before.judgements, apart])
    assert sum(e.name == "Tarn" for e in parted.entities) == 2
    assert len({e.id for e in parted.entities}) == len(parted.entities)


def test_roles_are_merged_and_places_kept_only_where_pages_agree() -> None:
    def known(role: str, latitude: float, index: int) -> PageRecord:
        record = (FERRY, BRIDGE)[index]
        mayor = Role(title=role, evidence=record.entities[0].mentions)
        place = Place(latitude=latitude, longitude=1.0, geonames_id=1, country=None, feature="PPL")
        person = msgspec.structs.replace(record.entities[0], roles=(mayor,), place=place)
        return msgspec.structs.replace(record, entities=(person, *record.entities[1:]))

    def linked(first: tuple[str, float], second: tuple[str, float]) -> tuple[int, Place | None]:
        records = [known(*first, 0), known(*second, 1)]
        person = next(e for e in link(records).entities if e.kind == "person")
        assert sum(len(r.evidence) for r in person.roles) == 2
        return len(person.roles), person.place

    assert linked(("mayor", 2.0), ("mayor", 2.0))[0] == 1
    assert linked(("mayor", 2.0), ("mayor", 2.0))[1] is not None
    assert linked(("mayor", 2.0), ("judge", 3.0)) == (2, None)


_KINDS: list[EntityKind] = ["person", "organization", "place"]
_NAMES = st.sampled_from(["Marta Kovač", "marta kovac", "Kovač", "Tarn", "the Tarn", "—"])
_RECORDS = st.lists(
    st.lists(st.tuples(_NAMES, st.sampled_from(_KINDS)), unique=True, max_size=3),
    max_size=6,
).map(
    lambda pages: [
        sample(
            f"page {number}",
            f"{number}: {'; '.join(name for name, _ in names)}.",
            names=names,
        ).record
        for number, names in enumerate(pages)
    ]
)


@given(_RECORDS.flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_order_of_arrival_is_nothing(orders: tuple[list[PageRecord], list[PageRecord]]) -> None:
    first, second = (link(order) for order in orders)
    assert (first.entities, first.claims, first.ids) == (second.entities, second.claims, second.ids)
    assert len({e.id for e in first.entities}) == len(first.entities)
