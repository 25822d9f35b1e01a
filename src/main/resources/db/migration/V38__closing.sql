-- Closed and locked questions. As in V28, a real column of question would copy the table while nobody can write. So the state is in bits of
-- the page version that no version reaches by counting. Bits 56 and 57 say whether it is closed (1) or closed as a duplicate (2). Bit 58 says
-- whether it is locked. Deleting subtracts 2^62, which keeps these bits. Virtual columns are added at once.
ALTER TABLE question
  ADD COLUMN closed TINYINT AS ((version >> 56) & 3) VIRTUAL,
  ADD COLUMN locked TINYINT AS ((version >> 58) & 1) VIRTUAL,
  ALGORITHM=INSTANT;

-- Why a question is closed. No foreign keys to the other question and to members: a row must lock none of them.
CREATE TABLE closed_question (
  question_id    BIGINT      NOT NULL PRIMARY KEY,
  -- duplicate, off-topic, unclear, or own: then own_reason has the text
  reason         VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  own_reason     VARCHAR(200),
  duplicate_of   BIGINT,
  -- moderator, votes or author
  closed_how     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  closed_at      DATETIME(6) NOT NULL,
  -- The word of the asker about the other question: solves or differs; NULL before that.
  asker_says     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
  -- The merge of its answers into the other question: begun, and ended.
  merge_begun_at DATETIME(6),
  merge_ended_at DATETIME(6),
  KEY closed_as_duplicate_of (duplicate_of, question_id),
  CONSTRAINT closed_question_id FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Votes to close an open question and to reopen a closed one. Those that closed it stay until it is open again.
CREATE TABLE close_vote (
  question_id  BIGINT      NOT NULL,
  -- close or reopen
  act          VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id    BIGINT      NOT NULL,
  reason       VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin,
  own_reason   VARCHAR(200),
  duplicate_of BIGINT,
  voted_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (question_id, act, member_id),
  CONSTRAINT close_vote_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
