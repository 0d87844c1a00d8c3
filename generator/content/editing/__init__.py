"""What a clinician changes of a routine for one client: the values, and how they are laid over one another."""
