"""Keys that are not offered, as clinicians and trainers would name them, with the nearest that is."""

from __future__ import annotations

OTHER_KEYS = {
    "rest_between_sides": "rest stands between sets; say the rest between sides in a step of the exercise",
    "rest_after": "rest stands between sets, and a group's after a round; else say it in the last step of the exercise",
    "emom": 'in a routine: groups: ["a: 10 rounds, every 1 min"]',
    "interval": 'in a routine: groups: ["a: 8 rounds, 20 s on, 10 s off"]',
    "intervals": 'in a routine: groups: ["a: 8 rounds, 20 s on, 10 s off"]',
    "breaths": "a slow breath takes about 5 s: 5 breaths are hold: 25 s",
    "cr10": "rpe is the scale of 0 to 10",
    "heartrate": "load: {effort: {heart_rate: 110-125}}",
    "heart_rate": "load: {effort: {heart_rate: 110-125}}",
    "borg": "load: {effort: {borg: 12-13}}",
    "rpe": "load: {effort: {rpe: 7.5}}",
}
