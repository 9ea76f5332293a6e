"""Documents and data files in: formats, structure, references, the treaty, and what does not add up."""
