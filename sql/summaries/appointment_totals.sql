-- Appointments by what became of them, the time they took, and how long before they were booked.
SELECT
  topic, year, month, department_id, doctor_id,
  SUM(weight) AS appointments,
  SUM(weight * minutes) AS minutes,
  SUM(weight * lead_minutes) AS lead_minutes
FROM fact_appointments
GROUP BY topic, year, month, department_id, doctor_id
