"""The plan's other exits, all pure: text for the terminal, JSON, a calendar, the clinic's record, a comparison."""

from generator.export.compare import diff_text
from generator.export.data import plan_data, plan_json
from generator.export.ics import calendar_text
from generator.export.record import record_text
from generator.export.terminal import plan_text

__all__ = ["calendar_text", "diff_text", "plan_data", "plan_json", "plan_text", "record_text"]
