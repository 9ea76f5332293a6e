"""What can be imported: one module a command, named after it."""
