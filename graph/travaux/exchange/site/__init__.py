"""The explorer as a site of files that any web server can hold, with its data beside it."""
