-- How a provider knows a member. A person is (issuer, subject); the name is for the member's own page only.
CREATE TABLE member_identity (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT       NOT NULL,
  provider  VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  issuer    VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject   VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name      VARCHAR(100) NOT NULL DEFAULT '',
  added_at  DATETIME(6)  NOT NULL,
  used_at   DATETIME(6)  NULL,
  UNIQUE KEY member_identity_once (issuer, subject),
  KEY member_identity_of (member_id, id),
  CONSTRAINT member_identity_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
