"""How to cite a corpus and its documents."""
