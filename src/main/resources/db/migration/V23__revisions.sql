-- The states of a question, the oldest is number 1. A post that was never changed has none. Two tables, so that each has a real
-- foreign key and one post is a range of the primary key.
CREATE TABLE question_revision (
  question_id   BIGINT       NOT NULL,
  number        INT          NOT NULL,
  editor_id     BIGINT       NOT NULL,
  title         VARCHAR(120) NOT NULL,
  tag_names     VARCHAR(110) NOT NULL,
  body          MEDIUMTEXT   NOT NULL,
  reason        VARCHAR(200) NOT NULL DEFAULT '',
  restored_from INT,
  begun_at      DATETIME(6)  NOT NULL,
  written_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (question_id, number),
  KEY question_revision_editor (editor_id),
  CONSTRAINT question_revision_of FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
  CONSTRAINT question_revision_by FOREIGN KEY (editor_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The same for an answer.
CREATE TABLE answer_revision (
  answer_id     BIGINT       NOT NULL,
  number        INT          NOT NULL,
  editor_id     BIGINT       NOT NULL,
  body          MEDIUMTEXT   NOT NULL,
  reason        VARCHAR(200) NOT NULL DEFAULT '',
  restored_from INT,
  begun_at      DATETIME(6)  NOT NULL,
  written_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (answer_id, number),
  KEY answer_revision_editor (editor_id),
  CONSTRAINT answer_revision_of FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE,
  CONSTRAINT answer_revision_by FOREIGN KEY (editor_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The last editor, so that the page of the post needs no further statement to name the editor, and the number of the last revision.
ALTER TABLE question ADD COLUMN edited_by BIGINT, ADD COLUMN revision INT NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN edited_by BIGINT, ADD COLUMN revision INT NOT NULL DEFAULT 0;
