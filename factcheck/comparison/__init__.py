"""factcheck.comparison."""
