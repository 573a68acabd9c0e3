"""factcheck: which of several Chinese articles on one affair disagree, about what, and in whose words."""

__version__ = "0.1.0"
