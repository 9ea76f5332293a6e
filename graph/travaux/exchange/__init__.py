"""What goes out to other programs and what comes in from them: formats, what each cannot hold, published sites."""
