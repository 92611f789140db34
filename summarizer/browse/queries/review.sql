-- 待核的 · Figures to review
-- 原文不能支持的，以及与同篇其他数字不一致的。
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
