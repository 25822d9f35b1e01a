-- The lists of active and of unanswered questions are ranges of this table. A question has one row with tag_id 0, for the lists of the whole site,
-- and one for each of its tags. Its rows are neighbours, so the transaction that answers, edits, comments or votes changes them
-- together, and changes no row of another question. No foreign keys: a row must lock neither a question nor a tag.
--   active_at     when the question was last asked, answered, edited or commented
--   good_answers  how many of its answers are accepted or have a positive rating; 0 means unanswered
CREATE TABLE listed_question (
  question_id  BIGINT      NOT NULL,
  tag_id       BIGINT      NOT NULL,
  active_at    DATETIME(6) NOT NULL,
  good_answers INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (question_id, tag_id),
  KEY listed_active (tag_id, active_at DESC, question_id DESC),
  KEY listed_unanswered (tag_id, good_answers, question_id DESC)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How far the job has come that fills the table, from the newest question downwards (one row): the last id, and when it had
-- compared all questions.
CREATE TABLE listed_progress (
  id       TINYINT     NOT NULL PRIMARY KEY,
  position BIGINT      NULL,
  ended_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO listed_progress (id) VALUES (1);

-- Links from the text of a question (answer_id 0) or of one of its answers to another question. No foreign keys: a row must lock no
-- post. A job deletes rows whose post does not exist.
CREATE TABLE question_link (
  from_id   BIGINT NOT NULL,
  answer_id BIGINT NOT NULL,
  to_id     BIGINT NOT NULL,
  PRIMARY KEY (from_id, answer_id, to_id),
  KEY question_link_to (to_id, from_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The linked questions that the page of a question shows: those that it links, then those that link it.
CREATE TABLE linked_question (
  question_id BIGINT  NOT NULL,
  position    TINYINT NOT NULL,
  linked_id   BIGINT  NOT NULL,
  PRIMARY KEY (question_id, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How far the job has come with the questions and with the answers: the last id, and when it had read all of them.
CREATE TABLE link_progress (
  name     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL DEFAULT 0,
  ended_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO link_progress (name) VALUES ('questions'), ('answers');
