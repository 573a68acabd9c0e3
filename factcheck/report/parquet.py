"""Claims and relations as Parquet, for pandas, DuckDB, Spark or R: the tables of `frames`, with a type for each column.

Plain columns, nothing nested. Offsets and pages are 64 bit integers, `low` and `high` 64 bit floating numbers (in `unit`), `headline` and
`holds` booleans, everything else is a string; times are ISO 8601 strings, since they may be without a zone. What does not apply is null.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.report.frames import COLUMN_TYPES

if TYPE_CHECKING:
    import pandas

    from factcheck.report.view import Report

__all__ = ["write_claims", "write_relations"]

#: The type of Arrow for each type of pandas.
_ARROW = {"int64": "int64", "Int64": "int64", "float64": "float64", "bool": "bool", "boolean": "bool", "object": "string"}


def write_claims(report: Report, path: Path) -> None:
    """One row a claim, the columns of `Report.claims_frame`: the same report gives the same bytes."""
    _write_table(report.claims_frame(), path)


def write_relations(report: Report, path: Path) -> None:
    """One row a relation, every kind, the columns of `Report.relations_frame`."""
    _write_table(report.relations_frame(), path)


def _write_table(frame: pandas.DataFrame, path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    # Built by hand: from a frame Arrow would guess the type of a column that is empty, and write the versions of pandas into the file.
    schema = pyarrow.schema([(name, pyarrow.type_for_alias(_ARROW[COLUMN_TYPES.get(name, "object")])) for name in frame.columns])
    cells = {name: [_clean(cell) for cell in frame[name].astype(object).where(frame[name].notna(), None)] for name in frame.columns}
    pyarrow.parquet.write_table(pyarrow.Table.from_pydict(cells, schema=schema), path, compression="zstd")


def _clean(cell: Any) -> Any:
    if isinstance(cell, str):  # half a surrogate pair is no UTF-8; it is written as the other outputs write it
        return cell.encode("utf-8", errors="backslashreplace").decode("utf-8")
    return cell
