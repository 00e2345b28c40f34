-- A user is told what happened to their own account. Only rows about accounts have a value, so that all others stand
-- side by side in the index and cost their writers next to nothing.
ALTER TABLE audit_log ADD COLUMN account_id BINARY(16)
  GENERATED ALWAYS AS (CASE WHEN LEFT(action, 5) = 'user.' THEN subject_id END) VIRTUAL
  COMMENT 'users.id, of what happened to an account';

ALTER TABLE audit_log ADD KEY audit_log_account (account_id, id);
