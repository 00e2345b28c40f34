-- One row per clinical note that was not withdrawn.
-- @table
CREATE TABLE fact_notes (
  id              BINARY(16)        NOT NULL PRIMARY KEY,
  topic           VARCHAR(48)       NOT NULL COMMENT 'draft or signed, and kind: signed_progress …',
  year            SMALLINT UNSIGNED NOT NULL COMMENT 'of its writing, where the attending doctor works',
  month           TINYINT UNSIGNED  NOT NULL,
  department_id   BINARY(16)        NOT NULL,
  doctor_id       BINARY(16)        NOT NULL COMMENT 'attending on the record',
  patient_id      BINARY(16)        NOT NULL,
  signing_minutes INT               NULL COMMENT 'from the first draft to the signature',
  KEY cells (year, month, topic, department_id, doctor_id, patient_id)
);
-- @touched
SELECT subject_id FROM taken WHERE kind LIKE 'note.%';
-- @rows
SELECT
  note_refs.id,
  CONCAT(note_refs.state, '_', note_refs.kind) AS topic,
  YEAR({local note_refs.created_at}) AS year,
  MONTH({local note_refs.created_at}) AS month,
  medical_records.department_id,
  medical_records.doctor_id,
  note_refs.patient_id,
  IF(note_refs.state = 'signed',
    GREATEST(TIMESTAMPDIFF(MINUTE, note_refs.created_at, note_refs.signed_at), 0), NULL) AS signing_minutes
FROM {note_refs}
JOIN medical_records ON medical_records.id = note_refs.record_id
JOIN doctors ON doctors.id = medical_records.doctor_id
WHERE note_refs.state <> 'entered_in_error'
