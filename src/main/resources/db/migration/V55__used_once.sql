-- Tokens that must not be used twice: challenges of passkeys and states of journeys to providers, as SHA-256, until they have expired anyway.
CREATE TABLE used_once (
  token_hash BINARY(32)  NOT NULL PRIMARY KEY,
  ends_at    DATETIME(6) NOT NULL,
  KEY used_once_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The SHA-256 of the token in a link that signs an administrator in, made by a command.
CREATE TABLE login_link (
  token_hash BINARY(32)  NOT NULL PRIMARY KEY,
  member_id  BIGINT      NOT NULL,
  ends_at    DATETIME(6) NOT NULL,
  KEY login_link_of (member_id),
  CONSTRAINT login_link_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
