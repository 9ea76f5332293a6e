"""How long the commands of the analysis take on a large corpus: ``python -m benchmarks FOLDER``."""
