"""The model as RDF: terms, encoding, stores, shapes and named queries."""
