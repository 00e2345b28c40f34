-- Documents that MongoDB would not take. The register itself stays as it is: it has a row for every document there ever
-- was, and this table for the few that cannot go their way. A row goes when its document is delivered after all.
CREATE TABLE IF NOT EXISTS document_refusals (
  document_id      BINARY(16)       NOT NULL PRIMARY KEY,
  refusals         INT UNSIGNED     NOT NULL,
  cause            VARCHAR(64)      NOT NULL COMMENT 'the error''s name and code; never what the document says',
  first_refused_at DATETIME(3)      NOT NULL,
  last_refused_at  DATETIME(3)      NOT NULL,
  parked_at        DATETIME(3)      NULL COMMENT 'from then on it is tried once an hour, and when a server starts',
  KEY document_refusals_parked (parked_at)
);
