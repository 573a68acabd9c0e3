"""Where the work runs: in process today."""
