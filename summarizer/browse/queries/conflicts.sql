-- Conflicts between issues
-- The same actual figure of the same place and period, printed in two issues with values that no rounding reconciles.
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
