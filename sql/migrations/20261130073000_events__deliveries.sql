-- Who has still to be told of an event: a row per subscriber, written in the transaction of the event and deleted when
-- it was delivered. Consumers of analytics keep their mark in the event itself.
CREATE TABLE IF NOT EXISTS event_deliveries (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY COMMENT 'of one subject the lowest goes first',
  consumer   VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject    BINARY(16)      NOT NULL COMMENT 'of what the consumer is told in order',
  event_id   BINARY(16)      NOT NULL,
  attempts   INT UNSIGNED    NOT NULL DEFAULT 0 COMMENT 'begun since it was written or put back',
  due_at     DATETIME(3)     NULL COMMENT 'not before; the end of the lease while somebody delivers it; NULL: parked',
  lease      BINARY(16)      NULL COMMENT 'of the newest attempt: an older one comes too late',
  cause      VARCHAR(64)     NULL COMMENT 'of the newest failure: an error''s name and code, never what it says',
  created_at DATETIME(3)     NOT NULL,
  UNIQUE KEY event_deliveries_once (event_id, consumer),
  KEY event_deliveries_due (consumer, due_at, id),
  KEY event_deliveries_order (consumer, subject, id),
  CONSTRAINT event_deliveries_event FOREIGN KEY (event_id) REFERENCES events (id)
);
