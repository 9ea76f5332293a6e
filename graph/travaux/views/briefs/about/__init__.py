"""What each kind of brief tells, a module for each."""
