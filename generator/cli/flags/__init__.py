"""What several commands share: their options, and how the texts of these become plain data."""
