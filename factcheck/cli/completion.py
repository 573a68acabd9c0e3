"""`factcheck completion`."""

from __future__ import annotations

import click

__all__ = ["command"]

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print a script that completes factcheck's commands and options with the Tab key.

    \b
    Examples:
      eval "$(factcheck completion bash)"      in ~/.bashrc
      eval "$(factcheck completion zsh)"       in ~/.zshrc
      factcheck completion fish > ~/.config/fish/completions/factcheck.fish

    \b
    Exit codes:
      0  printed
      2  no such shell
    """
    from click.shell_completion import get_completion_class

    from factcheck.cli.main import command as top

    found = get_completion_class(shell)
    assert found is not None
    made = found(top, {}, "factcheck", "_FACTCHECK_COMPLETE")
    # Not made.source(): that of bash starts bash to ask for its version.
    click.echo(made.source_template % made.source_vars())
