"""The manual page of a rule, and of the format, in Chinese or English; made from the rule file itself."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Iterator, Mapping
from typing import Any, Final

from factcheck.rules.rule import Example, Rule

__all__ = ["describe_keys", "explain_key", "render_manual"]

_TEXTS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "level": "级别",
        "pack": "规则包",
        "file": "文件",
        "conditions": "条件",
        "message": "文字",
        "advice": "建议",
        "preview": "默认不启用，须用 --select 指明",
        "extends": "基于",
        "fires": "会触发的例子",
        "silent": "不触发的例子",
        "none": "无",
        "keys": "规则文件的键",
        "default": "任何矛盾（默认）",
        "colon": "：",
    },
    "en": {
        "level": "Level",
        "pack": "Pack",
        "file": "File",
        "conditions": "Conditions",
        "message": "Message",
        "advice": "Advice",
        "preview": "off unless selected by its id",
        "extends": "Based on",
        "fires": "Examples that fire",
        "silent": "Examples that do not",
        "none": "none",
        "keys": "The keys of a rule file",
        "default": "any contradiction (the default)",
        "colon": ": ",
    },
}
_LEVELS: Final = {
    "zh": {"error": "严重", "warning": "警告", "info": "提示"},
    "en": {"error": "error", "warning": "warning", "info": "info"},
}


@functools.cache
def explain_key(key: str, lang: str) -> str:
    """What a key of a rule file (`compare.tolerance.relative`) means; "" for one that is not documented."""
    return _keys().get(key, {}).get(lang, "")


def describe_keys(lang: str) -> str:
    """The manual page of the format: every key and what it means."""
    lines = [f"# {_TEXTS[lang]['keys']}", ""]
    lines += [f"{key}\n    {told[lang]}" for key, told in _keys().items()]
    return "\n".join(lines) + "\n"


def render_manual(rule: Rule, lang: str) -> str:
    """The manual page of a rule, plain text: what it is about, when it fires, how it is worded, and its examples."""
    texts = _TEXTS[lang]
    colon = texts["colon"]
    lines = [f"# {rule.id} {rule.name.text(lang)}", ""]
    if rule.about:
        lines += [rule.about.text(lang), ""]
    lines.append(f"{texts['level']}{colon}{_LEVELS[lang][rule.level.value]}{_note(texts['preview'], lang) if rule.preview else ''}")
    lines.append(f"{texts['pack']}{colon}{rule.pack}")
    if rule.extends and rule.extends != rule.id:
        lines.append(f"{texts['extends']}{colon}{rule.extends}")
    lines += [f"{texts['file']}{colon}{rule.where.rsplit(':', 2)[0]}", "", f"## {texts['conditions']}"]
    conditions = [f"- {key}{colon}{value}\n    {explain_key(key, lang)}" for key, value in _list_conditions(rule)]
    lines += conditions or [f"- {texts['default']}"]
    lines += ["", f"## {texts['message']}", f"    {rule.message.text(lang)}"]
    if rule.advice:
        lines += ["", f"## {texts['advice']}", f"    {rule.advice.text(lang)}"]
    for fires in (True, False):
        lines += ["", f"## {texts['fires' if fires else 'silent']}"]
        found = [example for example in rule.examples if example.fires is fires]
        for number, example in enumerate(found, start=1):
            lines += _list_example(number, example)
        if not found:
            lines.append(f"    {texts['none']}")
    return "\n".join(lines) + "\n"


def _note(text: str, lang: str) -> str:
    return f"（{text}）" if lang == "zh" else f" ({text})"


def _list_example(number: int, example: Example) -> Iterator[str]:
    for index, article in enumerate(example.articles):
        head = f"{number:>2}. " if index == 0 else "    "
        told = " · ".join(part for part in (article.source, article.published or "", article.title or "") if part)
        yield f"{head}{f'[{told}] ' if told else ''}{' '.join(article.text.split())}"


def _list_conditions(rule: Rule) -> Iterator[tuple[str, str]]:
    """(key, value) of what the rule file changes from the defaults, in the order of the format."""
    default = Rule(id="", name=rule.name, level=rule.level, message=rule.message)
    for part in ("select", "align", "compare"):
        own, plain = getattr(rule, part), getattr(default, part)
        for name in type(own).__dataclass_fields__:
            value = getattr(own, name)
            if value != getattr(plain, name):
                key = f"{part}.tolerance.{name}" if part == "compare" and name in ("relative", "absolute", "days") else f"{part}.{name}"
                yield key, _print_value(value)
    for name, key in (("priority", "priority"), ("max", "max"), ("group", "report.group"), ("shown", "report.show")):
        if getattr(rule, name) != getattr(default, name):
            yield key, _print_value(getattr(rule, name))


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
