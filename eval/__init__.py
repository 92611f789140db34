"""How good is it? Every stage measured against gold, and the reports users read.

Start reading in `tasks`: the questions we ask. A system turns a sample into an `IssueReport`, the
same report users get; a scorer compares it with the gold and shows every lost point in the source.

    dataset    pages with their `gold`: labelled by hand, shared beside the checkout, or synthetic
    tasks      what is asked of them: systems, scorers (metrics), and trials of the verifier
    harness    every sample through a task ─► results; `runs` keeps them on disk
    report     what is read: HTML, Markdown, JUnit; `terminal` prints, `compare` and `gate` judge
"""
