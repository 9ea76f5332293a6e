"""What people decided: the files that keep it, and how it is laid over what rules found."""
