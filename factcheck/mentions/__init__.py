"""factcheck.mentions."""
