-- A deleted post keeps its row and is hidden. The indexes below begin with what is not hidden, so a list never reads a hidden row. Those that
-- they replace stay for processes of the previous version; the next version drops them.
--
-- A question: its page version is negative. A real column would copy the whole table while nobody can write, because the table has FULLTEXT
-- indexes (V5). A virtual column is added at once.
ALTER TABLE question ADD COLUMN hidden TINYINT AS (version < 0) VIRTUAL, ALGORITHM=INSTANT;
ALTER TABLE question
  ADD KEY question_visible (hidden, id),
  ADD KEY question_visible_hot (hidden, rating DESC, id DESC),
  ADD KEY question_visible_of_author (author_id, hidden, id),
  ADD KEY question_visible_recent (hidden, asked_at, author_id, rating),
  ADD KEY question_visible_title (hidden, title),
  ALGORITHM=INPLACE, LOCK=NONE;

-- An answer: 0 is visible, 1 is deleted, 2 is hidden with its question.
ALTER TABLE answer ADD COLUMN hidden TINYINT NOT NULL DEFAULT 0, ALGORITHM=INSTANT;
ALTER TABLE answer
  ADD KEY answer_visible_order (question_id, hidden, accepted DESC, rating DESC, answered_at, id),
  ADD KEY answer_visible_newer (question_id, hidden, id),
  ADD KEY answer_visible_of_author (author_id, hidden, id),
  ADD KEY answer_visible_recent (hidden, answered_at, author_id, rating),
  ALGORITHM=INPLACE, LOCK=NONE;

-- The deletion of a post; answer_id is 0 for the question itself. No foreign keys: a row must lock no post.
CREATE TABLE deleted_post (
  question_id BIGINT      NOT NULL,
  answer_id   BIGINT      NOT NULL,
  author_id   BIGINT      NOT NULL,
  deleted_at  DATETIME(6) NOT NULL,
  deleted_by  BIGINT      NOT NULL,
  PRIMARY KEY (question_id, answer_id),
  KEY deleted_post_of_author (question_id, author_id, answer_id),
  KEY deleted_post_age (deleted_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Purging a post removes the drafts of its forms, and the uses of pictures in it.
ALTER TABLE draft ADD KEY draft_place (place), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE picture_use ADD KEY picture_use_of_text (kind, text_id), ALGORITHM=INPLACE, LOCK=NONE;
