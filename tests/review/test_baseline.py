"""The baseline: its file, what a run changes in it, merging."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kept_by_hand import article, claim, identify, seen

from factcheck.errors import ConfigError, FactcheckError
from factcheck.review.baseline import (
    Entry,
    change_baseline,
    compare_baseline,
    create_baseline,
    dump_baseline,
    merge_baselines,
    parse_baseline,
    read_baseline,
    read_sources,
)

A, B, C = claim("甲报", 3), claim("乙报", 5), claim("丙报", 7)
ARTICLES = [article("甲报"), article("乙报"), article("丙报")]


def entry(*numbers: int) -> Entry:
    return Entry(identify(*(claim(f"{number}报", number) for number in numbers)))


def line(one: Entry) -> str:
    return json.dumps(one.as_record(), ensure_ascii=False)


def test_what_is_written_is_read_back_in_the_same_bytes() -> None:
    data = dump_baseline([entry(1, 2), entry(3, 4), entry(1, 9)])
    assert dump_baseline(parse_baseline(data, "b").values()) == data
    assert data.decode().splitlines() == sorted(data.decode().splitlines())
    assert data.count(b"\n") == 3


def test_no_path_line_or_clock_is_part_of_what_an_entry_is() -> None:
    record = Entry(identify(A, B), ("path:articles/甲报.md",)).as_record()
    record["articles"] = []
    assert parse_baseline(json.dumps(record).encode(), "b") == {identify(A, B).fingerprint: Entry(identify(A, B))}


def test_the_order_of_lines_and_lines_that_stand_twice_do_not_matter() -> None:
    lines = [line(entry(1, 2)), line(entry(3, 4)), "", line(entry(1, 2))]
    assert set(parse_baseline("\n".join(lines).encode(), "b")) == {entry(1, 2).fingerprint, entry(3, 4).fingerprint}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("<<<<<<< ours", "merge conflict"),
        ("=======", "merge conflict"),
        ("{", "not JSON"),
        ("[]", "not a JSON object"),
        ('{"rule": "FC1"}', "no fingerprint"),
        ('{"fingerprint": "v2:12", "rule": "FC1"}', "64 hexadecimal"),
        (line(entry(1, 2)).replace("FC631", "FC632"), "edited by hand"),
        (line(entry(1, 2)).replace('"values"', '"valuez"'), '"values" is missing'),
        (line(entry(1, 2)).replace('"subjects": [', '"subjects": [7, '), "list of texts"),
        ('{"a": ' + "[" * 100000, "not JSON"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, says: str) -> None:
    with pytest.raises(ConfigError, match=says) as caught:
        parse_baseline(f"{line(entry(5, 6))}\n{text}\n".encode(), "some/baseline.jsonl")
    assert caught.value.where == "some/baseline.jsonl:2"
    assert caught.value.exit_code == 2


def test_bytes_that_are_not_utf8_are_named_with_their_line() -> None:
    with pytest.raises(ConfigError) as caught:
        parse_baseline(b'\n{"rule": "\xff"}\n', "b.jsonl")
    assert caught.value.where == "b.jsonl:2"


def test_create_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "b.jsonl"
    sources = read_sources(ARTICLES, path)
    assert create_baseline(path, [seen([A], [B])], sources) == 1
    before = path.read_bytes()
    with pytest.raises(FactcheckError, match="there already"):
        create_baseline(path, [], sources)
    assert path.read_bytes() == before
    with pytest.raises(FactcheckError, match="no such baseline"):
        read_baseline(tmp_path / "other.jsonl")
    with pytest.raises(FactcheckError, match="no such baseline"):
        change_baseline(tmp_path / "other.jsonl", [], sources)


def known(*kept: Entry) -> dict[str, Entry]:
    return {one.fingerprint: one for one in kept}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the three articles; the baseline stands in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    for one in ARTICLES:
        Path(one.path).write_text(one.text, encoding="utf-8")
    return tmp_path / "b.jsonl"


def test_what_is_not_found_goes_only_when_its_articles_were_read(here: Path) -> None:
    old = read_sources(ARTICLES, here).enter(seen([A], [B], articles=ARTICLES))
    assert old.articles == ("path:articles/乙报.md", "path:articles/甲报.md")
    change = compare_baseline(known(old), [], read_sources(ARTICLES, here))
    assert (change.removed, change.unread) == ((old,), ())
    change = compare_baseline(known(old), [], read_sources(ARTICLES[1:], here))
    assert (change.removed, change.unread) == ((), (old,))
    Path("articles/甲报.md").unlink()
    change = compare_baseline(known(old), [], read_sources(ARTICLES[1:], here))
    assert (change.removed, change.unread) == ((old,), ())
    change = compare_baseline(known(old), [], read_sources(ARTICLES[1:], here, ["FC101"]))
    assert (change.removed, change.unread) == ((), (old,)), "its rule was not asked"


def test_an_article_with_an_id_of_its_own_is_gone_only_when_the_user_says_so(here: Path) -> None:
    declared = article("甲报", id="n-1")
    one = seen([claim("甲报", 3, article="n-1")], [B])
    old = read_sources([declared, *ARTICLES[1:]], here).enter(one)
    assert "n-1" in old.articles
    rest = read_sources(ARTICLES[1:], here)
    assert compare_baseline(known(old), [], rest).unread == (old,)
    assert compare_baseline(known(old), [], rest, gone=True).removed == (old,)


def test_a_changed_conflict_replaces_its_entry_only_when_that_was_read(here: Path) -> None:
    old = read_sources(ARTICLES, here).enter(seen([A], [B]))
    now = seen([A], [C])
    change = compare_baseline(known(old), [now], read_sources(ARTICLES, here))
    assert [pair[0] for pair in change.changed] == [old]
    assert {one.fingerprint for one in change.entries} == {now.identity.fingerprint}
    change = compare_baseline(known(old), [now], read_sources([ARTICLES[0], ARTICLES[2]], here))
    assert {one.fingerprint for one in change.entries} == {old.fingerprint, now.identity.fingerprint}


def test_an_update_twice_changes_nothing_the_second_time(here: Path) -> None:
    sources = read_sources(ARTICLES, here)
    create_baseline(here, [seen([A], [B])], sources)
    change_baseline(here, [seen([A], [B], [C])], sources)
    after = here.read_bytes()
    change = change_baseline(here, [seen([A], [B], [C])], sources)
    assert (len(change.added), len(change.changed), len(change.removed), len(change.kept)) == (0, 0, 0, 1)
    assert here.read_bytes() == after


def test_pruning_adds_nothing(here: Path) -> None:
    sources = read_sources(ARTICLES, here)
    create_baseline(here, [seen([A], [B]), seen([A], [B], rule="FC101")], sources)
    change = change_baseline(here, [seen([A], [B]), seen([A], [C], rule="FC999")], sources, prune_only=True)
    assert [one.identity.rule for one in change.removed] == ["FC101"]
    assert [one.identity.rule for one in read_baseline(here).entries.values()] == ["FC631"]


names = st.sets(st.sampled_from([(a, b) for a in range(1, 5) for b in range(a + 1, 6)]))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(names, names, names)
def test_merging_is_what_each_side_did(base: set[tuple[int, int]], ours: set[tuple[int, int]], theirs: set[tuple[int, int]]) -> None:
    one, two, three = (known(*(entry(*pair) for pair in side)) for side in (base, ours, theirs))
    merged = merge_baselines(one, two, three)
    assert set(merged) == set(known(*(entry(*pair) for pair in (base & ours & theirs) | (ours - base) | (theirs - base))))
    assert merged == merge_baselines(one, three, two)
    assert merge_baselines(one, one, three) == three
