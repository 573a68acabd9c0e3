"""factcheck.report."""
