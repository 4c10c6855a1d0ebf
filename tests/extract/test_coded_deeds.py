"""Deeds that a coder of PLOVER expects: of announcements, refusals, promises, calls and crowds.

The sentences are invented.
"""

from __future__ import annotations

import pytest
from spacy.language import Language

from histor.extract.events.proposals import Proposal, proposals


def of(nlp: Language, text: str) -> dict[str, Proposal]:
    return {p.trigger.text: p for p in proposals(nlp(text))}


def named(spans: tuple[object, ...]) -> str:
    return " ".join(str(s) for s in spans)


@pytest.mark.parametrize(
    ("text", "word", "kind", "doer", "target"),
    [
        # what is announced, ordered or led
        ("Chile announced a suspension of flights with Peru.", "suspension", "SANCTION",
         "Chile", "Peru"),
        ("Police in Lima announced the arrest of six miners.", "arrest", "COERCE",
         "Police", "miners"),
        ("A Peru-led air strike on a Chilean school left ten dead.", "strike", "ASSAULT",
         "Peru", "school"),
        ("Chilean forces launched a cruise-missile attack on Arica.", "attack", "ASSAULT",
         "forces", "Arica"),
        ("The rebels commenced ground assaults on Chilean marines.", "assaults", "ASSAULT",
         "rebels", "marines"),
        ("Peru ordered the Chilean ambassador to leave within 48 hours.", "ordered", "SANCTION",
         "Peru", "ambassador"),
        # refusals
        ("Chile has refused to provide military aid to Peru.", "refused", "REJECT",
         "Chile", "Peru"),
        ("Teachers said they will not end the strike until the ministry pays them.", "end",
         "REJECT", "Teachers", "ministry"),
        ("Peru said it would not return to the six-party talks.", "return", "REJECT", "Peru", ""),
        ("The rebels said they would not take part in the peace conference.", "take", "REJECT",
         "rebels", ""),
        ("The army said it would not release the prisoners.", "release", "REJECT",
         "army", "prisoners"),
        ("The Chilean president said he would not resign.", "resign", "REJECT", "president", ""),
        ("Chile's government said it had no intention of freeing the miners.", "freeing",
         "REJECT", "government", "miners"),
        ("The parliament of Peru voted down a treaty with Chile.", "voted", "REJECT",
         "parliament", ""),
        # promises and threats
        ("The junta of Peru said it would recognise the independence of Arica.", "recognise",
         "AGREE", "junta", "Arica"),
        ("Gunmen in Peru said they would lay down their weapons.", "lay", "AGREE", "Gunmen", ""),
        ("Peru agreed to lift a ban on imports of Chilean beef.", "agreed", "AGREE",
         "Peru", "Chilean"),
        ("Peru intends to provide Chile with more boats.", "intends", "AGREE", "Peru", "Chile"),
        ("Pirates in Peru said they would kill the crew unless a ransom was paid.", "kill",
         "THREATEN", "Pirates", "crew"),
        ("The European Union has warned Peru of further sanctions.", "warned", "THREATEN",
         "Union", "Peru"),
        ("Peru gave Chile two weeks to withdraw its boats.", "gave", "THREATEN", "Peru", "Chile"),
        # backing and giving in
        ("Norway pledged its full support for President Ana Ruiz of Peru.", "pledged", "SUPPORT",
         "Norway", "Ana Ruiz"),
        ("Norway pledged military support for Peru.", "pledged", "AGREE", "Norway", "Peru"),
        ("Peru's government gave in to the demands of the miners.", "gave in", "CONCEDE",
         "government", "miners"),
        ("The nurses have ended their hunger strike.", "ended", "CONCEDE", "nurses", ""),
        ("Musicians have lifted a boycott of the Lima Fair.", "lifted", "CONCEDE",
         "Musicians", "Lima Fair"),
        ("Rebels in Peru handed over two hostages to the Red Cross.", "handed over", "RETREAT",
         "Rebels", "hostages"),
        ("Peru handed over a former general to the Hague tribunal.", "handed over", "COOPERATE",
         "Peru", "tribunal"),
        ("Norway wrote off most of the debt of Peru.", "wrote off", "AID", "Norway", "Peru"),
        # peacekeepers, calls and visits
        ("Some 160 Chilean peacekeepers arrived in Peru on Monday.", "arrived", "AID",
         "peacekeepers", "Peru"),
        ("Chile sent 200 troops to Peru on a peacekeeping mission.", "sent", "AID",
         "Chile", "Peru"),
        ("President Juan Torre called his Peruvian counterpart on Monday to assure her of help.",
         "called", "CONSULT", "Torre", "counterpart"),
        ("The Chilean premier arrived in Lima for talks with his Peruvian counterpart.", "talks",
         "CONSULT", "premier", "counterpart"),
        # crowds, and force used on them
        ("Farmers held a rally outside the Chilean embassy.", "rally", "PROTEST",
         "Farmers", "embassy"),
        ("Farmers in Peru erected barricades near Arica.", "erected", "PROTEST", "Farmers", ""),
        ("Opposition supporters fought the police during a rally in Lima.", "rally", "PROTEST",
         "supporters", ""),
        ("Police in Lima fired into the air to scatter protesters.", "fired", "ASSAULT",
         "Police", "protesters"),
        ("Police in Lima fired rubber bullets at supporters of the ousted president.", "fired",
         "ASSAULT", "Police", "supporters"),
        ("The army overthrew President Juan Torre after mass protests.", "overthrew", "COERCE",
         "army", "Torre"),
        ("The government of Peru closed an independent newspaper.", "closed", "COERCE",
         "government", "newspaper"),
        ("Police in Peru broke up a meeting of the opposition.", "broke", "COERCE",
         "Police", "opposition"),
        # what others are told to do
        ("The Chilean premier told the Peruvian prime minister to stop the raids.", "told",
         "REQUEST", "premier", "minister"),
        ("The Chilean president wants the United Nations to lift the embargo on Peru.", "wants",
         "REQUEST", "president", "United Nations"),
    ],
)  # fmt: skip
def test_deeds_are_coded(
    nlp: Language, text: str, word: str, kind: str, doer: str, target: str
) -> None:
    found = of(nlp, text)
    assert word in found, found
    assert found[word].type == kind
    assert doer in named(found[word].doers)
    assert target in named(found[word].targets)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry of Peru refused to provide details.", "refused"),
        ("A driver from Arica declined to give his surname.", "declined"),
        ("Norway has led a disinformation campaign against Peru.", "campaign"),
        ("The crew is helping to topple the king of Peru.", "helping"),
        ("The revolt told how guards treated the miners of Arica.", "treated"),
        ("Norway is fighting the root causes of hunger in Peru.", "fighting"),
        ("The attorney opened an inquiry into the minister of Peru.", "inquiry into"),
    ],
)
def test_no_deed_of_their_own(nlp: Language, text: str, word: str) -> None:
    assert word not in of(nlp, text)


def test_nobody_is_marched_on_in_support(nlp: Language) -> None:
    found = of(nlp, "Thousands protested in Arica in solidarity with Ana Ruiz.")
    assert "Ana Ruiz" not in named(found["protested"].targets)
