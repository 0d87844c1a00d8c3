"""The `handouts` command: options come in, one call goes out to the rooms below, files and problems are shown.

Commands import what they need when they run, so that `handouts --help` stays light.
"""

from __future__ import annotations

import gc
import os
from typing import Any

import click

from generator import __version__
from generator.cli.batch_command import batch_command
from generator.cli.check_command import check_command
from generator.cli.draw_command import draw_command
from generator.cli.encoding import speak_plainly
from generator.cli.find_command import find_command
from generator.cli.list_command import list_command, show_command
from generator.cli.make_command import make_command
from generator.cli.new_command import new_command, schema_command
from generator.cli.plan_commands import diff_command, plan_command, record_command

__all__ = ["main"]

# Content is checked by pydantic without plugins; looking for some in every installed package takes longer than a page.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class _Handouts(click.Group):
    """Speaks so that every terminal can show it, also in help and where the command was called wrongly."""

    def main(self, *args: Any, **more: Any) -> Any:
        speak_plainly()
        return super().main(*args, **more)


@click.group(
    cls=_Handouts,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Examples:
  handouts make hamstring-health                       handout and chart, as one PDF
  handouts make back-care-stretches --for "Ann Lee" --start 2026-11-23 --style large-print
  handouts batch monday.csv -o monday                  everybody on a roster
  handouts list                                        what there is to make
  handouts new exercise wall-sit                       a file to start from
  handouts check                                       is all content in order?
""",
)
@click.version_option(__version__, prog_name="handouts")
def main() -> None:
    """Exercise handouts and progress charts, from YAML to PDF.

    Made files are named on standard output, one a line; problems go to standard error.
    Exit code 0: fine, 1: something in the content must be mended, 2: the command was called wrongly.
    """
    gc.set_threshold(50_000)  # what a command makes lives until its end: looking for garbage is a tenth of its time


for command in (
    make_command,
    batch_command,
    check_command,
    plan_command,
    record_command,
    diff_command,
    list_command,
    find_command,
    show_command,
    new_command,
    schema_command,
    draw_command,
):
    main.add_command(command)
