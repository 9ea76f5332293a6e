"""Names: what users call the things of a corpus, which thing of a store is meant, and which may have been meant."""
