-- One row per consumer of events: whoever locks it takes events, the other processes pass on.
CREATE TABLE IF NOT EXISTS analytics_consumers (
  name        VARCHAR(16) NOT NULL PRIMARY KEY,
  built_at    DATETIME(3) NULL COMMENT 'NULL: what it keeps has to be built from the source rows first',
  has_numbers BOOLEAN     NOT NULL DEFAULT FALSE COMMENT 'FALSE: nothing to answer from before that'
);

INSERT IGNORE INTO analytics_consumers (name) VALUES ('summaries'), ('documents'), ('schedules');
