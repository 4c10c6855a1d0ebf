from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from histor.ids import Ids, Renamed
from histor.records import make_id

#: ids of the program's own, and others that look like them or do not
IDS = st.one_of(
    st.builds(make_id, st.sampled_from(["ent", "event", "claim"]), st.integers()),
    st.sampled_from(["doc_1", "ent_", "_0123456789abcdef", "ent_0123456789ABCDEF", "", "ent_ +1"]),
    st.text(max_size=24),
)


@given(st.dictionaries(IDS, st.integers(0, 9)), IDS)
def test_ids_are_found_as_in_a_dictionary(numbered: dict[str, int], other: str) -> None:
    ids = Ids(numbered.items())
    assert dict(ids) == numbered
    assert len(ids) == len(numbered)
    assert (other in ids, ids.get(other)) == (other in numbered, numbered.get(other))


@given(st.dictionaries(IDS, IDS), IDS)
def test_new_ids_are_found_as_in_a_dictionary(renamed: dict[str, str], other: str) -> None:
    ids = Renamed(renamed.items())
    assert dict(ids) == renamed
    assert ids == Renamed(reversed(renamed.items()))
    assert ids.get(other) == renamed.get(other)
