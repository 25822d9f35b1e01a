-- Personal tokens for the API. Only the SHA-256 of a token is stored, which has 256 random bits.
CREATE TABLE api_token (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id  BIGINT      NOT NULL,
  token_hash BINARY(32)  NOT NULL,
  name       VARCHAR(60) NOT NULL,
  scopes     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at    DATETIME(6) NOT NULL,
  used_at    DATETIME(6) NULL,
  UNIQUE KEY api_token_hash (token_hash),
  KEY api_token_of (member_id, id),
  CONSTRAINT api_token_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
