-- One row per diagnosis that was not entered in error, by the visit at which it was made.
-- @table
CREATE TABLE fact_diagnoses (
  id            BINARY(16)        NOT NULL PRIMARY KEY,
  topic         VARCHAR(48)       NOT NULL COMMENT 'code system and code: icd-10 E11.9',
  year          SMALLINT UNSIGNED NOT NULL COMMENT 'of the visit, where the doctor works',
  month         TINYINT UNSIGNED  NOT NULL,
  department_id BINARY(16)        NOT NULL,
  doctor_id     BINARY(16)        NOT NULL,
  patient_id    BINARY(16)        NOT NULL,
  KEY cells (year, month, topic, department_id, doctor_id, patient_id)
);
-- @touched
SELECT subject_id FROM taken WHERE kind LIKE 'diagnosis.%';
-- @rows
SELECT
  diagnoses.id,
  LEFT(CONCAT(diagnoses.code_system, ' ', UPPER(diagnoses.code)), 48) AS topic,
  YEAR({local medical_records.opened_at}) AS year,
  MONTH({local medical_records.opened_at}) AS month,
  medical_records.department_id,
  medical_records.doctor_id,
  diagnoses.patient_id
FROM {diagnoses}
JOIN medical_records ON medical_records.id = diagnoses.record_id
JOIN doctors ON doctors.id = medical_records.doctor_id
WHERE diagnoses.status <> 'entered_in_error'
