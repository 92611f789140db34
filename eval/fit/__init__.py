"""Weights of cues, fitted on data that may be looked at, and written down where they are used.

reading    what each cue is worth for the owner of a figure, and how sure its row is
"""
