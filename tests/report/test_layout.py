"""Wrapping and cutting by terminal cells."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from factcheck.report.layout import cut_cells, wrap_cells

TEXT = st.text(alphabet=st.sampled_from("中文字一二，。！“”（）abcXYZ12345 .,-%…—😀\u0301"), max_size=120)
SETTINGS = settings(max_examples=150, deadline=None, derandomize=True)


@SETTINGS
@given(TEXT, st.integers(2, 50))
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in wrap_cells(text, width, cell_len))


@SETTINGS
@given(TEXT, st.integers(2, 50))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int) -> None:
    assert "".join(wrap_cells(text, width, cell_len)).replace(" ", "") == text.replace(" ", "")


@SETTINGS
@given(TEXT, st.integers(0, 50))
def test_cut_text_fits_and_is_a_beginning(text: str, width: int) -> None:
    cut = cut_cells(text, max(width, 1), cell_len)
    assert cell_len(cut) <= max(width, 1)
    assert cut == text or text.startswith(cut.removesuffix("…"))


def test_a_closing_mark_does_not_begin_a_line() -> None:
    assert wrap_cells("港口已经完工，开始运营。", 12, cell_len) == ["港口已经完", "工，开始运", "营。"]


def test_an_opening_mark_does_not_end_a_line() -> None:
    assert wrap_cells("总投资为（约三亿）", 10, cell_len) == ["总投资为", "（约三亿）"]


def test_figures_and_words_are_not_cut_where_they_fit() -> None:
    assert wrap_cells("投资38.6亿元和Kursk港", 9, cell_len) == ["投资38.6", "亿元和", "Kursk港"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert wrap_cells("x" * 25, 10, cell_len) == ["x" * 10, "x" * 10, "x" * 5]


def test_a_very_long_word_takes_no_time_worth_speaking_of() -> None:
    lines = wrap_cells("a" * 100_000 + "字" * 1000, 40, cell_len)
    assert len(lines) == 2500 + 50


def test_nothing_is_one_empty_line() -> None:
    assert wrap_cells("", 10, cell_len) == [""]
