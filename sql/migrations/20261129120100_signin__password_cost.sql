-- The highest cost of any password that signs in, found at once: every try takes as long as one of that cost.
ALTER TABLE users
  ADD KEY users_password_cost (is_active, (CAST(SUBSTRING(password_hash, 5, 2) AS CHAR(2)))),
  ADD COLUMN password_changed_at DATETIME(3) NULL COMMENT 'by its owner or for them: devices that were known before are not any more';
