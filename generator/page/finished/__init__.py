"""What is done with finished pages: looked over, bound, marked as samples, described."""
