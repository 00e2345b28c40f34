-- What one admin asked for and a second one must carry out. The row goes when it is carried out; the audit log keeps both.
CREATE TABLE IF NOT EXISTS approvals (
  kind         VARCHAR(32)  NOT NULL COMMENT 'e.g. patient.deactivate',
  subject_id   BINARY(16)   NOT NULL,
  requested_by BINARY(16)   NOT NULL,
  requested_at DATETIME(3)  NOT NULL,
  reason       VARCHAR(300) NOT NULL,
  PRIMARY KEY (kind, subject_id)
);
