-- Posts that a moderator has locked. A locked question has its state in its page version too, see V38.
ALTER TABLE answer ADD COLUMN locked TINYINT NOT NULL DEFAULT 0, ALGORITHM=INSTANT;

CREATE TABLE question_lock (
  question_id BIGINT       NOT NULL PRIMARY KEY,
  locked_by   BIGINT       NOT NULL,
  locked_at   DATETIME(6)  NOT NULL,
  reason      VARCHAR(200) NOT NULL,
  CONSTRAINT question_lock_on FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE answer_lock (
  answer_id BIGINT       NOT NULL PRIMARY KEY,
  locked_by BIGINT       NOT NULL,
  locked_at DATETIME(6)  NOT NULL,
  reason    VARCHAR(200) NOT NULL,
  CONSTRAINT answer_lock_on FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
