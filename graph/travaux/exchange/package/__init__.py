"""A corpus with everything that was made of it, as one folder to be cited and archived."""
