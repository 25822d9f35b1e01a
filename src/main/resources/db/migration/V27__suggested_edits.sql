-- An edit that a member proposed for a post of somebody else. answer_id is NULL for the question itself; title and tag_names are NULL
-- for an answer. No foreign key to the post's author: its lock would make two members who propose to each other wait.
CREATE TABLE edit_suggestion (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  question_id     BIGINT       NOT NULL,
  answer_id       BIGINT,
  author_id       BIGINT       NOT NULL,
  proposer_id     BIGINT       NOT NULL,
  title           VARCHAR(120),
  tag_names       VARCHAR(110),
  body            MEDIUMTEXT   NOT NULL,
  reason          VARCHAR(200) NOT NULL DEFAULT '',
  -- The version of the post that the proposer saw, as in the edit form.
  post_version    VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  proposed_at     DATETIME(6)  NOT NULL,
  -- waiting, taken, changed (taken with changes), declined or withdrawn
  state           VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting',
  decided_by      BIGINT,
  decided_at      DATETIME(6),
  decision_reason VARCHAR(200) NOT NULL DEFAULT '',
  mailed_at       DATETIME(6),
  KEY suggestion_waiting (state, id),
  KEY suggestion_for_author (author_id, state, id),
  KEY suggestion_of_proposer (proposer_id, id),
  KEY suggestion_by_state (proposer_id, state),
  KEY suggestion_at_question (question_id, state),
  KEY suggestion_at_answer (answer_id),
  CONSTRAINT suggestion_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
  CONSTRAINT suggestion_answer FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE,
  CONSTRAINT suggestion_proposer FOREIGN KEY (proposer_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The member who took the suggested edit that became this revision, and whether that member changed it. NULL for every other
-- revision.
ALTER TABLE question_revision ADD COLUMN taken_by BIGINT, ADD COLUMN taken_changed BIT(1) NOT NULL DEFAULT 0;
ALTER TABLE answer_revision ADD COLUMN taken_by BIGINT, ADD COLUMN taken_changed BIT(1) NOT NULL DEFAULT 0;
