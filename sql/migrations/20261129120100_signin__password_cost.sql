-- The highest cost of any password that signs in, found at once: every try takes as long as one of that cost.
ALTER TABLE users
  ADD COLUMN password_changed_at DATETIME(3) NULL COMMENT 'by its owner or for them: devices that were known before are not any more',
  ADD COLUMN password_cost CHAR(2) CHARACTER SET ascii COLLATE ascii_bin
    GENERATED ALWAYS AS (SUBSTRING(password_hash, 5, 2)) VIRTUAL,
  ADD KEY users_password_cost (is_active, password_cost);
