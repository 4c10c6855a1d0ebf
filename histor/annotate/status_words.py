"""Words that say how a deed stands, which several of the modules on statuses ask."""

from __future__ import annotations

__all__ = [
    "CONVENED",
    "DEFINITE",
    "FORECAST",
    "HOLDING",
    "INTENT",
    "NOBODY",
    "OCCURRING",
    "SAYING",
    "SET",
    "WHERE_SAID",
]

#: words under which an event is what somebody means to do, or asks for
INTENT = frozenset(
    "plan intend prepare aim pledge promise vow agree schedule offer threaten decide propose seek "
    "attempt try order demand urge ask call request want refuse hope wish ready set mean due "
    "planned scheduled upcoming threat plan proposal preparation intention offer pledge promise "
    "invitation demand call request readiness willingness ultimatum plot conspire conspiracy mull "
    "contemplate envisage consider commitment decision determination resolve desire "
    "interest".split()
)
#: words under which an event is what somebody thinks will come
FORECAST = frozenset(
    "predict expect fear warn forecast anticipate risk likely possible potential imminent danger "
    "prospect fear worry worried warning prediction expectation possibility threat looming".split()
)
#: of these and of the next, verbs of what is said at a meeting or in a call, which was held then
SAYING = frozenset(
    "agree pledge promise vow offer decide propose urge demand ask request threaten warn "
    "predict call appeal invite refuse reject dismiss".split()
)
WHERE_SAID = frozenset(["in", "at", "during"])
HOLDING = frozenset("hold stage conduct convene organise organize".split())
DEFINITE = frozenset(["the", "this", "that", "these", "those"])
SET = frozenset(["scheduled", "planned", "slated", "due"])
#: verbs that say that their subject takes place
OCCURRING = frozenset(
    "begin start commence happen occur take come follow resume continue increase intensify "
    "escalate spread worsen erupt break flare grow exceed surpass reach climb rise".split()
)
CONVENED = frozenset(["election", "vote", "referendum", "poll", "meeting", "summit", "session"])
NOBODY = frozenset(["nobody", "none", "nothing", "no-one", "noone"])
