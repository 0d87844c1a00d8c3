"""The style of detail cards: a page's, with the sizes of type and distances that let three stand on one page."""

from __future__ import annotations

from dataclasses import replace

from generator.page.measures import Style

# How much more lines may be stretched on a page with fewer cards than it could hold.
_MUCH = 1.14

# What a card has instead of what its page has.
_OWN = {
    "name": "card_name",
    "dose": "card_dose",
    "body": "card_body",
    "disc_number": "card_number",
    "step": "card_step",
    "hang": "card_hang",
    "disc": "card_disc",
    "sign": "card_sign",
}


def on_card(style: Style) -> Style:
    """A page's style for the cards on it."""
    theme = style.theme
    return replace(style, theme=theme.model_copy(update={name: getattr(theme, own) for name, own in _OWN.items()}))


def with_lead(style: Style, share: float) -> Style:
    """The same with lines so much closer together or further apart."""
    return _changed(style, step=share)


def pressed(style: Style, lead: float, pictures: float) -> Style:
    """The same with these shares of the lead and of the least height of pictures."""
    return _changed(style, step=lead, card_least=pictures)


def with_column(style: Style, share: float) -> Style:
    """The same with a wider column for pictures, for pages with much room: there lines may stand further apart, too."""
    return _changed(style, card_picture=share, card_stretch=_MUCH)


def _changed(style: Style, **shares: float) -> Style:
    theme = style.theme
    changes = {name: getattr(theme, name) * share for name, share in shares.items() if share != 1.0}
    return replace(style, theme=theme.model_copy(update=changes)) if changes else style
