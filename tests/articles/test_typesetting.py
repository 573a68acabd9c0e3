"""Lines back to the paragraphs they were broken from."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.articles.typesetting import SetLine, find_running_lines, join_lines, order_lines, set_paragraphs

SIZE, LEADING, LEFT, WIDTH, HEIGHT = 10.0, 16.0, 60.0, 20, 800.0


def wide(text: str) -> float:
    return sum(SIZE if ord(character) > 0x2000 else SIZE / 2 for character in text)


def line(text: str, *, page: int = 0, left: float = LEFT, top: float = 700.0, size: float = SIZE) -> SetLine:
    return SetLine(page, text, left, left + wide(text) * size / SIZE, top, top - size, size, HEIGHT)


def typeset(paragraphs: list[str], *, indent: int = 2, per_page: int = 30, gap: float = 0.0) -> list[SetLine]:
    """Break paragraphs into lines of WIDTH characters as a page would show them."""
    lines: list[SetLine] = []
    row, extra = 0, 0.0
    for paragraph in paragraphs:
        rest, room, left = paragraph, WIDTH - indent, LEFT + indent * SIZE
        while rest:
            page, at = divmod(row, per_page)
            lines.append(line(rest[:room], page=page, left=left, top=700 - at * LEADING - (extra if page == 0 else 0)))
            rest, room, left, row = rest[room:], WIDTH, LEFT, row + 1
        extra += gap
    return lines


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("项目总", "投资约38.6亿元", "项目总投资约38.6亿元"),
        ("总投资约38.", "6亿元", "总投资约38.6亿元"),
        ("共有3,", "200名工人", "共有3,200名工人"),
        ("截至20", "31年", "截至2031年"),
        ("增长4.5", "%，", "增长4.5%，"),
        ("会议由 ", "  the Port", "会议由the Port"),
        ("the Port", "Authority", "the Port Authority"),
        ("a national-", "level review", "a nationallevel review"),
        ("Sino-", "British", "Sino- British"),
        ("他说，", "“很好。”", "他说，“很好。”"),
        ("", "开头", "开头"),
    ],
)
def test_two_lines_are_one(first: str, second: str, joined: str) -> None:
    assert join_lines(first, second) == joined


TEXTS = st.text("港口工程通过验收总投资约亿元，、", min_size=1, max_size=70).map(lambda text: f"港{text}口。")


@given(st.lists(TEXTS, min_size=1, max_size=8), st.integers(3, 40))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_indented_paragraphs_are_found_again(paragraphs: list[str], per_page: int) -> None:
    # Without two lines at the edge nothing says what indented means.
    paragraphs = [*paragraphs, "港口" * 40 + "。"]
    assert [found.text for found in set_paragraphs(typeset(paragraphs, per_page=per_page))] == paragraphs


@given(st.lists(TEXTS, min_size=1, max_size=6))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_paragraphs_that_a_gap_parts_are_found_again(paragraphs: list[str]) -> None:
    paragraphs = ["港口" * 40 + "。", *paragraphs]
    assert [found.text for found in set_paragraphs(typeset(paragraphs, indent=0, per_page=200, gap=LEADING))] == paragraphs


def test_a_line_that_is_short_because_a_word_did_not_fit_runs_on() -> None:
    lines = typeset(["港" * 50 + "。"], indent=0)
    lines[1] = line("港" * 16, top=lines[1].top)
    lines[2] = line("Authority 港口。", top=lines[2].top)
    assert [found.text for found in set_paragraphs(lines)] == ["港" * 36 + "Authority 港口。"]
    lines[2] = line("港务局。", top=lines[2].top)
    assert [found.text for found in set_paragraphs(lines)] == ["港" * 36, "港务局。"]


def test_a_headline_of_two_lines_is_one_paragraph() -> None:
    lines = [line("港口三期通过验收", top=760, size=20), line("总投资公布", top=734, size=20), *typeset(["正文" * 30 + "。"])]
    assert [found.text for found in set_paragraphs(lines)] == ["港口三期通过验收总投资公布", "正文" * 30 + "。"]


def test_columns_are_read_one_after_the_other() -> None:
    def column(left: float, name: str, top: float) -> list[SetLine]:
        return [line(f"{name}{row}" + "字" * 8, left=left, top=top - row * LEADING) for row in range(6)]

    head = line("通栏标题" * 5, top=760)
    # The second column begins higher, and their lines are not on one level.
    left, right = column(60, "左", 700), column(180, "右", 707)
    foot = line("通栏的尾注" * 4, top=580)
    ordered = order_lines([*right, foot, head, *left])
    assert [each.text[:2] for each in ordered] == ["通栏", *(f"左{n}" for n in range(6)), *(f"右{n}" for n in range(6)), "通栏"]


def test_words_far_apart_on_one_line_are_no_columns() -> None:
    row = [line("记者林一舟", left=60, top=700), line("2031年3月6日", left=300, top=700)]
    below = [line("短句。", top=700 - n * LEADING) for n in range(1, 5)]
    assert order_lines([*below, *row]) == [*row, *below]


def test_a_list_whose_lines_differ_in_their_figures_is_text() -> None:
    rows = [[line(f"{page * 9 + row + 1}月产量123吨", page=page, top=790 - row * LEADING) for row in range(9)] for page in range(3)]
    assert find_running_lines([each for page in rows for each in page]) == []
    small = [line("岚州日报", page=page, top=799, size=8) for page in range(3)]
    assert find_running_lines([each for page, head in zip(rows, small, strict=True) for each in (head, *page)]) == small


@given(st.lists(st.tuples(st.floats(0, 500), st.floats(20, 780), st.integers(1, 30)), max_size=40))
@settings(max_examples=100, deadline=None, derandomize=True)
def test_no_line_is_lost_or_doubled(places: list[tuple[float, float, int]]) -> None:
    lines = [line("字" * count, left=left, top=top) for left, top, count in places]
    assert sorted(map(id, order_lines(lines))) == sorted(map(id, lines))
    assert [part for found in set_paragraphs(lines) for part in found.lines] == lines


def furnished(pages: int) -> list[SetLine]:
    return [
        each
        for page in range(pages)
        for each in (
            line(f"岚州日报 2031年3月{page + 1}日", page=page, top=780),
            line(f"这是第{'一二三四五'[page]}页独有的第一行", page=page, top=750),
            line("这一页的正文", page=page, top=734),
            line("有三行，行距一样", page=page, top=718),
            line(f"第 {page + 1} 页", page=page, top=40),
        )
    ]


def test_running_lines_are_those_that_return_at_the_edge() -> None:
    lines = furnished(4)
    assert [each.text for each in find_running_lines(lines)] == [
        each.text for page in range(4) for each in (lines[5 * page], lines[5 * page + 4])
    ]


def test_a_line_that_stands_once_or_inside_the_page_stays() -> None:
    assert [each.text for each in find_running_lines(furnished(1))] == ["第 1 页"]
    inside = [line("同样的一句话。", page=page, top=400) for page in range(3)]
    assert find_running_lines(inside) == []


def test_nothing_within_the_text_is_taken_for_a_head() -> None:
    """A line that returns is no head where text stands outside it."""
    lines = [
        each for page in range(3) for each in (line(f"各页不同{'甲乙丙'[page]}", page=page, top=790), line("死者3人", page=page, top=760))
    ]
    assert find_running_lines(lines) == []
