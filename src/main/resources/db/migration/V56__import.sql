-- not needed by the version before: each MODIFY makes a column longer.
--
-- Imported questions have titles of up to 300 characters and up to 5 tags. Both columns have a length of two bytes before and after, so
-- the tables are not copied.
ALTER TABLE question MODIFY COLUMN title VARCHAR(300) NOT NULL, MODIFY COLUMN tag_names VARCHAR(170) NOT NULL DEFAULT '';
ALTER TABLE question_revision MODIFY COLUMN title VARCHAR(300) NOT NULL, MODIFY COLUMN tag_names VARCHAR(170) NOT NULL;
ALTER TABLE edit_suggestion MODIFY COLUMN title VARCHAR(300), MODIFY COLUMN tag_names VARCHAR(170);

-- A site whose content was imported. The id of an imported row is its old id plus the base of its table.
CREATE TABLE import_source (
  id            INT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_base   BIGINT      NOT NULL,
  question_base BIGINT      NOT NULL,
  answer_base   BIGINT      NOT NULL,
  comment_base  BIGINT      NOT NULL,
  begun_at      DATETIME(6) NOT NULL,
  ended_at      DATETIME(6),
  UNIQUE KEY import_source_name (name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How many rows of its file a stage has stored. It changes in the transaction of these rows.
CREATE TABLE import_progress (
  source_id INT         NOT NULL,
  stage     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  position  BIGINT      NOT NULL,
  ended     BIT(1)      NOT NULL DEFAULT 0,
  PRIMARY KEY (source_id, stage)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The old ids. No foreign keys: a row must lock no post, and a purged post is not imported again.
CREATE TABLE imported_member (
  member_id BIGINT NOT NULL PRIMARY KEY,
  source_id INT    NOT NULL,
  old_id    BIGINT NOT NULL,
  UNIQUE KEY imported_member_old (source_id, old_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- imported_rating is the sum of the votes whose voters the old site did not name. It is a part of the rating. A column of question
-- would copy the whole table while nobody can write, because the table has FULLTEXT indexes (V5).
CREATE TABLE imported_question (
  question_id     BIGINT NOT NULL PRIMARY KEY,
  source_id       INT    NOT NULL,
  old_id          BIGINT NOT NULL,
  imported_rating INT    NOT NULL DEFAULT 0,
  UNIQUE KEY imported_question_old (source_id, old_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE imported_answer (
  answer_id       BIGINT NOT NULL PRIMARY KEY,
  source_id       INT    NOT NULL,
  old_id          BIGINT NOT NULL,
  imported_rating INT    NOT NULL DEFAULT 0,
  UNIQUE KEY imported_answer_old (source_id, old_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE imported_comment (
  comment_id      BIGINT NOT NULL PRIMARY KEY,
  source_id       INT    NOT NULL,
  old_id          BIGINT NOT NULL,
  imported_rating INT    NOT NULL DEFAULT 0,
  UNIQUE KEY imported_comment_old (source_id, old_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
