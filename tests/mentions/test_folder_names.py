"""Names that one article of a folder teaches the others."""

from __future__ import annotations

from factcheck import Article, check
from factcheck.language import read_document
from factcheck.mentions.entities import read_entities
from factcheck.mentions.names.folder import FolderNames
from factcheck.mentions.types import EntityMention

SPELT = "平台“小鹭到家”3日发布公告。“小鹭到家”说，骑手有三千人。"
BARE = "外賣平台小鷺到家昨晚公布，騎手有三千人。"


def _read(text: str, folder: FolderNames | None = None) -> list[EntityMention]:
    return read_entities(read_document(Article.from_text(text, id="x")), folder=folder)


def test_a_name_spelt_out_once_is_found_in_the_others() -> None:
    folder = FolderNames({"a": _read(SPELT)})
    assert "小鹭到家" not in {m.text for m in _read(BARE)}
    assert [m.key for m in _read(BARE, folder) if m.text == "小鹭到家"] == [m.key for m in _read(SPELT) if m.text == "小鹭到家"][:1]


def test_names_that_are_too_short_or_read_in_two_ways_are_not_taken_over() -> None:
    def mention(text: str, type_: str) -> EntityMention:
        return EntityMention(0, len(text), text, type_, text, "", "")

    short = FolderNames({"a": [mention("白鹭", "ORG")] * 3})
    torn = FolderNames({"a": [mention("白鹭湾站", "ORG")], "b": [mention("白鹭湾站", "LOC")]})
    once = FolderNames({"a": [mention("白鹭湾", "LOC")]})
    for folder in (short, torn, once):
        assert not folder.teaches("白鹭湾站和白鹭", [])


def test_the_order_of_articles_does_not_matter() -> None:
    articles = [Article.from_text(t, id=i) for i, t in (("a", SPELT), ("b", BARE))]
    assert {c.id for c in check(articles).claims} == {c.id for c in check(articles[::-1]).claims}
