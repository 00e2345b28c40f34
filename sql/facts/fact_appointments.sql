-- One row per appointment. Holds are none, whether they run or have run out.
-- @table
CREATE TABLE fact_appointments (
  id            BINARY(16)        NOT NULL PRIMARY KEY,
  topic         VARCHAR(48)       NOT NULL COMMENT 'what became of it: standing, completed, cancelled, no_show; completed_afterwards … where it was entered after its start',
  year          SMALLINT UNSIGNED NOT NULL COMMENT 'of its start, where the doctor works',
  month         TINYINT UNSIGNED  NOT NULL,
  department_id BINARY(16)        NOT NULL,
  doctor_id     BINARY(16)        NOT NULL,
  patient_id    BINARY(16)        NOT NULL,
  minutes       INT               NOT NULL,
  lead_minutes  INT               NOT NULL COMMENT 'from booking to start; 0 where it was entered afterwards',
  KEY cells (year, month, topic, department_id, doctor_id, patient_id)
);
-- @touched
SELECT subject_id FROM taken WHERE kind LIKE 'appointment.%';
-- @rows
SELECT
  appointments.id,
  CONCAT(
    IF(appointments.state IN ('completed', 'cancelled', 'no_show'), appointments.state, 'standing'),
    IF(appointments.created_at > appointments.starts_at, '_afterwards', '')) AS topic,
  YEAR({local appointments.starts_at}) AS year,
  MONTH({local appointments.starts_at}) AS month,
  appointments.department_id,
  appointments.doctor_id,
  appointments.patient_id,
  TIMESTAMPDIFF(MINUTE, appointments.starts_at, appointments.ends_at) AS minutes,
  GREATEST(TIMESTAMPDIFF(MINUTE, appointments.created_at, appointments.starts_at), 0) AS lead_minutes
FROM {appointments}
JOIN doctors ON doctors.id = appointments.doctor_id
WHERE appointments.state NOT IN ('held', 'expired')
