-- Visits by kind, and whether it was the patient's first in the clinic.
SELECT
  topic, year, month, department_id, doctor_id,
  SUM(weight) AS visits
FROM fact_visits
GROUP BY topic, year, month, department_id, doctor_id
