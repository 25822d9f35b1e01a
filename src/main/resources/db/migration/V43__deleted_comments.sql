-- The comments that were deleted, so that it can be undone. They are not in the table of comments, so no page leaves them out. voters has the ids of the
-- members who marked the comment as helpful, separated by commas. No foreign keys: a row locks no question and no member.
CREATE TABLE deleted_comment (
  comment_id  BIGINT      NOT NULL PRIMARY KEY,
  question_id BIGINT      NOT NULL,
  answer_id   BIGINT,
  author_id   BIGINT      NOT NULL,
  body        TEXT        NOT NULL,
  posted_at   DATETIME(6) NOT NULL,
  edited_at   DATETIME(6),
  voters      MEDIUMTEXT  NOT NULL,
  deleted_by  BIGINT      NOT NULL,
  deleted_at  DATETIME(6) NOT NULL,
  -- The sweep that deleted it with all posts of its author; 0 for none.
  sweep_id    BIGINT      NOT NULL DEFAULT 0,
  KEY deleted_comment_of_sweep (sweep_id, comment_id),
  KEY deleted_comment_age (deleted_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
