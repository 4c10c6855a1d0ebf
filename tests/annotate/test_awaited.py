"""What is only awaited, called or foretold."""

from __future__ import annotations

import pytest

from histor.annotate import load
from histor.annotate.status import status_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The town braced for noisy protests against the mayor.", "protests", "predicted"),
        (
            "The party plans to bring out large crowds on Sunday in protests across Peru.",
            "protests",
            "planned",
        ),
        ("The party plans to discuss the protests.", "protests", "happened"),
        ("The union has called nationwide protests for Sunday.", "protests", "planned"),
        ("The union called an indefinite general strike.", "strike", "planned"),
        ("The yellow alert for floods was extended.", "floods", "predicted"),
        ("There was no truth in rumours that Koren had fled to Chile.", "fled", "denied"),
        ("The government has ruled out negotiating with looters.", "negotiating", "denied"),
        ("The parties rejected the dissolution as unlawful.", "dissolution", "happened"),
        ("Koren called the protests a plot.", "protests", "happened"),
        ("Norway faced tribesmen who rose up two weeks ago to topple Koren.", "topple", "planned"),
        ("With his country tilting toward civil war, Koren said he would go.", "war", "predicted"),
        ("Peru is on the brink of war with Chile.", "war", "predicted"),
        ("The envoy came to help toward forging a ceasefire with Peru.", "ceasefire", "predicted"),
        (
            "Marchers threw stones towards anti-mayor protesters during clashes in Lima.",
            "clashes",
            "happened",
        ),
        ("An evacuation was being prepared but has not been decided.", "evacuation", "planned"),
        ("If Peru were to seize the intake, Chile would suffer.", "seize", "hypothetical"),
        ("Peru was not calling for war.", "war", "denied"),
        ("Lima will see more protests, analysts said.", "protests", "predicted"),
        ("Norway said Peru would arrest the rebels.", "arrest", "planned"),
        ("The minister said the army would shell Orle if Peru left.", "shell", "hypothetical"),
        ("The minister said many miners would die.", "die", "predicted"),
        ("The minister said that many miners will die.", "die", "predicted"),
    ],
)
def test_what_is_awaited_called_or_foretold_has_not_been(text: str, word: str, status: str) -> None:
    [token] = [t for t in load()(text) if t.text == word]
    assert status_of(token, float(token._.factuality)) == status
