-- One row per medical record: a visit, a walk-in or an admission that took place.
-- @table
CREATE TABLE fact_visits (
  id            BINARY(16)        NOT NULL PRIMARY KEY,
  topic         VARCHAR(48)       NOT NULL COMMENT 'new: the patient''s first in the clinic; returning',
  year          SMALLINT UNSIGNED NOT NULL COMMENT 'of its opening, where the doctor works',
  month         TINYINT UNSIGNED  NOT NULL,
  department_id BINARY(16)        NOT NULL,
  doctor_id     BINARY(16)        NOT NULL,
  patient_id    BINARY(16)        NOT NULL,
  KEY cells (year, month, topic, department_id, doctor_id, patient_id),
  KEY patient (patient_id, topic)
);
-- @touched
SELECT subject_id FROM taken WHERE kind LIKE 'record.%';
-- A record of an earlier date takes the place of the one that was the patient's first until now.
SELECT fact_visits.id FROM taken STRAIGHT_JOIN fact_visits
  ON fact_visits.patient_id = taken.patient_id AND fact_visits.topic = 'new'
WHERE taken.kind = 'record.opened';
-- @rows
SELECT
  medical_records.id,
  IF(EXISTS (
    SELECT 1 FROM medical_records AS earlier
    WHERE earlier.patient_id = medical_records.patient_id
      AND (earlier.opened_at < medical_records.opened_at
        OR (earlier.opened_at = medical_records.opened_at AND earlier.id < medical_records.id))),
    'returning', 'new') AS topic,
  YEAR({local medical_records.opened_at}) AS year,
  MONTH({local medical_records.opened_at}) AS month,
  medical_records.department_id,
  medical_records.doctor_id,
  medical_records.patient_id
FROM {medical_records}
JOIN doctors ON doctors.id = medical_records.doctor_id
