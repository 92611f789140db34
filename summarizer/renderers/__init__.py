"""What a report looks like: one writer for each format, chosen by suffix."""
