"""Tests of the document readers; a package, so that they can share the documents that they make."""
