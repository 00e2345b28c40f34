-- The guard: a resource's 5-minute tick can be claimed once per seat. Nothing books round this key.
-- There is no foreign key to appointments: claims are written first, so that a loser stops at its first write.
CREATE TABLE IF NOT EXISTS slot_claims (
  resource_kind  TINYINT UNSIGNED NOT NULL COMMENT '1 doctor, 2 patient, 3 room',
  resource_id    BINARY(16)       NOT NULL,
  tick           INT              NOT NULL COMMENT '5-minute number since 1970-01-01T00:00Z; negative before',
  seat           TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'above 0: overbooked on purpose',
  appointment_id BINARY(16)       NOT NULL,
  expires_at     DATETIME(3)      NULL COMMENT 'set while held; by the database clock',
  PRIMARY KEY (resource_kind, resource_id, tick, seat)
);

CREATE TABLE IF NOT EXISTS appointments (
  id              BINARY(16)        NOT NULL PRIMARY KEY,
  doctor_id       BINARY(16)        NOT NULL,
  patient_id      BINARY(16)        NOT NULL,
  department_id   BINARY(16)        NOT NULL COMMENT 'the doctor''s, when booked',
  starts_at       DATETIME(3)       NOT NULL,
  ends_at         DATETIME(3)       NOT NULL,
  state           VARCHAR(12)       NOT NULL,
  reason          VARCHAR(500)      NULL COMMENT 'clinical: the reception desk does not see it',
  doctor_seat     TINYINT UNSIGNED  NOT NULL DEFAULT 0,
  patient_seat    TINYINT UNSIGNED  NOT NULL DEFAULT 0,
  overbook_reason VARCHAR(200)      NULL,
  is_acknowledged BOOLEAN           NOT NULL COMMENT 'the patient or the front desk stands behind it: only then it makes a treating relationship',
  booked_by       BINARY(16)        NOT NULL,
  hold_expires_at DATETIME(3)       NULL,
  cancel_reason   VARCHAR(500)      NULL,
  cancelled_at    DATETIME(3)       NULL,
  checked_in_at   DATETIME(3)       NULL,
  started_at      DATETIME(3)       NULL,
  completed_at    DATETIME(3)       NULL,
  version         INT UNSIGNED      NOT NULL DEFAULT 1,
  created_at      DATETIME(3)       NOT NULL,
  updated_at      DATETIME(3)       NOT NULL,
  KEY appointments_doctor (doctor_id, starts_at, patient_id),
  KEY appointments_patient (patient_id, starts_at),
  KEY appointments_day (starts_at),
  CONSTRAINT appointments_doctor FOREIGN KEY (doctor_id) REFERENCES doctors (id),
  CONSTRAINT appointments_patient FOREIGN KEY (patient_id) REFERENCES patients (id),
  CONSTRAINT appointments_window CHECK (starts_at < ends_at),
  CONSTRAINT appointments_overbooked_with_reason CHECK ((doctor_seat = 0 AND patient_seat = 0) OR overbook_reason IS NOT NULL),
  CONSTRAINT appointments_state CHECK (state IN ('held','booked','confirmed','checked_in','in_progress','completed','cancelled','no_show','expired'))
);

-- Only held appointments have a row here: the sweeper looks nowhere else, and other bookings pay nothing for it.
CREATE TABLE IF NOT EXISTS holds (
  appointment_id BINARY(16)  NOT NULL PRIMARY KEY,
  expires_at     DATETIME(3) NOT NULL,
  KEY holds_expiry (expires_at)
);
