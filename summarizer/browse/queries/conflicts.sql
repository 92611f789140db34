-- 各期矛盾 · Conflicts between issues
-- 同一主体、指标、时期的实绩，两期报纸的数舍入也不能解释。
SELECT
    a.ref_area, a.indicator, a.scope, a.measure, a.time_period,
    a.printed, b.printed AS other_printed, a.date, b.date AS other_date,
    a.source, b.source AS other_source, a.report, a.position, a.quantity
FROM figures AS a
JOIN figures AS b
  ON b.run = a.run AND b.report > a.report
 AND b.ref_area = a.ref_area AND b.indicator = a.indicator AND b.measure = a.measure
 AND b.time_period = a.time_period AND b.unit = a.unit
 AND coalesce(b.scope, '') = coalesce(a.scope, '')
WHERE a.status = 'actual' AND b.status = 'actual'
  AND (a.low > b.high OR a.high < b.low)
ORDER BY a.ref_area, a.indicator, a.time_period;
