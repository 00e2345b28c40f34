-- What happened (events), who did it (audit_log), and what a repeated request already got (idempotency_keys).
-- All three are written in the transaction of the change itself.
CREATE TABLE IF NOT EXISTS events (
  id          BINARY(16)  NOT NULL PRIMARY KEY COMMENT 'UUIDv7; consumers pick by their own state, never by "id greater than"',
  kind        VARCHAR(48) NOT NULL,
  subject_id  BINARY(16)  NOT NULL,
  patient_id  BINARY(16)  NULL,
  payload     JSON        NOT NULL COMMENT 'ids, states and times; no names, no clinical text',
  occurred_at DATETIME(3) NOT NULL
);

CREATE TABLE IF NOT EXISTS audit_log (
  id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  at         DATETIME(3)     NOT NULL,
  actor_id   BINARY(16)      NOT NULL,
  role       VARCHAR(16)     NOT NULL,
  action     VARCHAR(48)     NOT NULL,
  subject_id BINARY(16)      NOT NULL,
  patient_id BINARY(16)      NULL,
  request_id VARCHAR(64)     NOT NULL,
  detail     JSON            NULL,
  KEY audit_log_patient (patient_id, at)
);

CREATE TABLE IF NOT EXISTS idempotency_keys (
  user_id      BINARY(16)   NOT NULL,
  operation    VARCHAR(64)  NOT NULL,
  idem_key     VARCHAR(128) NOT NULL COLLATE utf8mb4_bin,
  body_hash    BINARY(32)   NOT NULL,
  answer       JSON         NULL,
  created_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (user_id, operation, idem_key),
  KEY idempotency_keys_age (created_at)
);

-- Which row of which foreign file became what, so that an import can be repeated and resumed.
CREATE TABLE IF NOT EXISTS imported_rows (
  source      VARCHAR(32)  NOT NULL,
  kind        VARCHAR(32)  NOT NULL,
  external_id VARCHAR(128) NOT NULL COLLATE utf8mb4_bin,
  internal_id BINARY(16)   NOT NULL,
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (source, kind, external_id)
);
