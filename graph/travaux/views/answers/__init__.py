<<<<<<< HEAD
"""Answers of the analysis as reports that people read."""
=======
"""Answers of the analysis as reports."""
>>>>>>> recur
