-- Links that were mailed to an address. token_hash is the SHA-256 of what the link holds: the table opens nothing.
CREATE TABLE address_link (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id  BIGINT       NOT NULL,
  -- confirm: the address of the account; change: the address that it will have; undo: the address that it had
  purpose    VARCHAR(8)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  email      VARCHAR(254) NOT NULL,
  token_hash BINARY(32)   NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  ends_at    DATETIME(6)  NOT NULL,
  -- When it was used, or replaced by a later link.
  ended_at   DATETIME(6),
  UNIQUE KEY address_link_token (token_hash),
  KEY address_link_of_member (member_id, id),
  KEY address_link_to (email, made_at),
  KEY address_link_ends (ends_at),
  CONSTRAINT address_link_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Posts that wait until their author confirms the address, in the order in which they were sent. fields is JSON, the fields of the form.
CREATE TABLE waiting_post (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT       NOT NULL,
  -- as in the table draft
  place     VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  fields    MEDIUMTEXT   NOT NULL,
  sent_at   DATETIME(6)  NOT NULL,
  -- Why it was not posted after the confirmation; NULL before.
  refusal   VARCHAR(500),
  KEY waiting_post_of_member (member_id, id),
  CONSTRAINT waiting_post_by FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
