"""The smallest valid files of each kind, for tests to change."""

EXERCISE = """\
name: Wall squat
short_name: Wall squat
purpose: Makes standing up easier.
position: standing
kind: strength
side: both
steps: [Stand by a wall., Slide down.]
dose: {sets: 2, reps: 8}
"""
ROUTINE = """\
title: Knees
version: "1.0"
issued: 2026-11-02
review_by: 2029-11-01
author: a physiotherapist
message: Move every day.
why: It may help.
phases:
  - {id: move, name: Move, kind: mobilise, exercises: [wall-squat]}
"""
CLINIC = """\
name: Brookside
phone: 020 7946 0123
emergency: "999"
locale: en-GB
country: GB
pain_rule: {go: [0, 3], care: [4, 5], stop: [6, 10]}
sample: true
"""
