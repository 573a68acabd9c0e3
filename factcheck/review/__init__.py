"""What editors decided: the baseline of known findings, and the decisions about them.

`identity` says what a finding is across runs, `baseline` and `decisions` keep it in files of one record a line, `standing` compares the
findings of a run with both. Nothing here reads a clock: the day is given by the caller.
"""
