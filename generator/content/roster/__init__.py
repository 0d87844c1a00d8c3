"""A roster file comes in, whatever program wrote it; rows of texts with their places go out."""
