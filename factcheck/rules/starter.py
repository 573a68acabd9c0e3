"""The file a new rule starts from."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import UsageError

__all__ = ["write_starter"]

_TEXT = """\
# A rule: which disagreements between articles an editor sees, at which level, how worded. `factcheck rules show --keys` explains every key.
id: {id}
name:
  zh: 年龄不一致
  en: Ages differ
about:
  zh: 各文给出的同一人的年龄相差一岁以上。
  en: The ages given for one person are more than a year apart.
level: warning
select:
  attributes: [person.age]       # ids of attributes.yml, or a group such as casualties.*; or families: [COUNT]
compare:
  tolerance:
    absolute: 1                  # a year's difference is not reported: birthdays, 虚岁
report:
  message:
    zh: "{{{{ subject }}}}的年龄说法不一：{{{{ sides }}}}"
    en: "The age of {{{{ subject }}}} differs: {{{{ sides }}}}"
examples:                        # `factcheck rules test DIR` runs them; give at least two that fire and three that do not
  fires:
    - - 画家林若水现年62岁。
      - 画家林若水现年68岁。
  silent:
    - - 画家林若水现年62岁。
      - 画家林若水现年63岁。
"""


def write_starter(folder: Path, rule_id: str, slug: str) -> Path:
    """Writes `<folder>/<id>-<slug>.yml`, a rule that works, and returns its path. Raises UsageError when the file is there or cannot be
    written."""
    path = folder / f"{rule_id}-{slug}.yml"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:
            stream.write(_TEXT.format(id=rule_id))
    except FileExistsError:
        raise UsageError(f"{path} is there already", hint="choose another id or name") from None
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror or error}", where=str(path)) from None
    return path
