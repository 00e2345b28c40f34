-- Passwords that were tried, by keyed hashes of what they are counted by: an account, a network, a device, a session.
-- MySQL, because it is there whenever anybody can sign in at all, and is one for all processes.
CREATE TABLE IF NOT EXISTS password_tries (
  counter BINARY(32)   NOT NULL,
  tries   INT UNSIGNED NOT NULL,
  ends_at DATETIME(3)  NOT NULL COMMENT 'from then on it is counted from the start',
  PRIMARY KEY (counter),
  KEY password_tries_end (ends_at)
);

-- From where a user has signed in: nobody else's wrong passwords keep them from doing it there again.
CREATE TABLE IF NOT EXISTS known_networks (
  user_id      BINARY(16)  NOT NULL,
  network_hash BINARY(32)  NOT NULL COMMENT 'keyed, of the account and the network',
  last_used_at DATETIME(3) NOT NULL,
  PRIMARY KEY (user_id, network_hash),
  KEY known_networks_age (last_used_at),
  CONSTRAINT known_networks_user FOREIGN KEY (user_id) REFERENCES users (id)
);
