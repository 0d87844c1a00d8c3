"""One sheet: what to do on its front, four weeks to tick on its back."""
