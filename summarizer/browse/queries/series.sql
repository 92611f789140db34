-- 一地一指标 · Series of a zone
-- 一个主体某一指标的各期数字；目标与实绩分开。
SELECT
    time_period, status, value, unit, printed, ref_area, indicator, scope, measure, verdict,
    date, source, report, position, quantity
FROM figures
WHERE ref_area LIKE '%' || :zone || '%'
  AND indicator LIKE '%' || :indicator || '%'
ORDER BY status <> 'actual', indicator, scope, measure, time_period, date;
