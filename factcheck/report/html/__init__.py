"""The report as one self-contained page for a browser: no server, no network, nothing but the file."""

from factcheck.report.html.page import render_html

__all__ = ["render_html"]
