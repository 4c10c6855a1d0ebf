from __future__ import annotations

from typing import get_args

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from histor.annotate import load
from histor.annotate.status import Status, status_of
from tests.extract.hand_made import annotated

VERBS = {
    "shelled": "VERB VBD", "shell": "VERB VB", "denied": "VERB VBD", "will": "AUX MD",
    "may": "AUX MD", "might": "AUX MD", "planned": "VERB VBD", "feared": "VERB VBD",
    "have": "AUX VB", "attack": "NOUN NN", "shelling": "VERB VBG", "is": "AUX VBZ",
    "called": "VERB VBD", "averted": "VERB VBD",
}  # fmt: skip
LEMMAS = {
    "shelled": "shell", "denied": "deny", "planned": "plan", "feared": "fear", "called": "call",
    "shelling": "shell", "averted": "avert",
}  # fmt: skip


def doc_of(text: str, tree: dict[str, tuple[str, str]]) -> Doc:
    return annotated(text, tags=VERBS, lemmas=LEMMAS, tree=tree)


CASES: list[tuple[Doc, str, float, str]] = [
    (
        doc_of("Tarnia shelled Lowmark", {"shelled": ("root", "shelled")}),
        "shelled",
        3.0,
        "happened",
    ),
    (
        doc_of(
            "Tarnia denied it shelled Lowmark",
            {"denied": ("root", "denied"), "shelled": ("ccomp", "denied")},
        ),
        "shelled",
        2.0,
        "denied",
    ),
    (
        doc_of(
            "Tarnia denied that there was an attack",
            {
                "denied": ("root", "denied"),
                "there": ("expl", "was"),
                "was": ("ccomp", "denied"),
                "attack": ("nsubj", "was"),
            },
        ),
        "attack",
        2.0,
        "denied",
    ),
    (
        doc_of(
            "Nobody shelled Lowmark",
            {"shelled": ("root", "shelled"), "Nobody": ("nsubj", "shelled")},
        ),
        "shelled",
        -2.0,
        "denied",
    ),
    (
        doc_of(
            "Nobody shelled Lowmark",
            {"shelled": ("root", "shelled"), "Nobody": ("nsubj", "shelled")},
        ),
        "shelled",
        3.0,
        "denied",
    ),
    (
        doc_of("Tarnia will shell it", {"shell": ("root", "shell"), "will": ("aux", "shell")}),
        "shell",
        0.0,
        "planned",
    ),
    (
        doc_of("Tarnia may shell it", {"shell": ("root", "shell"), "may": ("aux", "shell")}),
        "shell",
        1.5,
        "predicted",
    ),
    (
        doc_of(
            "They feared an attack", {"feared": ("root", "feared"), "attack": ("obj", "feared")}
        ),
        "attack",
        0.5,
        "predicted",
    ),
    (
        doc_of(
            "They planned an attack", {"planned": ("root", "planned"), "attack": ("obj", "planned")}
        ),
        "attack",
        0.5,
        "planned",
    ),
    (
        doc_of(
            "He called the attack cruel",
            {"called": ("root", "called"), "attack": ("obj", "called")},
        ),
        "attack",
        2.0,
        "happened",
    ),
    (
        doc_of(
            "They averted an attack", {"averted": ("root", "averted"), "attack": ("obj", "averted")}
        ),
        "attack",
        -1.0,
        "denied",
    ),
    (
        doc_of(
            "Tarnia is shelling it", {"shelling": ("root", "shelling"), "is": ("aux", "shelling")}
        ),
        "shelling",
        2.5,
        "ongoing",
    ),
    (
        doc_of(
            "an attack might shelled",
            {
                "shelled": ("root", "shelled"),
                "attack": ("nsubj", "shelled"),
                "an": ("det", "attack"),
                "might": ("aux", "shelled"),
            },
        ),
        "attack",
        3.0,
        "hypothetical",
    ),
    (
        doc_of(
            "the attack might shelled",
            {
                "shelled": ("root", "shelled"),
                "attack": ("nsubj", "shelled"),
                "the": ("det", "attack"),
                "might": ("aux", "shelled"),
            },
        ),
        "attack",
        3.0,
        "happened",
    ),
    *(
        (
            annotated(
                f"Release of the envoys {asked} by Tarnia",
                tags={"Release": "NOUN NN", "envoys": "NOUN NNS", asked: "VERB VBN"},
                lemmas={"Release": "release", asked: lemma},
                tree={
                    "Release": ("root", "Release"),
                    "envoys": ("nmod", "Release"),
                    asked: ("acl", "envoys"),
                },
            ),
            "Release",
            3.0,
            status,
        )
        for asked, lemma, status in (
            ("demanded", "demand", "planned"),
            ("ordered", "order", "happened"),
        )
    ),
]


@pytest.mark.parametrize(("doc", "word", "factuality", "status"), CASES)
def test_grammar_and_factuality_give_the_status(
    doc: Doc, word: str, factuality: float, status: str
) -> None:
    token = next(t for t in doc if t.text == word)
    assert status_of(token, factuality) == status
    assert status in get_args(Status)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Chad would veto any resolution that condemned Mali.", "condemned", "hypothetical"),
        ("Chad and Mali held talks on freeing the hostages.", "freeing", "hypothetical"),
        (
            "According to two envoys, the Orle Council meeting which Chad has requested for may take place soon.",
            "meeting",
            "hypothetical",
        ),
        (
            "He launched the raid to save his men, and not to overthrow the ruler.",
            "overthrow",
            "denied",
        ),
        ("Four months ago a war between Chad and Mali seemed inevitable.", "war", "predicted"),
        ("The union had prepared sanctions against Mali.", "sanctions", "planned"),
        ("Chad had prepared the attack for months.", "attack", "happened"),
        ("The court called on Mali to investigate the killings.", "investigate", "planned"),
        ("The court called on Mali to investigate the killings.", "killings", "happened"),
    ],
)
def test_what_is_foreseen_readied_or_asked_for_has_not_been(
    nlp: Language, text: str, word: str, status: str
) -> None:
    token = next(t for t in nlp(text) if t.text == word)
    assert status_of(token, 2.2) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Fighters overran the town without firing a shot.", "firing", "denied"),
        ("The men would be released once the troops retreated.", "retreated", "hypothetical"),
        (
            "Peru ordered the retrial of the general for the killing of marchers.",
            "killing",
            "happened",
        ),
        ("The army launched an offensive in May to reclaim the towns.", "reclaim", "planned"),
        ("A parade convenes, with protests scheduled for Tuesday.", "protests", "planned"),
        ("The device failed to explode in the square.", "explode", "denied"),
        ("Peru failed to attend the meeting in Oslo.", "meeting", "happened"),
        ("The president ruled out a withdrawal.", "withdrawal", "denied"),
        (
            "Soldiers fire into the air as the president arrives in Lima for talks.",
            "arrives",
            "happened",
        ),
        ("The president has not ruled out a withdrawal.", "withdrawal", "hypothetical"),
        (
            "Peru gave Chile a week to free the men and return to its base.",
            "return",
            "hypothetical",
        ),
        (
            "Peru gave Chile one week to free the men, threatening to use force.",
            "threatening",
            "happened",
        ),
        ("The opposition had called that election a sham.", "election", "happened"),
        ("Norway closed the port in response to the shelling of Orle.", "shelling", "happened"),
        ("Norway was angered by the junta's failure to hold elections.", "elections", "denied"),
        (
            "Norway regretted the failure to carry out the evacuation of Peru.",
            "evacuation",
            "denied",
        ),
        ("Norway stopped short of threatening war.", "war", "denied"),
        ("Norway has banned all demonstrations in Orle.", "demonstrations", "hypothetical"),
        ("Norway imposed a ban on protests in Orle.", "protests", "hypothetical"),
        ("Norway will close the port in retaliation for the raid on Orle.", "raid", "happened"),
        ("Norway demanded at talks in Orle that Chile withdraw.", "talks", "happened"),
        ("Norway announced the evacuation of its citizens from Chile.", "evacuation", "planned"),
        ("Norway announced the withdrawal of its troops from Chile.", "withdrawal", "planned"),
        ("Norway announced sanctions on Chile.", "sanctions", "happened"),
        ("Marches forced the mayor of Orle to resign on Monday.", "resign", "happened"),
        ("The unions want to force the mayor of Orle to resign.", "resign", "planned"),
        ("Farmers managed to arrange a meeting in Orle on Monday.", "meeting", "happened"),
        (
            "At a meeting in Orle, the miners appealed to Chile for help.",
            "meeting",
            "happened",
        ),
        ("Farmers want to arrange a meeting in Orle.", "meeting", "planned"),
        ("Violence has risen ahead of elections in Norway.", "elections", "planned"),
        ("Police arrested ten men ahead of elections in Norway in May.", "elections", "happened"),
        ("Elections in Norway are to be held on 9 July.", "Elections", "planned"),
        ("The former mayor of Orle denied ordering anyone to shoot at miners.", "shoot", "denied"),
        ("The army said the advance would stop rocket attacks on Orle.", "attacks", "ongoing"),
    ],
)
def test_what_stands_beside_a_deed_tells_whether_it_was(text: str, word: str, status: str) -> None:
    doc = load()(text)
    [token] = [t for t in doc if t.text == word]
    assert status_of(token, float(token._.factuality)) == status
