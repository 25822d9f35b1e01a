-- Passkeys (WebAuthn). credential is what the library needs for a check: the id of the credential with its public key.
CREATE TABLE passkey (
  id              BIGINT          NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id       BIGINT          NOT NULL,
  credential_hash BINARY(32)      NOT NULL,
  credential      VARBINARY(2048) NOT NULL,
  signatures      BIGINT          NOT NULL DEFAULT 0,
  backup_eligible BIT(1)          NOT NULL DEFAULT 0,
  backed_up       BIT(1)          NOT NULL DEFAULT 0,
  name            VARCHAR(60)     NOT NULL DEFAULT '',
  added_at        DATETIME(6)     NOT NULL,
  used_at         DATETIME(6)     NULL,
  UNIQUE KEY passkey_credential (credential_hash),
  KEY passkey_of (member_id, id),
  CONSTRAINT passkey_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The secret that an authenticator app shares with the site, encrypted. last_step is the last period whose code was used.
CREATE TABLE totp (
  member_id BIGINT       NOT NULL PRIMARY KEY,
  secret    VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  last_step BIGINT       NOT NULL DEFAULT 0,
  added_at  DATETIME(6)  NOT NULL,
  CONSTRAINT totp_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The SHA-256 of codes of 120 random bits, each for one use.
CREATE TABLE recovery_code (
  member_id BIGINT      NOT NULL,
  code_hash BINARY(32)  NOT NULL,
  used_at   DATETIME(6) NULL,
  PRIMARY KEY (member_id, code_hash),
  CONSTRAINT recovery_code_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
