"""Whose words a figure is told with: a claim's figure against the article's, by named evidence.

    amounts     does one figure say what another says?            proof: value, unit, bound, sign
    source      the article, its figures and the words that govern them             contexts
    ground      what stands around each figure, and what may be carried over to it
    words       how a word of a claim stands to such a place; bodies, times: so do names and times
    cues, rows  what speaks against a sentence's figure, against a row of the table
    weights     what each cue is worth, and from which sum on a claim is doubted or refuted

As in `segmentation.evidence`, every cue has a name and one weight, the sum is a log odds, and the
cues that spoke are the explanation. The weights are fitted (`eval/fit/verification.py`) and kept as
data: `weights.toml`.
"""
