"""From a plan to pages as plain data: what stands where, in which role, in which order."""
