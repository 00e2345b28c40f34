-- Who signs in, and with which sessions. A session is one refresh-token family: reuse of a spent token ends it.
CREATE TABLE IF NOT EXISTS users (
  id            BINARY(16)   NOT NULL PRIMARY KEY,
  email         VARCHAR(254) NOT NULL COLLATE utf8mb4_bin COMMENT 'lower-cased',
  password_hash CHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  display_name  VARCHAR(160) NOT NULL,
  role          VARCHAR(16)  NOT NULL,
  patient_id    BINARY(16)   NULL,
  doctor_id     BINARY(16)   NULL,
  department_id BINARY(16)   NULL COMMENT 'where a nurse or receptionist works',
  is_active     BOOLEAN      NOT NULL DEFAULT TRUE,
  version       INT UNSIGNED NOT NULL DEFAULT 1,
  created_at    DATETIME(3)  NOT NULL,
  updated_at    DATETIME(3)  NOT NULL,
  UNIQUE KEY users_email (email),
  UNIQUE KEY users_patient (patient_id),
  UNIQUE KEY users_doctor (doctor_id),
  KEY users_role (role, email),
  CONSTRAINT users_role CHECK (role IN ('patient','doctor','nurse','receptionist','pharmacist','billing','admin')),
  CONSTRAINT users_patient_has_patient CHECK ((role = 'patient') = (patient_id IS NOT NULL)),
  CONSTRAINT users_doctor_has_doctor CHECK ((role = 'doctor') = (doctor_id IS NOT NULL)),
  CONSTRAINT users_nurse_has_department CHECK (role <> 'nurse' OR department_id IS NOT NULL)
);

CREATE TABLE IF NOT EXISTS sessions (
  id         BINARY(16)  NOT NULL PRIMARY KEY,
  user_id    BINARY(16)  NOT NULL,
  created_at DATETIME(3) NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  revoked_at DATETIME(3) NULL,
  KEY sessions_user (user_id),
  CONSTRAINT sessions_user FOREIGN KEY (user_id) REFERENCES users (id)
);

CREATE TABLE IF NOT EXISTS refresh_tokens (
  token_hash    BINARY(32)  NOT NULL PRIMARY KEY COMMENT 'SHA-256; the token itself is never stored',
  session_id    BINARY(16)  NOT NULL,
  created_at    DATETIME(3) NOT NULL,
  used_at       DATETIME(3) NULL,
  used_key_hash BINARY(32)  NULL COMMENT 'the Idempotency-Key of the use: the same key again is a retry, not a theft',
  KEY refresh_tokens_session (session_id),
  CONSTRAINT refresh_tokens_session FOREIGN KEY (session_id) REFERENCES sessions (id)
);
