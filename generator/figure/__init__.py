"""The parametric human: a pose as plain data in, a Drawing out. numpy is imported only when something is drawn."""
