-- Figures to review
-- What the text does not support, and what does not agree with other figures of its article.
SELECT
    findings.verdict AS result, findings.reason, findings.claim AS what, findings.message,
    articles.headline, reports.source, articles.report, articles.position
FROM findings
JOIN articles ON articles.id = findings.article
JOIN reports ON reports.id = articles.report
WHERE findings.verdict <> 'supported'
UNION ALL
SELECT
    checks.result, checks.rule, checks.formula, checks.message,
    articles.headline, reports.source, articles.report, articles.position
FROM checks
JOIN articles ON articles.id = checks.article
JOIN reports ON reports.id = articles.report
WHERE checks.result IN ('mismatch', 'review')
ORDER BY 6, 8;
