"""The graph of the relations as files that other programs draw."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.model import Kind
from factcheck.report.archives import xml_text

if TYPE_CHECKING:
    from factcheck.report.view import Report

__all__ = ["render_gexf", "write_graphml"]

_NAMESPACE = "http://gexf.net/1.3"
_NODE_FIELDS = ("article", "outlet", "subject", "attribute", "family", "speaker", "stance")
_EDGE_FIELDS = ("kind", "reason")
#: How strongly a layout pulls two claims together.
_WEIGHTS = {Kind.AGREES: 3, Kind.REFINES: 2, Kind.UPDATES: 2}


def write_graphml(report: Report, path: Path) -> None:
    """Write the graph as GraphML. UsageError when the report was made without one."""
    from factcheck.graph import write_graphml as write

    if report.graph is None:
        raise UsageError("this report has no graph", hint="make the report with factcheck.check")
    write(report.graph, path)


def render_gexf(report: Report, lang: str | None = None) -> str:
    """The claims that were compared and their relations as GEXF 1.3, which Gephi opens; without the date GEXF would carry.

    Claims without a relation are left out: there are many, and they would only be dots.
    """
    relations = sorted((r for r in report.relations if r.kind is not Kind.INCOMPARABLE), key=lambda r: (r.a, r.b, r.kind, r.reason))
    joined = {claim for relation in relations for claim in (relation.a, relation.b)}
    root = ET.Element("gexf", {"xmlns": _NAMESPACE, "version": "1.3"})
    graph = ET.SubElement(root, "graph", {"defaultedgetype": "undirected", "mode": "static"})
    for kind, fields in (("node", _NODE_FIELDS), ("edge", _EDGE_FIELDS)):
        attributes = ET.SubElement(graph, "attributes", {"class": kind, "mode": "static"})
        for number, name in enumerate(fields):
            ET.SubElement(attributes, "attribute", {"id": str(number), "title": name, "type": "string"})
    nodes = ET.SubElement(graph, "nodes")
    for claim in report.ordered_claims():
        if claim.id in joined:
            node = ET.SubElement(nodes, "node", {"id": claim.id, "label": xml_text(claim.quote)})
            _add_values(node, [str(getattr(claim, name)) for name in _NODE_FIELDS])
    known = {claim.id for claim in report.claims}
    edges = ET.SubElement(graph, "edges")
    shown = [relation for relation in relations if relation.a in known and relation.b in known]
    for number, relation in enumerate(shown):
        weight = str(_WEIGHTS.get(relation.kind, 1))
        edge = ET.SubElement(
            edges, "edge", {"id": str(number), "source": relation.a, "target": relation.b, "weight": weight, "label": relation.kind.value}
        )
        _add_values(edge, [relation.kind.value, relation.reason.value])
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _add_values(element: ET.Element, values: list[str]) -> None:
    parent = ET.SubElement(element, "attvalues")
    for number, value in enumerate(values):
        ET.SubElement(parent, "attvalue", {"for": str(number), "value": xml_text(value)})
