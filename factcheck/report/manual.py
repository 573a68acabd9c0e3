"""The manual page of a rule, and of the format, in Chinese or English; made from the rule file itself."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.report.messages import Messages, load_messages
from factcheck.rules.rule import Example, Rule

__all__ = ["describe_keys", "explain_key", "render_manual"]

#: Keys whose entries have a name in the catalogue, and the prefix of its key there.
_NAMED: Final = {
    "select.families": "family",
    "select.kinds": "kind",
    "select.reasons": "reason",
    "select.stances": "stance",
    "select.time": "manual.time",
    "report.show": "manual.show",
}


@functools.cache
def explain_key(key: str, lang: str) -> str:
    """What a key of a rule file (`compare.tolerance.relative`) means; "" for one that is not documented."""
    return _keys().get(key, {}).get(lang, "")


def describe_keys(lang: str) -> str:
    """The manual page of the format: every key and what it means."""
    lines = [f"# {load_messages(lang)('manual.keys')}", ""]
    lines += [f"{key}\n    {told[lang]}" for key, told in _keys().items()]
    return "\n".join(lines) + "\n"


def render_manual(rule: Rule, lang: str, attributes: Mapping[str, tuple[str, str]] | None = None) -> str:
    """The manual page of a rule, plain text: what it is about, when it reports, how it is worded, and its examples. `attributes` names
    attributes in Chinese and English."""
    messages = load_messages(lang)
    label = messages.label
    lines = [f"# {rule.id} {rule.name.text(lang)}", ""]
    if rule.about:
        lines += [rule.about.text(lang), ""]
    level = messages.name(rule.level) + (messages.bracket(messages("manual.preview")) if rule.preview else "")
    lines += [label(messages("column.level"), level), label(messages("manual.pack"), rule.pack)]
    if rule.extends and rule.extends != rule.id:
        lines.append(label(messages("manual.extends"), rule.extends))
    lines += [label(messages("column.file"), rule.where.rsplit(":", 2)[0]), "", f"## {messages('manual.conditions')}"]
    lines += list(_list_conditions(rule, messages, attributes or {})) or [f"- {messages('manual.default')}"]
    lines += ["", f"## {messages('manual.message')}", f"    {rule.message.text(lang)}"]
    if rule.advice:
        lines += ["", f"## {messages('heading.advice')}", f"    {rule.advice.text(lang)}"]
    for fires in (True, False):
        lines += ["", f"## {messages('manual.fires' if fires else 'manual.silent')}"]
        found = [example for example in rule.examples if example.fires is fires]
        for number, example in enumerate(found, start=1):
            lines += _list_example(number, example)
        if not found:
            lines.append(f"    {messages('manual.none')}")
    return "\n".join(lines) + "\n"


def _list_example(number: int, example: Example) -> Iterator[str]:
    for index, article in enumerate(example.articles):
        head = f"{number:>2}. " if index == 0 else "    "
        text = " ".join(article.text.split())
        title = article.title or ""
        if title and text.startswith(title):
            text = f"《{title}》{text[len(title) :]}"
            title = ""
        told = " · ".join(part for part in (article.source, article.published or "", title) if part)
        yield f"{head}{f'[{told}] ' if told else ''}{text}"


def _list_conditions(rule: Rule, messages: Messages, attributes: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """What the rule file changes from the defaults, a sentence each, in the order of the format."""
    default = Rule(id="", name=rule.name, level=rule.level, message=rule.message)
    for part in ("select", "align", "compare"):
        own, plain = getattr(rule, part), getattr(default, part)
        for name in type(own).__dataclass_fields__:
            value = getattr(own, name)
            if value != getattr(plain, name):
                key = f"{part}.tolerance.{name}" if part == "compare" and name in ("relative", "absolute", "days") else f"{part}.{name}"
                yield _tell_condition(key, value, messages, attributes)
    for name, key in (("priority", "priority"), ("max", "max"), ("group", "report.group"), ("shown", "report.show")):
        if getattr(rule, name) != getattr(default, name):
            yield _tell_condition(key, getattr(rule, name), messages, attributes)


def _tell_condition(key: str, value: Any, messages: Messages, attributes: Mapping[str, tuple[str, str]]) -> str:
    """The sentence of a condition and, in brackets, the key and value that stand in the file."""
    raw = _print_value(value)
    sentence = messages.find(f"manual.{key}.{raw}", "")
    if not sentence:
        listed = sorted(value) if isinstance(value, frozenset | tuple) else []
        named = [_name_entry(key, entry, messages, attributes) for entry in listed] or [raw]
        sentence = messages(f"manual.{key}", value=messages.join(named))
    return f"- {sentence}\n    {key}: {raw}"


def _name_entry(key: str, entry: str, messages: Messages, attributes: Mapping[str, tuple[str, str]]) -> str:
    if key == "select.attributes":
        group = [names for name, names in sorted(attributes.items()) if entry.endswith(".*") and name.startswith(entry[:-1])]
        if group:
            some = messages.join(names[messages.lang == "en"] for names in group[:3])
            return messages("manual.group", group=entry, some=some)
        return attributes[entry][messages.lang == "en"] if entry in attributes else entry
    return messages.find(f"{_NAMED[key]}.{entry}", entry) if key in _NAMED else entry


def _print_value(value: Any) -> str:
    if isinstance(value, frozenset | tuple):
        return ", ".join(sorted(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {width}" for key, width in sorted(value.items()))
    return str(value)


@functools.cache
def _keys() -> dict[str, dict[str, str]]:
    text = importlib.resources.files("factcheck.rules").joinpath("schema", "keys.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return {key: {"zh": zh, "en": en} for key, zh, en in rows}
