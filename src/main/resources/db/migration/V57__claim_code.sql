-- A code with which an imported member gets the account. Only its SHA-256 is stored. A new code replaces the one before.
CREATE TABLE claim_code (
  member_id BIGINT      NOT NULL PRIMARY KEY,
  code_hash BINARY(32)  NOT NULL,
  made_at   DATETIME(6) NOT NULL,
  ends_at   DATETIME(6) NOT NULL,
  UNIQUE KEY claim_code_hash (code_hash),
  CONSTRAINT claim_code_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
