"""How good is it? Every stage measured against gold, and the reports users read.

Start reading in `tasks`: the questions we ask. A system turns a sample into an `IssueReport`, the
same report users get; a scorer compares it with the gold and shows every lost point in the source.
"""
