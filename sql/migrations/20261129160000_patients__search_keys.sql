-- How far the patients' search keys were made anew after the way they are made had changed
-- (docs/decisions/names-in-every-script.md). One row for each version of the keys.
CREATE TABLE IF NOT EXISTS patient_key_renewals (
  key_version  SMALLINT UNSIGNED NOT NULL PRIMARY KEY,
  renewed_to   BINARY(16)        NOT NULL COMMENT 'patients up to this id have keys of this version',
  completed_at DATETIME(3)       NULL
);
