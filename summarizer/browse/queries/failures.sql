-- What failed
-- Files that could not be summarised, and articles that a model gave no usable draft for.
SELECT inputs.source, '' AS article, inputs.error, inputs.message, inputs.run
FROM inputs
WHERE inputs.state = 'failed' AND inputs.error IS NOT NULL
UNION ALL
SELECT reports.source, failures.article, failures.error, failures.message, reports.run
FROM failures
JOIN reports ON reports.id = failures.report
ORDER BY 1, 2;
