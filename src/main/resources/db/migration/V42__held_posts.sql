-- A post of a newcomer with a word of the site's list. It waits for a moderator, who publishes or refuses it. It is no post yet: nothing counts it, lists it or
-- finds it. Publishing adds a post of the same text. No foreign keys: a row locks no question and no member.
CREATE TABLE held_post (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  -- question, answer or comment
  kind        VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- The question of an answer or a comment; 0 for a question.
  question_id BIGINT       NOT NULL DEFAULT 0,
  -- The answer of a comment; 0 for others.
  answer_id   BIGINT       NOT NULL DEFAULT 0,
  author_id   BIGINT       NOT NULL,
  title       VARCHAR(120) NOT NULL DEFAULT '',
  tag_names   VARCHAR(110) NOT NULL DEFAULT '',
  body        MEDIUMTEXT   NOT NULL,
  held_at     DATETIME(6)  NOT NULL,
  -- waiting, published or refused
  state       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'waiting',
  -- The post that was published; 0 before that.
  post_id     BIGINT       NOT NULL DEFAULT 0,
  -- Why it was refused.
  reason      VARCHAR(500) NOT NULL DEFAULT '',
  decided_at  DATETIME(6),
  KEY held_of_author (author_id, id),
  KEY held_of_question (question_id, state),
  KEY held_age (state, decided_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
