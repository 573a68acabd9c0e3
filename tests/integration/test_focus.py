"""What a change is about: everything is read, and what touches the change is reported."""

from __future__ import annotations

import json

import pytest
from desk import Desk, write_article

DEAD = "澜州市东湾化工厂3月6日上午发生爆炸，截至当天15时，爆炸造成{}人死亡。"
BRIDGE = "浔阳大桥3月2日通车，大桥全长{}公里。"


@pytest.fixture
def two(desk: Desk) -> Desk:
    """A conflict about the dead in a/ and b/, one about a bridge in c/ and d/; all committed."""
    write_article(desk.root / "articles/a/1.md", "澜州新闻网", DEAD.format(3))
    write_article(desk.root / "articles/b/2.md", "海潮日报", DEAD.format(5))
    write_article(desk.root / "articles/c/3.md", "澜州新闻网", BRIDGE.format(12), title="浔阳大桥通车")
    write_article(desk.root / "articles/d/大 桥.md", "海潮日报", BRIDGE.format(15), title="浔阳大桥通车")
    desk.commit("four articles")
    assert desk.check() == (1, ["new", "new"])
    return desk


def articles_of(desk: Desk, *arguments: str) -> tuple[int, list[str], int]:
    """The exit code, the articles of the contradictions reported, and how many articles were read."""
    done = desk.run("check", "articles", "--format", "json", *arguments)
    document = json.loads(done.stdout)
    article_of = {claim["id"]: claim["article"] for claim in document["claims"]}
    shown = {article_of[c] for f in document["findings"] if f["level"] != "info" for value in f["values"] for c in value["claims"]}
    return done.exit_code, sorted(shown), len(document["articles"])


def test_focus_on_paths(two: Desk) -> None:
    dead, bridge = ["articles/a/1.md", "articles/b/2.md"], ["articles/c/3.md", "articles/d/大 桥.md"]
    assert articles_of(two, "--focus", "articles/a") == (1, dead, 4)
    assert articles_of(two, "--focus", "articles/b/2.md") == (1, dead, 4)
    assert articles_of(two, "--focus", str(two.root / "articles/d")) == (1, bridge, 4)
    assert articles_of(two, "--focus", "articles/a", "--focus", "articles/c") == (1, dead + bridge, 4)


def test_a_focus_that_holds_no_article_read_is_a_mistake(two: Desk) -> None:
    for path in ("articles/nowhere", "README.md"):
        done = two.run("check", "articles", "--focus", path)
        assert (done.exit_code, path in done.stderr) == (2, True)


def test_focus_on_what_is_staged(two: Desk) -> None:
    code, shown, read = articles_of(two, "--focus-staged")
    assert (code, shown, read) == (0, [], 4)
    assert "none of the articles read is in focus" in two.run("check", "articles", "--focus-staged").stderr
    write_article(two.root / "articles/d/大 桥.md", "海潮日报", BRIDGE.format(16), title="浔阳大桥通车")
    assert articles_of(two, "--focus-staged")[1] == []
    two.git("add", "articles/d")
    assert articles_of(two, "--focus-staged") == (1, ["articles/c/3.md", "articles/d/大 桥.md"], 4)


def test_focus_on_what_changed_since_a_revision(two: Desk) -> None:
    two.git("switch", "--quiet", "-c", "topic")
    write_article(two.root / "articles/a/1.md", "澜州新闻网", DEAD.format(4))
    two.commit("a change")
    two.git("switch", "--quiet", "main")
    write_article(two.root / "articles/c/3.md", "澜州新闻网", BRIDGE.format(13), title="浔阳大桥通车")
    two.commit("another, on main")
    two.git("switch", "--quiet", "topic")
    assert articles_of(two, "--focus-since", "main")[1] == ["articles/a/1.md", "articles/b/2.md"], "since the branches parted"
    write_article(two.root / "articles/new.md", "浔阳晚报", BRIDGE.format(18), title="浔阳大桥通车")
    assert "articles/new.md" in articles_of(two, "--focus-since", "main")[1], "not committed, and not yet known to git"


def test_focus_from_a_folder_below(two: Desk) -> None:
    two.chdir(two.root / "articles")
    from click.testing import CliRunner

    from factcheck.cli.main import command

    write_article(two.root / "articles/b/2.md", "海潮日报", DEAD.format(6))
    two.git("add", "--all")
    done = CliRunner().invoke(command, ["check", ".", "--focus-staged", "--format", "json"])
    document = json.loads(done.stdout)
    assert (done.exit_code, len([f for f in document["findings"] if f["level"] != "info"])) == (1, 1)


@pytest.mark.parametrize("revision", ["nonsense", "--output=x", "main:articles"])
def test_a_revision_that_git_does_not_know(two: Desk, revision: str) -> None:
    done = two.run("check", "articles", f"--focus-since={revision}")
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert not (two.root / "x").exists()


def test_outside_a_repository(desk: Desk, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = tmp_path_factory.mktemp("plain")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(plain.parent))
    desk.root = plain
    write_article(plain / "articles/a.md", "澜州新闻网", DEAD.format(3))
    done = desk.run("check", "articles", "--focus-staged")
    assert (done.exit_code, "--focus PATH" in done.stderr) == (2, True)
