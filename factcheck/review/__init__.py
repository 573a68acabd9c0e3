"""factcheck.review."""
