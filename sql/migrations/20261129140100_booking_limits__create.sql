-- How far patients may go when they book for themselves: one row, the clinic's, which an admin changes.
CREATE TABLE IF NOT EXISTS booking_limits (
  id                BINARY(16)        NOT NULL PRIMARY KEY,
  horizon_days      SMALLINT UNSIGNED NOT NULL COMMENT 'how many days ahead',
  max_future_visits SMALLINT UNSIGNED NOT NULL COMMENT 'visits to come that the patient booked',
  max_holds         SMALLINT UNSIGNED NOT NULL COMMENT 'live holds',
  version           INT UNSIGNED      NOT NULL DEFAULT 1,
  updated_at        DATETIME(3)       NOT NULL
);
INSERT IGNORE INTO booking_limits (id, horizon_days, max_future_visits, max_holds, updated_at)
  VALUES (UUID_TO_BIN('01935c5e-8a00-7000-8000-000000000001'), 365, 10, 3, NOW(3));
