-- One-time codes that set a new password where the old one is forgotten. One of a user at a time: a new one replaces it,
-- and it goes when it is used.
CREATE TABLE password_reset_codes (
  user_id    BINARY(16)  NOT NULL PRIMARY KEY,
  code_hash  BINARY(32)  NOT NULL COMMENT 'HMAC-SHA-256; the code itself is never stored',
  issued_by  BINARY(16)  NOT NULL,
  expires_at DATETIME(3) NOT NULL,
  CONSTRAINT password_reset_codes_user FOREIGN KEY (user_id) REFERENCES users (id)
);

ALTER TABLE users ADD COLUMN password_reset_at DATETIME(3) NULL COMMENT 'when a one-time code last set the password';
