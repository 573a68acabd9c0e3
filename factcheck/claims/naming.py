"""What a reader calls the things that claims are keyed by: offices, types of events, subjects."""

from __future__ import annotations

import re
from collections.abc import Iterable

from factcheck.claims.lexicon import load_event_words
from factcheck.claims.poles import AVOWAL, load_poles
from factcheck.model import Claim

__all__ = ["ACCOUNT", "SLOT", "name_event", "name_field", "name_office", "name_slot", "name_subject"]

SLOT = "slot|"
"""Opens the attribute of a person or place that only stands in a clause (`claims.slots`): `slot|person`, `slot|place`."""
ACCOUNT = f"{SLOT}account"
"""Attribute of what a sentence tells as a whole (`claims.statements`)."""
_OFFICE = re.compile(r"(?:in_)?office\|(.+)")
#: Words that point at a subject named elsewhere.
_REFERENCE = re.compile("[该这那其他她它我你您本此]|上述|双方|有关|当地|前者|后者|[两三]人")
_NAME = re.compile(r"[\w·・\-－“”《》]{1,24}")


def name_event(key: str, lang: str) -> str:
    """What an event is called whose key is a type (sign: 签署; "sign") or the words themselves, which stay as they are."""
    return _name_key(key, lang, load_event_words().labels)


def name_office(attribute: str, lang: str) -> str:
    """The name of the office in an attribute such as office|chairman (主席; "chairman"), "" for any other attribute."""
    match = _OFFICE.fullmatch(attribute)
    return _name_key(match[1], lang, load_event_words().labels) if match else ""


def name_field(attribute: str, lang: str) -> str:
    """The name of a state with two poles (on_duty: 正常履职; "at work as usual"), of an avowal or of what a place is told of in a slot,
    "" for any other attribute."""
    if attribute == f"{SLOT}place":
        return name_slot(attribute, lang)
    if attribute == AVOWAL:
        return "承认还是否认" if lang == "zh" else "whether it is admitted or denied"
    field = load_poles().fields.get(attribute)
    return "" if field is None else field.zh if lang == "zh" else field.en


def name_slot(attribute: str, lang: str) -> str:
    """What a slot is about whose words do not tell, "" for any other attribute."""
    if not attribute.startswith(SLOT):
        return ""
    return "同一件事" if lang == "zh" else "one and the same event"


def _name_key(key: str, lang: str, labels: dict[str, str]) -> str:
    if key not in labels:
        return key
    return labels[key] if lang == "zh" else key.replace("_", " ")


def name_subject(key: str, claims: Iterable[Claim]) -> str:
    """The fullest name the claims about one subject give it: 北洲联邦 before 北洲, a name before 该国.

    A mention is fuller when it is longer and the key's characters stand in it in their order; what only points at the subject is none.
    """
    said = {claim.subject_text for claim in claims if claim.subject == key or not key}
    fuller = [text for text in said if _NAME.fullmatch(text) and not _REFERENCE.match(text) and _stands_in(key, text)]
    return max(fuller, key=lambda text: (len(text), text), default=key)


def _stands_in(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)
