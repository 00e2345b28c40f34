-- A treating relationship begins and ends by what the patient, the desk or a real visit did. Which start they stand
-- behind is remembered where a doctor or nurse moves the visit, and which record its doctor opened alone.
ALTER TABLE appointments
  ADD COLUMN acknowledged_start_at DATETIME(3) NULL COMMENT 'the start that the patient or the front desk stands behind, where others moved the visit since; NULL: starts_at',
  ALGORITHM = INSTANT;

ALTER TABLE medical_records
  ADD COLUMN is_opened_alone BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'a walk-in whom nobody but its doctor has seen: opens the chart for a day',
  ALGORITHM = INSTANT;

-- What was entered before: nobody has checked those walk-ins in, and a nurse is neither the patient nor the desk.
UPDATE medical_records SET is_opened_alone = TRUE WHERE kind = 'walk_in';
UPDATE appointments JOIN users ON users.id = appointments.booked_by
  SET appointments.is_acknowledged = FALSE
  WHERE users.role = 'nurse' AND appointments.state IN ('booked', 'no_show');
