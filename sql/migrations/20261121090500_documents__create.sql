-- What MySQL knows of the documents in MongoDB: whose they are, who wrote them, their state and hash. Never the text,
-- except sealed in document_outbox until MongoDB has shown that it holds the document.
CREATE TABLE IF NOT EXISTS note_refs (
  id           BINARY(16)   NOT NULL PRIMARY KEY,
  record_id    BINARY(16)   NOT NULL,
  patient_id   BINARY(16)   NOT NULL,
  author_id    BINARY(16)   NOT NULL COMMENT 'users.id',
  kind         VARCHAR(16)  NOT NULL,
  state        VARCHAR(20)  NOT NULL,
  version      INT UNSIGNED NOT NULL COMMENT 'the newest row of note_versions',
  addendum_to  BINARY(16)   NULL,
  is_sensitive BOOLEAN      NOT NULL DEFAULT FALSE,
  released_at  DATETIME(3)  NULL COMMENT 'from then on the patient reads it',
  signed_at    DATETIME(3)  NULL,
  withdraw_reason VARCHAR(500) NULL,
  created_at   DATETIME(3)  NOT NULL,
  updated_at   DATETIME(3)  NOT NULL,
  KEY note_refs_record (record_id, created_at),
  KEY note_refs_patient (patient_id, created_at),
  CONSTRAINT note_refs_record FOREIGN KEY (record_id) REFERENCES medical_records (id),
  CONSTRAINT note_refs_kind CHECK (kind IN ('progress','nursing','consultation','discharge','procedure','addendum')),
  CONSTRAINT note_refs_state CHECK (state IN ('draft','signed','entered_in_error'))
);

CREATE TABLE IF NOT EXISTS note_versions (
  note_id     BINARY(16)   NOT NULL,
  version     INT UNSIGNED NOT NULL,
  document_id BINARY(16)   NOT NULL COMMENT '_id in MongoDB: one document per version, never rewritten',
  sha256      BINARY(32)   NOT NULL COMMENT 'of the canonical document',
  created_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (note_id, version),
  UNIQUE KEY note_versions_document (document_id),
  CONSTRAINT note_versions_note FOREIGN KEY (note_id) REFERENCES note_refs (id)
);

CREATE TABLE IF NOT EXISTS observation_refs (
  id          BINARY(16)  NOT NULL PRIMARY KEY COMMENT 'also _id in MongoDB',
  record_id   BINARY(16)  NOT NULL,
  patient_id  BINARY(16)  NOT NULL,
  author_id   BINARY(16)  NOT NULL,
  kind        VARCHAR(16) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  sha256      BINARY(32)  NOT NULL,
  observed_at DATETIME(3) NOT NULL,
  withdraw_reason VARCHAR(500) NULL,
  created_at  DATETIME(3) NOT NULL,
  KEY observation_refs_record (record_id, observed_at),
  KEY observation_refs_patient (patient_id, observed_at),
  CONSTRAINT observation_refs_record FOREIGN KEY (record_id) REFERENCES medical_records (id),
  CONSTRAINT observation_refs_kind CHECK (kind IN ('vitals','symptoms','other')),
  CONSTRAINT observation_refs_state CHECK (state IN ('final','entered_in_error'))
);

-- The register of documents: one row each, written in the transaction that accepted it. The relay picks by state what
-- is still on its way to MongoDB; a document there without a row here does not belong.
CREATE TABLE IF NOT EXISTS document_outbox (
  document_id  BINARY(16)   NOT NULL PRIMARY KEY,
  collection   VARCHAR(32)  NOT NULL,
  patient_id   BINARY(16)   NOT NULL,
  sha256       BINARY(32)   NOT NULL,
  sealed_body  MEDIUMBLOB   NULL COMMENT 'AES-256-GCM; wiped after a read-back no sooner than 15 minutes after delivery',
  state        VARCHAR(10)  NOT NULL,
  attempts     INT UNSIGNED NOT NULL DEFAULT 0,
  due_at       DATETIME(3)  NOT NULL,
  delivered_at DATETIME(3)  NULL,
  created_at   DATETIME(3)  NOT NULL,
  KEY document_outbox_due (state, due_at),
  CONSTRAINT document_outbox_state CHECK (state IN ('pending','delivered','verified'))
);
