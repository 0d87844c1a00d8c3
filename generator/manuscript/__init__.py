"""What a handout says: text, pictures, addresses and boxes in their roles, before anybody knows where they stand."""
