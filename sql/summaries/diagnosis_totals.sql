-- Diagnoses by code.
SELECT
  topic, year, month, department_id, doctor_id,
  SUM(weight) AS diagnoses
FROM fact_diagnoses
GROUP BY topic, year, month, department_id, doctor_id
