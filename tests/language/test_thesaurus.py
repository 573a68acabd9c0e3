"""The thesaurus: the files load, say nothing absurd, and a broken line is named."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import ConfigError
from factcheck.language.script import simplify
from factcheck.language.thesaurus import (
    MAX_GROUPS,
    PARTS,
    fields_of,
    groups_of,
    parse_related,
    parse_thesaurus,
    related,
    same_meaning,
)

DATA = resources.files("factcheck.language") / "data"
LINES = [line.split("\t") for line in (DATA / "thesaurus.tsv").read_text("utf-8").splitlines() if line and line[0] != "#"]
WORDS = sorted({word for line in LINES for word in line[2:]})

# Written without the file at hand: whoever moves a word into a wrong line should trip over one of these.
ANTONYMS = """
增加 减少|上升 下降|上涨 下跌|涨 跌|升 降|飙升 暴跌|扩大 缩小|加强 削弱|改善 恶化|领先 落后|超过 低于|成功 失败|获胜 落败|胜 负
赢 输|夺冠 出局|买入 卖出|进口 出口|收入 支出|盈利 亏损|借入 借出|支付 收取|贷款 存款|加息 降息|开业 停业|开放 关闭|开始 结束|启动 停止
复工 停工|罢工 复工|生效 失效|颁布 废止|通过 否决|批准 驳回|同意 拒绝|支持 反对|赞成 反对|承认 否认|证实 否认|允许 禁止|解禁 查禁|放宽 收紧
提前 推迟|继续 停止|暂停 恢复|取消 恢复|延长 缩短|出席 缺席|参加 退出|加入 退出|抵达 离开|进入 离开|前往 返回|升空 坠落|起飞 降落|登陆 离岸
出现 消失|找到 丢失|发现 隐瞒|公开 隐瞒|获救 遇难|生还 死亡|存活 死亡|出生 死亡|受伤 无恙|住院 出院|确诊 治愈|感染 康复|结婚 离婚|入狱 出狱
逮捕 释放|拘留 释放|定罪 无罪|有罪 无罪|起诉 撤诉|上诉 撤诉|原告 被告|受害人 嫌疑人|警察 罪犯|当选 落选|就职 卸任|上任 辞职|任命 免职
聘用 解雇|招聘 裁员|升职 降职|进攻 防守|进攻 撤退|占领 失守|宣战 停火|开战 停战|投降 抵抗|结盟 断交|建交 断交|盟友 敌人|侵略 防御
修复 损坏|建造 拆除|安装 拆卸|点燃 扑灭|着火 扑灭|通车 封路|拥堵 畅通|满载 空载|准时 延误|开通 停运|丰收 歉收|干旱 洪涝|晴天 雨天
高温 低温|升温 降温|合格 不合格|安全 危险|合法 非法|真实 虚假|公开 秘密|全部 部分|国内 国外|公立 私立|首次 末次|最高 最低|卖方 买方
房东 租客|买家 卖家|雇主 雇员|医生 病人|老师 学生|债主 债务人|主队 客队|执政党 在野党|多数 少数|长期 短期|男性 女性|成年人 未成年人
出租 承租|通知 获悉|拍卖 竞拍|邀请 受邀|培训 受训|借入 放贷|受理 采纳|没收 查封|逆差 财政赤字|质疑 怀疑|净利润 毛利率|成交额 成交量
拘留 起诉|起诉 定罪|提出 通过|草案 法律|签署 批准|计划 完成|动工 竣工|失踪 死亡|重伤 轻伤|疑似 确诊|高速公路 国道|逮捕 起诉
"""
PAIRS = [tuple(pair.split()) for line in ANTONYMS.strip().splitlines() for pair in line.split("|")]


def test_a_group_has_an_id_a_part_and_words_of_the_shadow_text() -> None:
    groups = parse_thesaurus((DATA / "thesaurus.tsv").read_text("utf-8"), name="thesaurus.tsv")
    assert len(groups) == len(LINES)
    assert {line[1] for line in LINES} == PARTS
    for word in WORDS:
        assert simplify(word) == word


def test_no_word_has_three_meanings() -> None:
    counts = Counter(word for line in LINES for word in line[2:])
    assert max(counts.values()) == MAX_GROUPS
    assert all(len(groups_of(word)) == count for word, count in counts.items())


def test_a_group_is_no_more_than_a_reader_can_check() -> None:
    assert max(len(line) for line in LINES) <= 48


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_antonyms_and_steps_do_not_mean_the_same(one: str, other: str) -> None:
    assert not same_meaning(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("前往", "赶赴"), ("获悉", "得知"), ("推迟", "押后"), ("公布", "宣布"), ("故障", "抛锚"), ("抵达", "抵步"), ("激增", "飙升")],
)
def test_words_of_other_desks_mean_the_same(one: str, other: str) -> None:
    assert same_meaning(one, other)
    assert related(one, other)


def test_a_scene_is_not_a_meaning() -> None:
    assert related("罢工", "工会")
    assert not same_meaning("罢工", "工会")
    assert not related("罢工", "台风")


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_both_relations_are_symmetric(a: str, b: str) -> None:
    assert same_meaning(a, b) == same_meaning(b, a)
    assert related(a, b) == related(b, a)
    assert same_meaning(a, a)
    assert related(a, b) or not same_meaning(a, b)


@given(st.text(max_size=6), st.text(max_size=6))
def test_every_text_has_an_answer(a: str, b: str) -> None:
    assert isinstance(groups_of(a), frozenset)
    assert isinstance(fields_of(a), frozenset)
    assert same_meaning(a, b) == same_meaning(b, a)
    assert related(a, b) == related(b, a)


def test_a_word_that_is_not_listed_means_itself_only() -> None:
    assert groups_of("无此词条") == frozenset()
    assert same_meaning("无此词条", "无此词条")
    assert not same_meaning("无此词条", "另一词条")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a\tverb\t说\t称\n\n# note\nb\tverb", 4, "too few words"),
        ("a\tverb\t说", 1, "fewer than two words"),
        ("a\tadverb\t说\t称", 1, '"adverb" is not a part of speech'),
        ("Say it\tverb\t说\t称", 1, "holds an empty word or a blank"),
        ("Say\tverb\t说\t称", 1, '"Say" is not an id'),
        ("a\tverb\t说\t\t称", 1, "holds an empty word or a blank"),
        ("a\tverb\t说\t称\t说", 1, "说 stands twice in a"),
        ("a\tverb\t说\t称\na\tverb\t讲\t道", 2, "a is there twice"),
        ("a\tverb\t说\t称\nb\tverb\t称\t说", 2, "b holds the words of a"),
        ("a\tverb\t说\t称\nb\tverb\t说\t讲\nc\tverb\t说\t道", 3, "说 stands in a, b, c"),
        ("a\tverb\t说\t稱", 1, "稱 is not in the characters of the shadow text (write 称)"),
    ],
)
def test_a_broken_line_is_named(text: str, line: int, says: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_thesaurus(text, name="own.tsv")
    assert caught.value.where == f"own.tsv:{line}"
    assert says in f"{caught.value.message} ({caught.value.hint})"


def test_a_word_may_stand_in_many_scenes_but_once_in_each() -> None:
    text = "a\t消防\t火\nb\t消防\t水\nc\t消防\t车"
    assert list(parse_related(text, name="own.tsv")) == ["a", "b", "c"]
    with pytest.raises(ConfigError, match=r"own\.tsv:2: 火 stands twice in b"):
        parse_related("a\t消防\t火\nb\t火\t火", name="own.tsv")
