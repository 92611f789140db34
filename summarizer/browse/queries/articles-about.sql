-- 查找文章 · Articles about
-- 全文查找，一字、两字、多字的词都行，繁简不分。
SELECT
    issues.date, articles.headline, articles.abstract, reports.source, articles.report,
    articles.id AS article
FROM articles
JOIN reports ON reports.id = articles.report
JOIN issues ON issues.id = reports.issue
WHERE articles.id IN (SELECT rowid FROM articles_fts WHERE articles_fts MATCH escape_fts(:words))
ORDER BY issues.date DESC, articles.id;
