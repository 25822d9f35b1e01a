-- The skeletons of nicknames (Unicode TS 39): nicknames that look alike share one. Each belongs to one member, so nobody takes a nickname
-- that looks like another. A member has no row for a skeleton that another member had first: such older members stay as they are.
CREATE TABLE nickname_skeleton (
  member_id BIGINT       NOT NULL,
  skeleton  VARCHAR(191) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  PRIMARY KEY (member_id, skeleton),
  UNIQUE KEY nickname_skeleton_once (skeleton),
  CONSTRAINT nickname_skeleton_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The last member whose skeletons the periodic task has stored.
INSERT INTO site_counter (name, value) VALUES ('skeletons', 0);
