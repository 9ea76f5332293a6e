"""The domain: frozen records of documents, consultations, treaties and arguments, with their identifiers."""
