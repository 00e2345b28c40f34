-- When a doctor works. Writers lock the doctor's row and raise doctors.schedule_version in the same transaction.
CREATE TABLE IF NOT EXISTS working_hours (
  id            BINARY(16)        NOT NULL PRIMARY KEY,
  doctor_id     BINARY(16)        NOT NULL,
  weekday       TINYINT UNSIGNED  NOT NULL COMMENT 'ISO: 1 Monday … 7 Sunday',
  start_minute  SMALLINT UNSIGNED NOT NULL COMMENT 'local wall time',
  end_minute    SMALLINT UNSIGNED NOT NULL,
  valid_from_on DATE              NULL,
  valid_to_on   DATE              NULL,
  KEY working_hours_doctor (doctor_id),
  CONSTRAINT working_hours_doctor FOREIGN KEY (doctor_id) REFERENCES doctors (id),
  CONSTRAINT working_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT working_hours_window CHECK (start_minute < end_minute AND end_minute <= 1440 AND start_minute MOD 5 = 0 AND end_minute MOD 5 = 0)
);

CREATE TABLE IF NOT EXISTS schedule_overrides (
  doctor_id BINARY(16) NOT NULL,
  date_on   DATE       NOT NULL,
  windows   JSON       NOT NULL COMMENT '[{startMinute, endMinute}], local wall time; empty means closed',
  PRIMARY KEY (doctor_id, date_on),
  CONSTRAINT schedule_overrides_doctor FOREIGN KEY (doctor_id) REFERENCES doctors (id)
);

CREATE TABLE IF NOT EXISTS holidays (
  id            BINARY(16)   NOT NULL PRIMARY KEY,
  date_on       DATE         NOT NULL,
  name          VARCHAR(120) NOT NULL,
  department_id BINARY(16)   NULL COMMENT 'NULL: the whole clinic',
  department_key BINARY(16) GENERATED ALWAYS AS (IFNULL(department_id, X'00000000000000000000000000000000')) STORED NOT NULL,
  UNIQUE KEY holidays_day (date_on, department_key)
);

CREATE TABLE IF NOT EXISTS time_off (
  id         BINARY(16)   NOT NULL PRIMARY KEY,
  doctor_id  BINARY(16)   NOT NULL,
  starts_at  DATETIME(3)  NOT NULL,
  ends_at    DATETIME(3)  NOT NULL,
  reason     VARCHAR(200) NULL,
  created_by BINARY(16)   NOT NULL,
  created_at DATETIME(3)  NOT NULL,
  KEY time_off_doctor (doctor_id, ends_at),
  CONSTRAINT time_off_doctor FOREIGN KEY (doctor_id) REFERENCES doctors (id),
  CONSTRAINT time_off_window CHECK (starts_at < ends_at)
);
