-- One row per consumer of events: whoever locks it takes events, the other processes pass on.
CREATE TABLE IF NOT EXISTS analytics_consumers (
  name        VARCHAR(16) NOT NULL PRIMARY KEY,
  built_at    DATETIME(3) NULL COMMENT 'NULL: what it keeps has to be built from the source rows first',
  has_numbers BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'FALSE: nothing to answer from before that'
);

INSERT IGNORE INTO analytics_consumers (name) VALUES ('summaries'), ('documents'), ('schedules');

-- Which calendar date it was where the doctor works, for statements. Filled from the runtime's zone data.
CREATE TABLE IF NOT EXISTS zone_offsets (
  zone           VARCHAR(64) NOT NULL,
  from_at        DATETIME    NOT NULL COMMENT 'the offset holds from then to the next row',
  offset_seconds INT         NOT NULL COMMENT 'local wall time = UTC + offset',
  PRIMARY KEY (zone, from_at)
);
