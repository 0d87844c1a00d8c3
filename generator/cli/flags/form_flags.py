"""How it goes on paper: the options, and how they become a `Format`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from generator.cli.flags.offered import F, one_of, together
from generator.content.choices import OTHER_BODIES, ChartKind, Layout, Portion, StyleName
from generator.content.paper import Paper

if TYPE_CHECKING:
    from generator.page.format import Format


GUTTER = 20.0  # mm
# Spelt without a blank that one would have to quote.
_BODIES = {body.replace(" ", "-"): body for body in OTHER_BODIES}


def form_options(command: F) -> F:
    """What a format has. An option that is left out stands for what is usual."""
    return together(
        command,
        click.option("--paper", type=one_of(Paper), help="[default: the clinic's]"),
        click.option("--layout", type=one_of(Layout), help="A sheet with cards behind, or cards. [default: sheet]"),
        click.option("--style", type=one_of(StyleName), help="[default: standard]"),
        click.option("--chart", type=one_of(ChartKind), help="How much the chart asks for. [default: parts]"),
        body_option,
        click.option("--only", type=one_of(Portion), help="Make this piece alone."),
        click.option("--gutter", is_flag=True, help=f"{GUTTER:g} mm of free margin for hole punching."),
        click.option("--duplex", is_flag=True, help="Tell the printer to print on both sides; a sheet does so itself."),
    )


def body_option(command: F) -> F:
    """`--body`: who is drawn."""

    def spelt(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
        return _BODIES[value] if value else ""

    return click.option(
        "--body", type=one_of(_BODIES), callback=spelt, help="Draw another person than the exercise names."
    )(command)


def format_of(flags: dict[str, Any]) -> Format:
    """How it goes on paper; what is left out is as usual."""
    from generator.page.format import Format

    chosen = {key: flags[key] for key in ("paper", "layout", "style", "chart", "only", "body") if flags[key]}
    gutter = GUTTER if flags["gutter"] else 0.0
    return Format(**chosen, gutter=gutter, duplex=flags["duplex"], archive=flags["archive"])
