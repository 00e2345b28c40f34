-- Clinical notes by kind, and how long they waited for their signature.
SELECT
  topic, year, month, department_id, doctor_id,
  SUM(weight) AS notes,
  SUM(weight * IFNULL(signing_minutes, 0)) AS signing_minutes
FROM fact_notes
GROUP BY topic, year, month, department_id, doctor_id
