"""factcheck.engine."""
