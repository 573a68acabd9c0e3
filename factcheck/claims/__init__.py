"""factcheck.claims."""
