-- What is derived from the secret that this clinic's data were sealed and its passwords peppered with: whoever starts with
-- another one is told so, before anything is written. It says nothing about the secret itself.
CREATE TABLE secret_checks (
  purpose VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  check_value BINARY(32) NOT NULL,
  created_at DATETIME(3) NOT NULL
);
