-- Nicknames that members had before. Links with one lead to the member while nobody else has taken it.
CREATE TABLE former_nickname (
  nickname  VARCHAR(32) NOT NULL PRIMARY KEY,
  member_id BIGINT      NOT NULL,
  KEY former_nickname_member (member_id),
  CONSTRAINT former_nickname_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
