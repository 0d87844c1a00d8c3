"""What a person sits on, holds or leans against."""
