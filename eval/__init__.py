"""How good is it? Every stage measured against gold, and the reports users read."""
