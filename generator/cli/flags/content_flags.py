"""`--content`: whose exercises, routines and clinics."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.flags.offered import F


def content_option(command: F) -> F:
    """`--content`: a clinic's own folders over the bundled library."""
    return click.option(
        "--content",
        "content",
        multiple=True,
        envvar="HANDOUTS_CONTENT",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        help="Your own content folder (exercises/, routines/, clinics/); its files come before the bundled ones. "
        "May be given more than once. [env: HANDOUTS_CONTENT]",
    )(command)
