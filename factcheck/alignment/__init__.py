"""factcheck.alignment."""
