"""factcheck.cli."""
