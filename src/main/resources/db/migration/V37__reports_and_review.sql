-- A post that a moderator looks at: somebody reported it, it is one of the first posts of a newcomer, or it has a word of the list. No foreign keys:
-- an item locks no post.
CREATE TABLE review_item (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  post_kind   VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  post_id     BIGINT       NOT NULL,
  question_id BIGINT       NOT NULL,
  author_id   BIGINT       NOT NULL,
  opened_at   DATETIME(6)  NOT NULL,
  first_post  BIT(1)       NOT NULL DEFAULT 0,
  -- The words of the list that it has; '' for none.
  words       VARCHAR(200) NOT NULL DEFAULT '',
  reports     INT          NOT NULL DEFAULT 0,
  -- 0: it waits. Then the row's own id, so that a post has one item that waits and any number of others.
  decided     BIGINT       NOT NULL DEFAULT 0,
  -- waiting, dismissed, deleted, suspended, swept, or gone: its author deleted it before the decision
  outcome     VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting',
  -- Whether the decision was against the author.
  upheld      BIT(1)       NOT NULL DEFAULT 0,
  decided_by  BIGINT,
  decided_at  DATETIME(6),
  UNIQUE KEY review_of_post (post_kind, post_id, decided),
  KEY review_waiting (decided, id),
  KEY review_of_question (question_id, decided),
  KEY review_against (author_id, upheld, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A member reports a post once.
CREATE TABLE report (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id      BIGINT       NOT NULL,
  post_kind    VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  post_id      BIGINT       NOT NULL,
  reporter_id  BIGINT       NOT NULL,
  reason       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  note         VARCHAR(500) NOT NULL DEFAULT '',
  -- The question of which it is a duplicate; 0 for none.
  duplicate_of BIGINT       NOT NULL DEFAULT 0,
  reported_at  DATETIME(6)  NOT NULL,
  UNIQUE KEY report_once (post_kind, post_id, reporter_id),
  KEY report_of_item (item_id, id),
  KEY report_of_reporter (reporter_id, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- All posts of a member are deleted at once, and the posts that were deleted, so that it can be undone. answer_id is 0 for a question.
CREATE TABLE post_sweep (
  id         BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  item_id    BIGINT      NOT NULL,
  member_id  BIGINT      NOT NULL,
  by_id      BIGINT      NOT NULL,
  started_at DATETIME(6) NOT NULL,
  undone_at  DATETIME(6),
  KEY sweep_of_item (item_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE swept_post (
  sweep_id    BIGINT NOT NULL,
  question_id BIGINT NOT NULL,
  answer_id   BIGINT NOT NULL,
  PRIMARY KEY (sweep_id, question_id, answer_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
