"""`factcheck version`."""

from __future__ import annotations

import click

from factcheck import __version__

__all__ = ["command"]


@click.command("version")
def command() -> None:
    """Print the version.

    \b
    Example:
      factcheck version

    \b
    Exit codes:
      0  always
    """
    click.echo(f"factcheck {__version__}")
