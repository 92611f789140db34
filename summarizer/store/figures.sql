-- One row a figure, with everything one asks about it: what a person looks at first.
CREATE VIEW figures AS
SELECT
    issues.date,
    observations.ref_area,
    observations.indicator,
    observations.scope,
    observations.measure,
    observations.time_period,
    observations.status,
    observations.printed,
    CAST(observations.value AS NUMERIC) AS value,
    CAST(observations.low AS NUMERIC) AS low,
    CAST(observations.high AS NUMERIC) AS high,
    observations.unit,
    observations.verdict,
    observations.origin,
    articles.headline,
    observations.quantity,
    observations.indicator_code,
    reports.source,
    reports.run,
    reports.id AS report,
    observations.article,
    articles.position,
    observations.standing,
    observations.id AS row
FROM observations
JOIN articles ON articles.id = observations.article
JOIN reports ON reports.id = articles.report
JOIN issues ON issues.id = reports.issue;
