"""Notes to one person come in; how many lines each takes goes out, in every width and size that it may stand in.

People whose notes have the same shape share all pages but for what their notes say.
"""

from __future__ import annotations

from generator.manuscript.chart import RowNotes
from generator.manuscript.personal import NOTE_FOR, PersonalNotes
from generator.page.chart.chart_measures import sizes_of
from generator.page.format import Format
from generator.page.measures import Style, frame_of, sheet_frame
from generator.page.personal_note import note_lines
from generator.page.sheet.front_columns import column_width
from generator.page.sheet.front_sizes import front_sizes

# How many lines notes take, by where they stand.
NoteShape = tuple[tuple[str, int], ...]


def shape_of(style: Style, form: Format, notes: PersonalNotes, rows: RowNotes) -> NoteShape:
    """The shape of all notes, `rows` those of the chart; empty if there are none. The form has its paper."""
    if not notes.all:
        return ()
    live, across = (frame_of(form.sheet, landscape=turned, gutter=form.gutter).live for turned in (False, True))
    body, small = style.theme.body, sizes_of(style.theme).text
    widths = [live, across]
    if form.is_sheet:
        front = sheet_frame(form.sheet, form.gutter).live
        widths += [front, column_width(front_sizes(style), front, 2)]
    found = [(note.key, note, width, body) for note in notes.all for width in widths]
    under = (note for _, own in rows for note in own)
    found += [(f"{NOTE_FOR} row", note, width, small) for note in under for width in (live, across)]
    return tuple((where, len(note_lines(style, note, width, size))) for where, note, width, size in found)
