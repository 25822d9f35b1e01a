-- One row for each member who was ever notified. Every change of the notifications of a member locks this row first, in the order of ids.
CREATE TABLE inbox (
  member_id   BIGINT NOT NULL PRIMARY KEY,
  unread      INT    NOT NULL DEFAULT 0,
  -- The rating at the last notification about it; NULL before the first.
  rating_told INT
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The notifications of members. No foreign keys: a fan-out must lock no post and no member, and jobs remove the rows of deleted posts, because
-- `unread` counts them.
CREATE TABLE notification (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id   BIGINT      NOT NULL,
  -- 0: unread. Then the row's own id, so that a member has one unread row for each kind and post, and any number of others.
  seen        BIGINT      NOT NULL DEFAULT 0,
  kind        VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The post that it is about: 0 and 0 for none, answer_id 0 for the question itself.
  question_id BIGINT      NOT NULL DEFAULT 0,
  answer_id   BIGINT      NOT NULL DEFAULT 0,
  causes      INT         NOT NULL DEFAULT 1,
  -- A number that the causes add up, such as the change of a rating.
  amount      INT         NOT NULL DEFAULT 0,
  -- The last cause, with its actor and its time.
  cause       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  actor_id    BIGINT      NOT NULL DEFAULT 0,
  happened_at DATETIME(6) NOT NULL,
  UNIQUE KEY notification_unread (member_id, seen, kind, question_id, answer_id),
  KEY notification_of_member (member_id, happened_at, id),
  KEY notification_about (question_id, answer_id, id),
  KEY notification_age (happened_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A cause notifies a member once, however often its job is delivered.
CREATE TABLE notification_cause (
  cause           VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id       BIGINT      NOT NULL,
  notification_id BIGINT      NOT NULL,
  actor_id        BIGINT      NOT NULL DEFAULT 0,
  happened_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (cause, member_id),
  KEY notification_cause_of (notification_id, happened_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
