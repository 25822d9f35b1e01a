-- Related questions, computed by a job, the best first. No foreign keys: a row must lock no question. A row whose questions do
-- not exist is not shown, and the job deletes it.
CREATE TABLE related_question (
  question_id BIGINT  NOT NULL,
  position    TINYINT NOT NULL,
  related_id  BIGINT  NOT NULL,
  PRIMARY KEY (question_id, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How far the job has come with all questions (one row): the last id, and when it had compared all of them.
CREATE TABLE related_progress (
  id       TINYINT     NOT NULL PRIMARY KEY,
  position BIGINT      NOT NULL DEFAULT 0,
  ended_at DATETIME(6) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO related_progress (id) VALUES (1);
