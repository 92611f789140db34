-- Series of a zone
-- Every figure of an indicator in a zone, by period; targets stand apart from actual figures.
SELECT
    time_period, status, value, unit, printed, ref_area, indicator, scope, measure, verdict,
    date, source, report, position, quantity
FROM figures
WHERE ref_area LIKE '%' || :zone || '%'
  AND indicator LIKE '%' || :indicator || '%'
ORDER BY status <> 'actual', indicator, scope, measure, time_period, date;
