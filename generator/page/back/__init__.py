"""The back of a sheet: four weeks to tick, and what follows from them."""
