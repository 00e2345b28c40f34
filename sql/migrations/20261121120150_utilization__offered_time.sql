-- How many minutes each doctor offered, day by day, to be set against the minutes that were booked. Hours change and the
-- schedule keeps no history: what was offered on days that are over is known from here alone
-- (docs/decisions/offered-time-of-past-days-stays.md).
CREATE TABLE IF NOT EXISTS offered_days (
  doctor_id     BINARY(16)        NOT NULL,
  date_on       DATE              NOT NULL COMMENT 'on the wall clock where the doctor works',
  department_id BINARY(16)        NOT NULL COMMENT 'the doctor''s on that day',
  minutes       SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (doctor_id, date_on)
);

-- Which days were recorded: one of them without a row in offered_days offered nothing.
CREATE TABLE IF NOT EXISTS offered_spans (
  doctor_id BINARY(16) NOT NULL PRIMARY KEY,
  from_on   DATE       NOT NULL,
  to_on     DATE       NOT NULL COMMENT 'included'
);

-- Sums of offered_days, with the keys of every summary: month 0 is the whole year, year 0 ever, zero ids are all.
CREATE TABLE IF NOT EXISTS offered_totals (
  year          SMALLINT UNSIGNED NOT NULL COMMENT '0: ever',
  month         TINYINT UNSIGNED  NOT NULL COMMENT '0: the whole year',
  department_id BINARY(16)        NOT NULL COMMENT 'zeros: all of them',
  doctor_id     BINARY(16)        NOT NULL COMMENT 'zeros: all of them',
  minutes       BIGINT            NOT NULL,
  PRIMARY KEY (year, month, doctor_id, department_id),
  KEY offered_totals_series (doctor_id, department_id, year, month)
);
