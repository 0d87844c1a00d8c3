"""How much and how often an exercise is done: amounts, loads, and one dose laid over another."""
