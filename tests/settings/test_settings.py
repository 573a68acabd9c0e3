"""Settings: found, checked, each value's origin known."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import ConfigError
from factcheck.settings import Outlet, find_settings_file, load_settings

FULL = """\
lang = "en"
backend = "fast"
rules = ["desk"]
select = ["FC1"]
ignore = ["FC111"]
fail_level = "error"
exclude = ["old/"]

[aliases]
"东海能源" = ["东能", "东海能源集团"]

[outlets."新岸日报"]
names = ["新岸网"]
owner = "新岸集团"

[rule.FC101]
level = "error"
tolerance = 0.02
"""


def write(folder: Path, text: str, name: str = "factcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_need_no_file(tmp_path: Path) -> None:
    found = load_settings(start=tmp_path, isolated=True)
    assert (found.lang, found.backend, found.fail_level, found.rules, found.file) == ("zh", "auto", "warning", (), "")
    assert found.origin("lang") == "default"


def test_every_key_is_read_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    found = load_settings(start=tmp_path)
    assert (found.lang, found.backend, found.select, found.ignore) == ("en", "fast", ("FC1",), ("FC111",))
    assert found.rules == ((tmp_path / "desk").resolve(),)
    assert (found.fail_level, found.exclude) == ("error", ("old/",))
    assert found.aliases == {"东海能源": ("东能", "东海能源集团")}
    assert found.outlets == {"新岸日报": Outlet(("新岸网",), "新岸集团", "")}
    assert found.rule["FC101"] == {"level": "error", "tolerance": 0.02}
    assert found.origin("lang") == f"{path}:1"
    assert found.origin("aliases.东海能源") == f"{path}:10"
    assert found.origin("outlets.新岸日报") == f"{path}:12"
    assert found.origin("rule.FC101.tolerance") == f"{path}:18"
    assert ("rule.FC101.level", "error", f"{path}:17") in found.entries()


def test_the_nearest_file_wins_and_a_foreign_pyproject_is_passed_over(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    write(tmp_path, '[tool.factcheck]\nlang = "en"\n', "pyproject.toml")
    write(tmp_path / "a", '[project]\nname = "x"\n', "pyproject.toml")
    assert find_settings_file(inner) == tmp_path / "pyproject.toml"
    found = load_settings(start=inner)
    assert (found.lang, found.origin("lang")) == ("en", f"{tmp_path / 'pyproject.toml'}:2")
    write(tmp_path / "a", 'lang = "zh"\n')
    assert load_settings(start=inner).lang == "zh"
    assert load_settings(start=inner, isolated=True).file == ""


def test_config_names_the_file_to_use(tmp_path: Path) -> None:
    other = write(tmp_path, 'lang = "en"\n', "desk.toml")
    assert load_settings(other, start=tmp_path).lang == "en"
    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings(tmp_path / "missing.toml")


def test_options_replace_and_folders_add_up(tmp_path: Path) -> None:
    path = write(tmp_path, FULL)
    found = load_settings(path, options={"lang": "zh", "select": ("FC2",), "rules": ("mine",), "exclude": ("x",), "backend": None})
    assert (found.lang, found.select, found.backend) == ("zh", ("FC2",), "fast")
    assert found.rules == ((tmp_path / "desk").resolve(), Path("mine"))
    assert found.exclude == ("old/", "x")
    assert found.origin("lang") == "command line"
    assert found.origin("rules") == f"{path}:3, command line"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('lnag = "zh"', ':1: "lnag" is not a setting; expected lang, '),
        ('\nfail-level = "error"', ':2: "fail-level" is not a setting'),
        ('lang = "zhh"', ':1: lang: "zhh" is not one of zh, en; did you mean "zh"?'),
        ("fail_level = 3", ":1: fail_level: 3 is not one of error, warning, info, never"),
        ('select = "FC1"', ':1: select: expected a list of texts, found "FC1"'),
        ("backend = true", ":1: backend: expected a text, found true"),
        ('aliases = "x"', ':1: aliases: expected a table, found "x"'),
        ('[aliases]\n甲 = "乙"', "is not TOML"),
        ('[aliases]\n"甲社" = ["丙社"]\n"乙社" = ["丙社"]', ':3: aliases: "丙社" is a name of both "甲社" and "乙社"'),
        ('[aliases]\n"甲社" = ["乙社"]\n"乙社" = ["丙社"]', ':3: aliases: "乙社" is a name of "甲社" and has an entry of its own'),
        ('[aliases]\n"甲社" = ["甲"]', ':2: aliases: "甲" is too short for a name; expected 2 characters or more'),
        ('[outlets.a]\nnames = ["c"]\n[outlets.b]\nnames = ["c"]', ':3: outlets: "c" is a name of both "a" and "b"'),
        ('[outlets.a]\nowners = "x"', ':2: outlets.a: "owners" is not a key here; expected names, owner, agency; did you mean "owner"?'),
        ('[rule.FC1]\nlevel = "error"', ':1: rule: "FC1" is not the id of a rule, such as FC101'),
        ('[rule.FC101]\nlevel = "eror"', ':2: rule.FC101.level: "eror" is not one of error, warning, info; did you mean "error"?'),
        ("[rule.FC101]\ntolerance = 2", ":2: rule.FC101.tolerance: expected a number from 0 to below 1, found 2"),
        ("[rule.FC101]\ntolerance = {days = -1}", ":2: rule.FC101.tolerance: expected a number from 0, found -1"),
        ("[rule.FC101.tolerance]\nday = 1", ':2: rule.FC101.tolerance: "day" is not a key here'),
        ("a b = 1", ":1:3: is not TOML"),
        ('lang = "zh', "is not TOML"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_settings(start=tmp_path)
    assert told in str(caught.value)
    assert str(tmp_path) in str(caught.value)


def test_all_mistakes_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, 'lang = "x"\nbackend = 1\nselct = []\n[rule.FC101]\nlevl = "error"\ntolerance = {relative = 2, day = 1}\n')
    with pytest.raises(ConfigError) as caught:
        load_settings(start=tmp_path)
    assert len(caught.value.problems) == 6


def test_a_broken_pyproject_that_names_the_table_is_not_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "[tool.factcheck]\nlang = \n", "pyproject.toml")
    with pytest.raises(ConfigError, match=r":2:\d+: is not TOML"):
        load_settings(start=tmp_path)


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_bytes(b'lang = "zh"\nbackend = "\xff"\n')
    with pytest.raises(ConfigError, match=":2: is not UTF-8"):
        load_settings(start=tmp_path)


def test_unknown_option_or_origin_names_the_nearest() -> None:
    with pytest.raises(ConfigError, match='did you mean "exclude"'):
        load_settings(isolated=True, options={"exclud": ("x",)})
    with pytest.raises(ConfigError, match="not one of zh, en"):
        load_settings(isolated=True, options={"lang": "fr"})
    with pytest.raises(ConfigError, match='did you mean "lang"'):
        load_settings(isolated=True).origin("lan")


_LINES = st.lists(
    st.sampled_from(
        [
            *FULL.splitlines(),
            "[rule]",
            "rule = 1",
            "[[outlets]]",
            "x = [",
            "]",
            '"""',
            "lang = nan",
            "[rule.FC102]",
            "tolerance = inf",
            "\\",
            "[aliases.x]",
        ]
    ),
    max_size=12,
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(lines=_LINES)
def test_any_file_is_read_or_refused_with_its_name(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    path = write(tmp_path_factory.mktemp("s"), "\n".join(lines))
    refused, found = "", None
    try:
        found = load_settings(path)
    except ConfigError as error:
        refused = str(error)
    assert (str(path) in refused) == (found is None)
    if found is not None:
        assert all(origin.startswith(str(path)) or origin == "default" for _, _, origin in found.entries())
