-- 未完成的 · What failed
-- 读不出的文件，以及模型没有给出可用答复的文章。
SELECT inputs.source, '' AS article, inputs.error, inputs.message, inputs.run
FROM inputs
WHERE inputs.state = 'failed' AND inputs.error IS NOT NULL
UNION ALL
SELECT reports.source, failures.article, failures.error, failures.message, reports.run
FROM failures
JOIN reports ON reports.id = failures.report
ORDER BY 1, 2;
