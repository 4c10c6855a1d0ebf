"""Who leaves a body or a treaty ends relations; who leaves a town withdraws; invented sentences."""

from __future__ import annotations

import pytest

from tests.extract.test_short_deeds import events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mali, Chad and Burkina Faso quit the regional bloc ECOWAS in January.", "SANCTION"),
        ("Norway withdrew from the fisheries treaty on Monday.", "SANCTION"),
        ("Kenya withdrew its troops from the AU mission in Somalia.", "RETREAT"),
        ("Russian forces withdrew from Kherson.", "RETREAT"),
    ],
)
def test_leaving_a_body_is_no_retreat(text: str, kind: str) -> None:
    assert [k for k, *_ in events(text).values()] == [kind]
