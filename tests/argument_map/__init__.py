"""An invented corpus for tests: the negotiation of a convention on the protection of lakes, in two consultations."""
