"""Where every bone is: wishes and contacts of a pose are solved."""
