"""SPARQL as text: what a query says, whether it may run, where it is wrong, and running it under a time limit."""
