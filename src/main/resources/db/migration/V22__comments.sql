-- Comments under a question (answer_id is NULL) or under one of its answers.
CREATE TABLE comment (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  question_id BIGINT      NOT NULL,
  answer_id   BIGINT,
  author_id   BIGINT      NOT NULL,
  body        TEXT        NOT NULL,
  rating      INT         NOT NULL DEFAULT 0,
  posted_at   DATETIME(6) NOT NULL,
  edited_at   DATETIME(6),
  KEY comment_best (question_id, answer_id, rating DESC, id),
  KEY comment_order (question_id, answer_id, id),
  KEY comment_newer (question_id, id),
  KEY comment_of_answer (answer_id),
  KEY comment_of_author (author_id, id),
  CONSTRAINT comment_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
  CONSTRAINT comment_answer FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE,
  CONSTRAINT comment_author FOREIGN KEY (author_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A row is the mark "helpful" of one member. There is no other vote for a comment.
CREATE TABLE comment_vote (
  comment_id BIGINT      NOT NULL,
  member_id  BIGINT      NOT NULL,
  voted_at   DATETIME(6) NOT NULL,
  PRIMARY KEY (comment_id, member_id),
  KEY comment_vote_member (member_id),
  CONSTRAINT comment_vote_on FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE,
  CONSTRAINT comment_vote_by FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A page reads no comments of a post that has none, and says how many are not shown.
ALTER TABLE question ADD COLUMN comment_count INT NOT NULL DEFAULT 0;
ALTER TABLE answer ADD COLUMN comment_count INT NOT NULL DEFAULT 0;
