"""The record as a STIX 2.1 bundle (OASIS standard, 10 June 2021), for OpenCTI, MISP and Taranis AI.

Written without a library; the tests read every bundle with ``stix2``. Confidence follows the
standard's scale for Admiralty credibility (appendix A.3): 1 is 90, 2 is 70, 3 is 50, 4 is 30, 5 is
10, and 6, which cannot be judged, has none.
"""

from __future__ import annotations

import json

import msgspec

from histor.tell.exports.state import CaseState, stable_uuid
from histor.tell.exports.stix_objects import Objects
from histor.tell.exports.stix_terms import Object, stix_time

__all__ = ["stix_bundle"]


def stix_bundle(state: CaseState) -> bytes:
    """Return the record as a STIX bundle, UTF-8 JSON.

    Pages are ``report``, events that happened ``incident``, other events, claims, findings and
    warnings ``note``, entities ``identity`` or ``location``; parties and places hang on incidents
    by ``relationship``. Where an earlier state is known, what is as it was keeps its ``modified``,
    and what is gone is there once more as ``revoked``.
    """
    objects = {o["id"]: o for o in Objects(state.record, state).all()}
    if state.before is not None:
        earlier = msgspec.structs.replace(
            state, record=state.before, as_of=state.before_as_of or state.as_of
        )
        old = {o["id"]: o for o in Objects(state.before, earlier).all()}
        objects = {id_: _version(o, old.get(id_)) for id_, o in objects.items()}
        objects |= {
            id_: {**o, "modified": stix_time(state.as_of), "revoked": True}
            for id_, o in old.items()
            if id_ not in objects
        }
    key = stable_uuid("bundle", state.name, stix_time(state.as_of), *objects)
    bundle = {"type": "bundle", "id": f"bundle--{key}", "objects": list(objects.values())}
    return json.dumps(bundle, ensure_ascii=False, indent=1).encode() + b"\n"


def _version(new: Object, old: Object | None) -> Object:
    """Return the old version of an object if nothing but its time differs, else the new one."""
    if old is None:
        return new
    unchanged = {**old, "modified": new["modified"]} == new
    return old if unchanged else {**new, "created": old["created"]}
