-- Visits of new and of returning patients.
-- @whole: new and returning visits are published together or not at all, because the appointments tell their sum.
SELECT
  topic, year, month, department_id, doctor_id,
  SUM(weight) AS visits
FROM fact_visits
GROUP BY topic, year, month, department_id, doctor_id
