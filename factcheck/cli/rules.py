"""`factcheck rules`: list, explain, check, try and start rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.rules import Rule, RuleSet

__all__ = ["command"]

_lang = click.option("--lang", type=click.Choice(["zh", "en"]), help="Language of names and manual pages.  [default: zh]")
_rules = click.option("--rules", "folders", multiple=True, metavar="DIR", help="Also use the rule files of this folder; may be repeated.")
_config = click.option("--config", metavar="FILE", help="Settings file to use instead of the one found above the working folder.")
_isolated = click.option("--isolated", is_flag=True, help="Use no settings file.")


@click.group("rules")
def command() -> None:
    """List, explain, lint and test the rules.

    \b
    Examples:
      factcheck rules list
      factcheck rules show FC101
      factcheck rules new FC901 ages --dir desk-rules
      factcheck rules test desk-rules
      factcheck check articles/ --rules desk-rules

    \b
    Exit codes:
      0  done, and nothing is wrong
      1  an example of a rule does not do what the file says
      2  bad usage; a rule file or the settings are wrong
    """


@command.command("list")
@_rules
@_lang
@_config
@_isolated
def list_rules(folders: Sequence[str], lang: str | None, config: str | None, isolated: bool) -> None:
    """List every rule: id, level, pack, name.

    \b
    Exit codes:
      0  listed
      2  a rule file or the settings are wrong
    """
    lang, known = _open_rules(folders, lang, config, isolated)
    rules = sorted(known.rules, key=lambda rule: rule.id)
    width = max((len(rule.pack) for rule in rules), default=0)
    for rule in rules:
        note = {"zh": "（默认不启用）", "en": " (off by default)"}[lang] if rule.preview else ""
        click.echo(f"{rule.id}  {rule.level.value:<7}  {rule.pack:<{width}}  {rule.name.text(lang)}{note}")


@command.command("show")
@click.argument("rule_id", metavar="RULE", required=False)
@click.option("--keys", is_flag=True, help="Explain the keys of a rule file instead.")
@_rules
@_lang
@_config
@_isolated
def show_rule(rule_id: str | None, keys: bool, folders: Sequence[str], lang: str | None, config: str | None, isolated: bool) -> None:
    """Show the manual page of RULE (such as FC101): what it is about, when it fires, its examples.

    \b
    Exit codes:
      0  shown
      2  no such rule, or a rule file or the settings are wrong
    """
    from factcheck.report.manual import describe_keys, render_manual
    from factcheck.rules.checking import nearest

    lang, known = _open_rules(folders, lang, config, isolated)
    if keys:
        click.echo(describe_keys(lang), nl=False)
        return
    if rule_id is None:
        raise UsageError("which rule?", hint="give its id, such as factcheck rules show FC101, or --keys")
    rule = known.find(rule_id.upper())
    if rule is None:
        raise UsageError(
            f'there is no rule "{rule_id}"{nearest(rule_id, [rule.id for rule in known.rules])}', hint="see factcheck rules list"
        )
    names = {entry.id: (entry.name.zh, entry.name.en) for entry in known.attributes}
    click.echo(render_manual(rule, lang, names), nl=False)


@command.command("schema")
@click.option("--attributes", is_flag=True, help="The schema of attributes.yml instead.")
def print_schema(attributes: bool) -> None:
    """Print the JSON Schema of a rule file, for editors that complete and check YAML.

    \b
    Exit codes:
      0  printed
    """
    import json

    from factcheck.rules.checking import attribute_schema, rule_schema

    click.echo(json.dumps(attribute_schema() if attributes else rule_schema(), ensure_ascii=False, indent=2))


@command.command("lint")
@click.argument("folders", metavar="[DIR]...", nargs=-1)
def lint_rules(folders: Sequence[str]) -> None:
    """Check the rule files and attribute files of DIR (the shipped ones when none is given); every mistake of every file is told.

    \b
    Exit codes:
      0  all are right
      2  mistakes: one line each, with path:line:column
    """
    from factcheck.rules import load_rules

    known = load_rules(folders, previews=True)
    _warn_of_attributes(known)
    click.echo(f"{len(_pick_rules(known, folders))} rules, {len(known.attributes)} attributes: no mistake")


@command.command("test")
@click.argument("folders", metavar="[DIR]...", nargs=-1)
@click.option(
    "--rule", "wanted", multiple=True, metavar="RULE", help="Only the examples of this rule (an id or its beginning); may be repeated."
)
@click.option("-v", "--verbose", is_flag=True, help="Also list the examples that pass.")
@click.pass_context
def test_rules(ctx: click.Context, folders: Sequence[str], wanted: Sequence[str], verbose: bool) -> None:
    """Run the examples of the rules in DIR (of all shipped rules when none is given) as tests.

    \b
    Exit codes:
      0  every example does what its rule file says
      1  some do not
      2  a rule file is wrong, or there was no example to run
    """
    from factcheck.engine.check import check
    from factcheck.rules import load_rules
    from factcheck.rules.trial import run_trials

    every = load_rules(folders, previews=True)
    rules = [rule for rule in _pick_rules(every, folders) if not wanted or rule.id.startswith(tuple(wanted))]
    passed = failed = 0
    for trial in run_trials(rules, every, check):
        passed, failed = passed + trial.passed, failed + (not trial.passed)
        if trial.passed and not verbose:
            continue
        verdict = "passes" if trial.passed else "FAILS"
        click.echo(f"{trial.rule.id} {verdict}: must {'fire' if trial.example.fires else 'be silent'} ({trial.example.where})")
        if not trial.passed:
            for article in trial.example.articles:
                click.echo(f"    | {' '.join(article.text.split())}")
            for message in trial.messages or ("nothing was reported",):
                click.echo(f"    > {message}")
    if not passed + failed:
        raise UsageError("there is no example to run", hint="add examples to the rule files")
    click.echo(f"{passed + failed} examples of {len(rules)} rules: {passed} pass, {failed} fail")
    ctx.exit(1 if failed else 0)


@command.command("new")
@click.argument("rule_id", metavar="RULE")
@click.argument("slug", metavar="NAME")
@click.option("--dir", "folder", default="desk-rules", show_default=True, metavar="DIR", help="Where to write it.")
def new_rule(rule_id: str, slug: str, folder: str) -> None:
    """Write a starting file for a rule: DIR/RULE-NAME.yml.

    \b
    Example:
      factcheck rules new FC901 ages --dir desk-rules

    \b
    Exit codes:
      0  written
      2  the file is there already, or the id or name cannot be used
    """
    from factcheck.rules import load_rules
    from factcheck.rules.starter import write_starter

    if not re.fullmatch(r"FC[0-9]{3}", rule_id):
        raise UsageError(f'"{rule_id}" is not the id of a rule', hint="FC and three digits; FC9xx is free for your own rules")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,60}", slug):
        raise UsageError(f'"{slug}" cannot be part of a file name', hint="small letters, digits and hyphens, such as hospital-beds")
    if load_rules().find(rule_id) is not None:
        raise UsageError(f"{rule_id} is a shipped rule", hint="take an FC9xx id, or write a file with extends: to change the shipped one")
    path = write_starter(Path(folder), rule_id, slug)
    click.echo(f"{path}\nnext: factcheck rules test {folder}")


@command.command("coverage")
@click.argument("paths", metavar="CORPUS...", nargs=-1, required=True)
@_rules
@_config
@_isolated
@click.option("--backend", metavar="NAME", help="What reads the text: auto, fast, ... (see factcheck doctor).")
def show_coverage(paths: Sequence[str], folders: Sequence[str], config: str | None, isolated: bool, backend: str | None) -> None:
    """Tell which rules fire on CORPUS, and why the others say nothing.

    \b
    Exit codes:
      0  told
      2  nothing could be read, or a rule file or the settings are wrong
    """
    from factcheck.cli.analysis import find_incomplete, open_settings, run_analysis
    from factcheck.rules import load_rules_of
    from factcheck.rules.usage import find_unreported, measure_usage

    settings = open_settings({"rules": folders, "config": config, "isolated": isolated, "backend": backend})
    report = run_analysis(paths, settings)
    incomplete = find_incomplete(report, list(paths))
    if incomplete:
        raise UsageError(incomplete)
    known = load_rules_of(settings)
    claims = {claim.id: claim for claim in report.claims}
    _warn_of_attributes(known)
    usages = measure_usage(known, report.conflict_sets, claims, report.findings)
    for usage in usages:
        click.echo(f"{usage.rule.id}  {'+' if usage.findings else '-'}  {usage.explain()}")
    fired = sum(bool(usage.findings) for usage in usages)
    for rule in load_rules_of(settings, every=True).rules:
        if rule.preview and known.find(rule.id) is None:
            click.echo(f"{rule.id}  -  off by default; --select {rule.id} asks it")
    click.echo(f"{fired} of {len(usages)} rules fired on {len(report.articles)} articles, {len(claims)} claims")
    for found in find_unreported(known, report.conflict_sets, claims):
        labels = " / ".join(group.label for group in found.groups)
        click.echo(f"no rule reports: {found.family.value} {found.subject} {found.attribute}: {labels}")


def _open_rules(folders: Sequence[str], lang: str | None, config: str | None, isolated: bool) -> tuple[str, RuleSet]:
    """The language and the rules in force, preview rules and unselected ones too: they can be shown without being on."""
    from factcheck.cli.analysis import open_settings
    from factcheck.rules import load_rules_of

    settings = open_settings({"rules": folders, "lang": lang, "config": config, "isolated": isolated})
    return settings.lang, load_rules_of(settings, every=True)


def _pick_rules(known: RuleSet, folders: Sequence[str]) -> list[Rule]:
    """The rules whose files lie in the folders (all of them where none is given), by id."""
    from factcheck.rules.loader import find_rule_files

    files = {str(path) for folder in folders for _, path in find_rule_files(Path(folder))[0]}
    return [rule for rule in sorted(known.rules, key=lambda rule: rule.id) if not folders or rule.where.rsplit(":", 2)[0] in files]


def _warn_of_attributes(known: RuleSet) -> None:
    """Tell on standard error of attributes that rules select and nobody describes: such a rule may never match."""
    from factcheck.rules.usage import find_unknown_attributes

    for line in find_unknown_attributes(known):
        click.echo(f"factcheck: warning: {line}", err=True)
