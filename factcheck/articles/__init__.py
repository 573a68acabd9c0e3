"""factcheck.articles."""
