"""Networks over the argument map, in NetworkX."""
