-- A moderator; an administrator has the flag `admin` and is one too. MariaDB adds no column at once to a table with an index of a virtual column, so
-- no column holds the role: it follows from both flags.
ALTER TABLE member ADD COLUMN moderator BIT(1) NOT NULL DEFAULT 0, ALGORITHM=INSTANT;
ALTER TABLE member ADD KEY member_admin (admin, id), ADD KEY member_moderator (moderator, id), ALGORITHM=INPLACE, LOCK=NONE;

-- The acts of moderators and privileged members, with their reasons. member_id is the member whom it concerns, 0 for none. No foreign keys: an entry locks no post and no member, and it
-- outlives what it is about.
CREATE TABLE moderation_log (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  acted_at    DATETIME(6)  NOT NULL,
  actor_id    BIGINT       NOT NULL,
  act         VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_kind VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  target_id   BIGINT       NOT NULL,
  member_id   BIGINT       NOT NULL DEFAULT 0,
  reason      VARCHAR(500) NOT NULL DEFAULT '',
  KEY log_of_member (member_id, id),
  KEY log_of_act (act, id),
  KEY log_of_member_act (member_id, act, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
