"""What differs by language: locale facts, plural forms, and every fixed text."""
