"""What images appear to show, and who heads the body that is named last."""

from __future__ import annotations

import pytest

from tests.extract.test_attributions import told


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Satellite images published by Hill Watch appear to show Peru has moved light tanks to "
            "the border since the vote, though few expect a war.",
            "Satellite images published by Hill Watch",
            "Peru has moved light tanks to the border since the vote",
        ),
        (
            "Footage verified by Reuters appears to show soldiers firing on a crowd.",
            "Footage verified by Reuters",
            "soldiers firing on a crowd",
        ),
    ],
)
def test_what_images_appear_to_show_is_one_claim(text: str, source: str, content: str) -> None:
    assert (source, "assert", content) in told(text)
    assert not any(said.startswith(("to ", "Satellite")) for _, _, said in told(text))


def test_who_heads_a_body_says_what_follows() -> None:
    text = (
        "All the questions passed with more than 90% approval, according to Omar Lind, head of the "
        "National Electoral Council, who said at least three million votes were cast."
    )
    assert all("Omar Lind" in (who or "") for who, _, _ in told(text))
