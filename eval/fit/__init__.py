"""Weights of cues, fitted on data that may be looked at, and written down where they are used."""
