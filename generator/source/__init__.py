"""YAML text to plain values, each of which remembers its line and column; nothing is known of exercises here."""
