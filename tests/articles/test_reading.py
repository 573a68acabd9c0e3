"""Reading: discovery, encodings, formats, metadata, and one clear error for each thing that is wrong."""

from __future__ import annotations

import codecs
import json
import os
from datetime import datetime, timedelta, timezone
from pathlib import Path

import opencc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles import read_articles
from factcheck.articles.dates import parse_date
from factcheck.articles.encodings import decode_bytes
from factcheck.errors import ReadError

SIMPLIFIED = (
    "青河市水务局通报，连日降雨使水位上涨，沿岸四个街道的居民已经全部撤离，铁路部门停运了九对列车。\r\n市长表示，十三日以后才能回家。\r\n"
)
TRADITIONAL = opencc.OpenCC("s2tw").convert(SIMPLIFIED)


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (SIMPLIFIED, "utf-16", "utf-16"),
        (TRADITIONAL, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (SIMPLIFIED, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5"),
        (TRADITIONAL + "啲嘢冇咗。", "big5hkscs", "big5hkscs"),
    ],
)
def test_encodings_are_found_and_the_text_is_as_it_stood(tmp_path: Path, text: str, encoding: str, found: str) -> None:
    write(tmp_path, "a.txt", text.encode(encoding))
    result = read_articles([tmp_path])
    assert not result.errors
    article = result.articles[0]
    assert (article.text, article.encoding) == (text, found)
    assert not [note for note in article.notes if note.startswith("encoding")]


@pytest.mark.parametrize("codec", ["utf-16-be", "utf-16-le"])
def test_utf_16_without_a_mark_is_read_and_noted(codec: str) -> None:
    decoded = decode_bytes(SIMPLIFIED.encode(codec))
    assert (decoded.text, decoded.encoding) == (SIMPLIFIED, codec)
    assert decoded.notes


def test_a_weak_guess_is_noted() -> None:
    decoded = decode_bytes("水位上涨".encode("gbk"))
    assert decoded.text == "水位上涨"
    assert "weak guess gb18030" in decoded.notes[0]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from(SIMPLIFIED.split("，")), min_size=3, max_size=12).map("，".join),
    st.sampled_from(["gb18030", "utf-16", "utf-8"]),
)
def test_simplified_text_comes_back(text: str, encoding: str) -> None:
    assert decode_bytes(text.encode(encoding)).text == text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_one_error(data: bytes) -> None:
    found: ReadError | None = None
    try:
        text = decode_bytes(data, where="x.txt").text
    except ReadError as error:
        found, text = error, ""
    assert bool(text.strip()) != bool(found)
    assert found is None or (found.where.startswith("x.txt") and found.hint)


ARTICLE = "---\nsource: 青河晚报\npublished: 2025-07-09T08:30:00+08:00\ntitle: 水位上涨\nurl: https://news.example/1\n---\n" + SIMPLIFIED


def test_front_matter_is_counted_and_gives_the_metadata(tmp_path: Path) -> None:
    path = write(tmp_path, "a.md", codecs.BOM_UTF8 + ARTICLE.encode())
    article = read_articles([path]).articles[0]
    assert article.text == ARTICLE
    assert (article.id, article.source, article.title, article.url) == (
        "https://news.example/1",
        "青河晚报",
        "水位上涨",
        "https://news.example/1",
    )
    assert article.published == datetime(2025, 7, 9, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    assert (article.path, article.format, article.extracted) == (path.as_posix(), "markdown", False)
    headline = next(segment for segment in article.segments if segment.kind == "headline")
    assert headline.span.of(article.text) == "水位上涨"


def test_a_rule_at_the_head_of_a_text_is_no_front_matter(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "---\n" + SIMPLIFIED)
    result = read_articles([tmp_path])
    assert not result.errors
    assert result.articles[0].source is None


def test_a_broken_date_is_a_note(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ARTICLE.replace("2025-07-09T08:30:00+08:00", "去年夏天"))
    article = read_articles([tmp_path]).articles[0]
    assert article.published is None
    assert "published: not a date: 去年夏天" in article.notes


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-03-04", "2025-03-04T00:00:00"),
        ("2025-03-04 08:00", "2025-03-04T08:00:00"),
        ("2025-03-04T08:00:05Z", "2025-03-04T08:00:05+00:00"),
        ("2025-03-04T08:00:05+0800", "2025-03-04T08:00:05+08:00"),
        ("2025年3月4日", "2025-03-04T00:00:00"),
        ("2025年03月04日 08:05", "2025-03-04T08:05:00"),
        ("2025年3月4日下午3時05分", "2025-03-04T15:05:00"),
        ("2025/3/4 8:00", "2025-03-04T08:00:00"),
        ("２０２５.３.４", "2025-03-04T00:00:00"),
        ("20250304", "2025-03-04T00:00:00"),
        ("民國114年3月4日", "2025-03-04T00:00:00"),
        ("Tue, 04 Mar 2025 08:00:00 +0800", "2025-03-04T08:00:00+08:00"),
        ("2025年2月30日", None),
        ("3月4日", None),
        ("昨天", None),
        ("", None),
    ],
)
def test_dates(written: str, expected: str | None) -> None:
    found = parse_date(written)
    assert (found.isoformat() if found else None) == expected


def test_pages(tmp_path: Path) -> None:
    paragraphs = "".join(
        f"<p>{part}。青河市民政部门统计，撤离的居民共有一万一千人，其中六千人住在亲友家里。</p>" for part in SIMPLIFIED.split("，")
    )
    page = f"""<html><head><meta charset="gbk"><title>水位上涨 - 青河晚报</title>
    <meta property="og:title" content="青河水位上涨"/>
    <meta property="og:site_name" content="青河晚报"/><meta property="article:published_time" content="2025-07-09T08:30:00+08:00"/></head>
    <body><nav><a href="/">首页</a><a href="/b">体育</a></nav>
    <article><h1>青河水位上涨</h1>{paragraphs}</article><footer>版权所有</footer></body></html>"""
    write(tmp_path, "a.html", page.encode("gbk"))
    article = read_articles([tmp_path]).articles[0]
    assert (article.encoding, article.extracted, article.format) == ("gb18030", True, "html")
    assert (article.title, article.source) == ("青河水位上涨", "青河晚报")
    assert article.published == datetime(2025, 7, 9, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    assert article.text.startswith("青河水位上涨")
    assert "一万一千人" in article.text
    assert "体育" not in article.text
    assert [segment.span.of(article.text) for segment in article.segments if segment.kind == "headline"] == ["青河水位上涨"]


def test_lines_of_json(tmp_path: Path) -> None:
    good = json.dumps({"text": SIMPLIFIED, "title": "水位上涨", "source": "青河晚报", "published": "2025年7月9日", "url": None})
    other = json.dumps({"text": TRADITIONAL, "id": "b"}, ensure_ascii=False)
    path = write(tmp_path, "a.jsonl", "\n".join([good, "{broken", '{"title": "x"}', "[1]", "", other]))
    result = read_articles([tmp_path])
    assert [(article.id, article.path, article.extracted) for article in result.articles] == [
        (f"{path}#1", str(path), True),
        ("b", str(path), True),
    ]
    assert result.articles[0].text == SIMPLIFIED
    assert result.articles[0].published == datetime(2025, 7, 9)
    assert [error.where for error in result.errors] == [f"{path}:{number}" for number in (2, 3, 4)]


@pytest.mark.parametrize(
    ("name", "content", "message", "where"),
    [
        ("empty.txt", b"", "empty", ""),
        ("blank.txt", b" \n\t\n", "empty", ""),
        ("bom.txt", codecs.BOM_UTF16_LE, "empty", ""),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "binary", ""),
        ("nul.txt", "第一行\n第二\0行".encode(), "binary", ":2"),
        ("bytes.txt", b"caf\xe9 \xff\xfe\xfd\xfc" * 3, "UTF-8", ":1"),
        ("cut.txt", codecs.BOM_UTF16_LE + b"a\x00b", "UTF-16", ":1"),
        ("open.md", "---\ntitle: x\n没有结束".encode(), "not closed", ":1"),
        ("yaml.md", '---\nsource: 报\ntitle: "x\n---\n正文'.encode(), "front matter", ":"),
        ("colon.md", "---\nsource: 报\ntitle: a: b\n---\n正文".encode(), "front matter", ":3"),
        ("none.md", b"---\ntitle: x\n---\n\n", "no text under", ""),
        ("page.html", b"<html><body></body></html>", "no article", ""),
        ("deep.jsonl", b"[" * 100_000, "not a JSON object", ":1"),
    ],
)
def test_one_error_for_each_bad_file_and_the_others_are_read(tmp_path: Path, name: str, content: bytes, message: str, where: str) -> None:
    bad = write(tmp_path, name, content)
    write(tmp_path, "zz.txt", SIMPLIFIED)
    result = read_articles([tmp_path])
    assert [article.path for article in result.articles] == [(tmp_path / "zz.txt").as_posix()]
    assert len(result.errors) == 1
    error = result.errors[0]
    assert message in error.message
    assert error.where.startswith(f"{bad.as_posix()}{where}")
    assert error.hint
    assert "\n" not in str(error)


def test_missing_paths_and_foreign_formats(tmp_path: Path) -> None:
    picture = write(tmp_path, "a.png", b"x")
    result = read_articles([tmp_path / "nowhere", picture])
    assert [error.where for error in result.errors] == [(tmp_path / "nowhere").as_posix(), picture.as_posix()]
    assert not result.articles


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", SIMPLIFIED)
    path.chmod(0)
    assert "cannot be read" in read_articles([tmp_path]).errors[0].message


def test_two_articles_with_one_id(tmp_path: Path) -> None:
    write(tmp_path, "a.md", ARTICLE)
    write(tmp_path, "b.md", ARTICLE)
    result = read_articles([tmp_path])
    assert [article.path for article in result.articles] == [(tmp_path / "a.md").as_posix()]
    assert "a.md" in str(result.errors[0])
    assert "b.md" in str(result.errors[0])


def test_folders_are_walked_in_order_and_patterns_honoured(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a/c.md",
        "a/d.TXT",
        ".git/x.txt",
        "a/.hidden.txt",
        "drafts/e.txt",
        "old/f.txt",
        "old/keep.txt",
        "README.md",
        "a/readme.md",
        "g.png",
    ):
        write(tmp_path, name, SIMPLIFIED)
    write(tmp_path, "old/.factcheckignore", "# drafts\nf.*\n")
    found = [Path(article.path).relative_to(tmp_path).as_posix() for article in read_articles([tmp_path], ignore=["drafts/"]).articles]
    assert found == ["a/c.md", "a/d.TXT", "b.txt", "old/keep.txt"]


def test_a_readme_that_is_named_or_has_front_matter_is_an_article(tmp_path: Path) -> None:
    named = write(tmp_path, "README.md", SIMPLIFIED)
    assert len(read_articles([named]).articles) == 1
    write(tmp_path, "README.md", ARTICLE)
    assert len(read_articles([tmp_path]).articles) == 1


def test_a_path_given_twice_is_read_once_and_ids_are_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "news/a.txt", SIMPLIFIED)
    monkeypatch.chdir(tmp_path)
    result = read_articles(["news", "news/a.txt", "./news"])
    assert not result.errors
    assert [article.id for article in result.articles] == ["news/a.txt"]
