"""factcheck.rules."""
