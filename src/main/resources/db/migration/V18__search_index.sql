-- The index of the search: the words of each post as the site's tokenizer finds them, in ASCII, so that no setting of the
-- server matters. The tables have no foreign keys, so creating and filling them never locks a post. The column edited_at
-- repeats the post's: a different one shows that the row is outdated. The column shard is a range of ids. The words begin
-- with it.
CREATE TABLE search_question (
  question_id BIGINT      NOT NULL PRIMARY KEY,
  shard       SMALLINT    NOT NULL,
  edited_at   DATETIME(6) NULL,
  words       MEDIUMTEXT  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY search_question_shard (shard),
  FULLTEXT KEY search_question_words (words)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE search_answer (
  answer_id   BIGINT      NOT NULL PRIMARY KEY,
  question_id BIGINT      NOT NULL,
  shard       SMALLINT    NOT NULL,
  edited_at   DATETIME(6) NULL,
  words       MEDIUMTEXT  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  KEY search_answer_shard (shard),
  FULLTEXT KEY search_answer_words (words)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The progress of the job that fills these tables: the last id that it compared, and whether the table holds every post.
-- Until then the search uses the indexes of V5. A new site has nothing to fill.
CREATE TABLE search_progress (
  name     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL DEFAULT 0,
  filled   BIT(1)      NOT NULL,
  swept_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO search_progress (name, filled)
  SELECT 'questions', NOT EXISTS (SELECT id FROM question) UNION ALL SELECT 'answers', NOT EXISTS (SELECT id FROM answer);
