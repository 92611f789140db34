"""The tables of a store; every key is made from content, so whoever writes a row writes the same.

    runs ─┬─ inputs      one row an input file: done with which issue, or failed with what
          └─ reports ─┬─ articles ─┬─ observations
             │        ├─ failures  ├─ findings
    issues ──┘        └─ originals └─ checks
    corrections          what a person changed on an issue, whatever run it is seen in
    originals            a report as it was before that; `reports` has it corrected
    drafts               what a model answered, by the fingerprint of what it was asked
    submissions ── questions          what a batch API has been asked and has not answered yet

Printed figures are kept as decimal strings: SQLite has no exact number for them.
"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
Key = BigInteger().with_variant(Integer, "sqlite")  # SQLite's rowid is the key itself
CLUSTERED: Any = {"sqlite_with_rowid": False}  # the rows of an article lie side by side


def _child_of(parent: str) -> ForeignKey:
    return ForeignKey(parent, ondelete="CASCADE")


migrations = Table("migrations", metadata, Column("name", Text, primary_key=True))

runs = Table(
    "runs",
    metadata,
    Column("id", Text, primary_key=True),
    Column("started", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("prompt", Text),
    Column("version", Text, nullable=False),
    Column("conditions", Text, nullable=False),
)

issues = Table(
    "issues",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("title", Text),
    Column("date", Text),
    Column("characters", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

inputs = Table(
    "inputs",
    metadata,
    Column("run", Text, _child_of("runs.id"), primary_key=True),
    Column("digest", Text, primary_key=True),
    Column("source", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("issue", Text, ForeignKey("issues.id"), index=True),
    Column("error", Text),
    Column("message", Text),
    Index("inputs_source", "run", "source"),
)

reports = Table(
    "reports",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("run", Text, _child_of("runs.id"), nullable=False),
    Column("issue", Text, ForeignKey("issues.id"), nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("numerals", Integer, nullable=False),
    Column("unclaimed", Integer, nullable=False),
    Column("requests", Integer, nullable=False),
    Column("prompt_tokens", Integer, nullable=False),
    Column("completion_tokens", Integer, nullable=False),
    Column("cost", Text),
    Column("json", LargeBinary, nullable=False),
    UniqueConstraint("run", "issue"),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("report", Key, _child_of("reports.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("article", Text, nullable=False),
    Column("headline", Text),
    Column("byline", Text),
    Column("section", Text),
    Column("truncated", Boolean, nullable=False),
    Column("abstract", Text, nullable=False),
    UniqueConstraint("report", "article"),
)

observations = Table(
    "observations",
    metadata,
    Column("article", Key, _child_of("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("quantity", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("printed", Text),
    Column("ref_area", Text),
    Column("indicator", Text, nullable=False),
    Column("indicator_code", Text),
    Column("scope", Text),
    Column("measure", Text, nullable=False),
    Column("time_period", Text),
    Column("time_period_text", Text),
    Column("status", Text, nullable=False),
    Column("value", Text),
    Column("low", Text),
    Column("high", Text),
    Column("unit", Text),
    Column("unit_mult", Integer, nullable=False),
    Column("modifier", Text),
    Column("verdict", Text, nullable=False),
    Column("origin", Text),
    Column("id", Key),
    Column("standing", Text),
    Column("p", Float),
    Column("basis", Text),
    Column("decimals", Integer),
    Column("checked", Text),
    Column("reason", Text),
    Column("doubt", Text),
    Column("page", Integer),
    Column("box", Text),
    Column("sentence", Text),
    Index("observations_subject", "ref_area", "indicator", "time_period"),
    **CLUSTERED,
)

findings = Table(
    "findings",
    metadata,
    Column("article", Key, _child_of("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    **CLUSTERED,
)

checks = Table(
    "checks",
    metadata,
    Column("article", Key, _child_of("articles.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("rule", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("formula", Text, nullable=False),
    Column("message", Text, nullable=False),
    **CLUSTERED,
)

failures = Table(
    "failures",
    metadata,
    Column("report", Key, _child_of("reports.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    Column("error", Text, nullable=False),
    Column("message", Text, nullable=False),
)

drafts = Table(
    "drafts",
    metadata,
    Column("fingerprint", Text, primary_key=True),
    Column("model", Text, nullable=False),
    Column("json", Text, nullable=False),
)

corrections = Table(
    "corrections",
    metadata,
    Column("id", Text, primary_key=True),
    Column("issue", Text, nullable=False, index=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("op", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("json", Text, nullable=False),
)

originals = Table(
    "originals",
    metadata,
    Column("report", Key, _child_of("reports.id"), primary_key=True, autoincrement=False),
    Column("json", LargeBinary, nullable=False),
)

submissions = Table(
    "submissions",
    metadata,
    Column("name", Text, primary_key=True),
    Column("identity", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("batch", Text),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("identity", Text, nullable=False),
    Column("fingerprint", Text, nullable=False, index=True),
    Column("section", Integer, nullable=False),
    Column("sections", Integer, nullable=False),
    Column("numbers", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("submission", Text, ForeignKey("submissions.name"), index=True),
    Column("summary", Text),
    Column("usage", Text),
    Column("error", Text),
)
