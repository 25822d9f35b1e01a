-- Members who follow or mute a question. No foreign keys to members here and below: their locks would make followers wait for posts.
CREATE TABLE question_follow (
  question_id BIGINT      NOT NULL,
  member_id   BIGINT      NOT NULL,
  -- 1: follows; 0: has stopped following; NULL: has never decided. An own post changes only NULL. The author of a question without a row
  -- follows it.
  following   TINYINT,
  muted       TINYINT     NOT NULL DEFAULT 0,
  changed_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (question_id, member_id),
  KEY question_followers (question_id, following, member_id),
  KEY question_followed_by (member_id, following, changed_at, question_id),
  CONSTRAINT question_follow_of FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE tag_follow (
  tag_id      BIGINT      NOT NULL,
  member_id   BIGINT      NOT NULL,
  followed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (tag_id, member_id),
  KEY tag_followed_by (member_id, followed_at, tag_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE member_follow (
  followed_id BIGINT      NOT NULL,
  member_id   BIGINT      NOT NULL,
  followed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (followed_id, member_id),
  KEY member_followed_by (member_id, followed_at, followed_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The private list of a member.
CREATE TABLE saved_question (
  member_id   BIGINT       NOT NULL,
  question_id BIGINT       NOT NULL,
  note        VARCHAR(300) NOT NULL DEFAULT '',
  saved_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (member_id, question_id),
  KEY saved_by (member_id, saved_at, question_id),
  KEY saved_question_id (question_id),
  CONSTRAINT saved_question_of FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
