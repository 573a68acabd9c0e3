"""Files of one JSON record a line: reading with every mistake named by path and line, and writing that gives the same bytes for the same
records."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.errors import ConfigError
from factcheck.language.script import fold_key
from factcheck.rules.fingerprint import OLD_VERSIONS, VERSION, Identity

__all__ = ["Problem", "check_fingerprint", "dump_record", "read_identity", "read_records", "read_texts", "write_identity"]

MAX_BYTES = 256 * 1024 * 1024
_CONFLICT_MARKS = (b"<<<<<<<", b"=======", b">>>>>>>", b"|||||||")


class Problem(Exception):
    """One thing that is wrong with one record; becomes a ConfigError with path and line."""


def dump_record(record: Mapping[str, Any]) -> str:
    """One line of JSON, ending in a line feed. Chinese stands as it is; what a terminal would act upon is escaped."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(", ", ": "))
    return "".join(c if c.isprintable() else _escape(c) for c in text) + "\n"


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]


def read_records(data: bytes, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(`path:line`, record) of every line that is not blank. ConfigError, naming the line, for the first that is no JSON object."""
    if len(data) > MAX_BYTES:
        raise ConfigError(f"is larger than {MAX_BYTES >> 20} MB", where=where)
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        line = raw.strip()
        at = f"{where}:{number}"
        if not line:
            continue
        if line.startswith(_CONFLICT_MARKS):
            hint = "keep the lines of both sides and delete the marks; their order does not matter"
            raise ConfigError("a merge conflict of git is not resolved", where=at, hint=hint)
        try:
            record = json.loads(line.decode("utf-8"))
        except UnicodeDecodeError:
            raise ConfigError("is not UTF-8", where=at, hint="restore the file from version control") from None
        except (ValueError, RecursionError) as error:
            told = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read"
            raise ConfigError(f"is not JSON: {told}", where=at, hint="one record a line; restore or delete this line") from None
        if not isinstance(record, dict):
            raise ConfigError("is not a JSON object", where=at, hint="one record a line; restore or delete this line")
        yield at, record


def check_fingerprint(value: object) -> str:
    """The text of a fingerprint. Problem when it is none, or one of a version this program does not know."""
    if not isinstance(value, str) or ":" not in value:
        raise Problem("no fingerprint (vN: and a hash)")
    version, _, digest = value.partition(":")
    if version not in (VERSION, *OLD_VERSIONS):
        raise Problem(f"fingerprint version {version[:20]} is not known; a newer factcheck wrote it")
    if len(digest) != 64 or any(c not in "0123456789abcdef" for c in digest):
        raise Problem("the fingerprint is not vN: and 64 hexadecimal digits")
    return value


def read_texts(record: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A field that is a list of texts, sorted; empty when it is not there."""
    value = record.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise Problem(f'"{name}" is not a list of texts')
    return tuple(sorted(set(value)))


def write_identity(identity: Identity) -> dict[str, Any]:
    """The fields of an identity as a record has them: `values` maps each value to those who give it."""
    values: dict[str, list[str]] = {}
    for outlet, value in sorted(identity.pairs, key=lambda pair: (pair[1], pair[0])):
        values.setdefault(value, []).append(outlet)
    return {
        "rule": identity.rule,
        "subjects": list(identity.subjects),
        "attributes": list(identity.attributes),
        "events": list(identity.events),
        "values": values,
    }


def read_identity(record: Mapping[str, Any], fingerprint: str) -> Identity:
    """The identity a record holds. Keys of an older version are brought into the form of the current one.

    Problem when a field is missing or wrong, or when the fingerprint (of the current version) is not that of the record.
    """
    rule = record.get("rule")
    if not isinstance(rule, str) or not rule:
        raise Problem('"rule" is missing')
    values = record.get("values")
    if not isinstance(values, dict) or not values:
        raise Problem('"values" is missing: an object of value and outlets')
    pairs = set()
    for value, outlets in values.items():
        if not isinstance(outlets, list) or not outlets or not all(isinstance(outlet, str) for outlet in outlets):
            raise Problem(f'"values": {value[:40]!r} has no list of outlets')
        pairs |= {(fold_key(outlet), fold_key(value)) for outlet in outlets}
    single = {name: [record[name[:-1]]] for name in ("subjects", "attributes", "events") if record.get(name[:-1])}  # as version 1 had them
    subjects, attributes, events = (
        tuple(sorted({key for text in read_texts({**single, **record}, name) if (key := fold_key(text))}))
        for name in ("subjects", "attributes", "events")
    )
    identity = Identity(rule, subjects, attributes, events, tuple(sorted(pairs)))
    if fingerprint.startswith(f"{VERSION}:") and identity.fingerprint != fingerprint:
        raise Problem("the fingerprint is not that of this record; it was edited by hand")
    return identity
