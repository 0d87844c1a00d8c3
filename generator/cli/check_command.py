"""`handouts check`: everything that a careful editor would mark, before it reaches a client."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.flags.content_flags import content_option
from generator.cli.report import CONTENT, fail, reporting

if TYPE_CHECKING:
    from generator.check.review import Review


@click.command(
    "check",
    epilog="""\b
Examples:
  handouts check                                  all content, bundled and your own
  handouts check my-content/exercises/wall-sit.yaml
  handouts check my-content --strict --pemat
  handouts check --format sarif > findings.sarif
  handouts check --explain long-sentence          why a rule stands; "all" lists them
""",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@click.option("--all-styles", is_flag=True, help="Lay out every layout, style and chart, not only the standard ones.")
@click.option("--pemat", is_flag=True, help="Add a PEMAT-P summary of each routine, a self-check, to the text.")
@click.option("--explain", metavar="RULE", help="Say why a rule stands and where that is known from, and end.")
@content_option
@reporting
def check_command(
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    all_styles: bool,
    pemat: bool,
    explain: str | None,
    content: tuple[Path, ...],
) -> None:
    """Check content: is it complete, readable, safe and honest, and does it fit on paper?

    PATH is a YAML file or a content folder; without one, everything bundled and in --content is checked. Exit code 1
    for errors, with --strict also for warnings; notes never fail. A rule is switched off in a file by
    `off: {rule: reason}`; the report lists every reason.
    """
    if explain:
        _explain(explain)
        return
    from generator.check.review import review
    from generator.check.targets import wanted

    with _no_pauses():
        found = review(wanted(content, paths), all_styles=all_styles)
    _show(found, form, pemat)
    if found.fails(strict):
        raise SystemExit(CONTENT)


@contextmanager
def _no_pauses() -> Iterator[None]:
    """Without the collector of cycles a fifth faster; what a check makes has none worth collecting."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _show(found: Review, form: str, pemat: bool) -> None:
    if form == "json":
        from generator.check.data_report import report_data

        click.echo(json.dumps(report_data(found), ensure_ascii=False, indent=2))
    elif form == "sarif":
        from generator import __version__
        from generator.check.sarif import sarif_log

        click.echo(json.dumps(sarif_log(found, __version__), ensure_ascii=False, indent=2))
    else:
        from generator.check.text_report import text_lines

        for line in text_lines(found, with_pemat=pemat):
            click.echo(line)


def _explain(name: str) -> None:
    from generator.check.rules import FIXED, SWITCHABLE, explained

    names = [*SWITCHABLE, *FIXED]
    if name == "all":
        click.echo("\n".join(filter(None, map(explained, names))))
        return
    text = explained(name)
    if text is None:
        from generator.content.checking.fault_words import near

        meant = near(name, names)
        fail(f'there is no rule "{name}"', f"did you mean {meant}?" if meant else "--explain all lists them", code=2)
    click.echo(text)
