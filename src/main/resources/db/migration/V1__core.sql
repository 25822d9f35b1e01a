-- The site's core tables. Every time is UTC. Ratings and counts are columns, changed by delta in the transaction that
-- causes them, so that no page counts rows. Works alike on MySQL 8.0 and MariaDB 10.8 or later (descending indexes).

CREATE TABLE member (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email          VARCHAR(254) NOT NULL,
  nickname       VARCHAR(32)  NOT NULL,
  password_hash  VARCHAR(255) NOT NULL,
  avatar         VARCHAR(64)  NULL,
  joined_at      DATETIME(6)  NOT NULL,
  rating         INT          NOT NULL DEFAULT 0,
  question_count INT          NOT NULL DEFAULT 0,
  answer_count   INT          NOT NULL DEFAULT 0,
  mail_answers   BIT(1)       NOT NULL DEFAULT 1,
  admin          BIT(1)       NOT NULL DEFAULT 0,
  UNIQUE KEY member_email (email),
  UNIQUE KEY member_nickname (nickname),
  KEY member_best (rating DESC, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The key is the SHA-256 of the id in the cookie: who reads the table cannot sign in with what it holds.
CREATE TABLE session (
  id_hash    BINARY(32)   NOT NULL PRIMARY KEY,
  member_id  BIGINT       NOT NULL,
  created_at DATETIME(6)  NOT NULL,
  seen_at    DATETIME(6)  NOT NULL,
  expires_at DATETIME(6)  NOT NULL,
  user_agent VARCHAR(200) NOT NULL DEFAULT '',
  KEY session_member (member_id, created_at),
  KEY session_expiry (expires_at),
  CONSTRAINT session_of_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- tag_names repeats the question's tags (space separated) and excerpt the first lines, so that a card in a listing is
-- one row and never touches the body.
CREATE TABLE question (
  id                 BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  author_id          BIGINT       NOT NULL,
  title              VARCHAR(120) NOT NULL,
  body               MEDIUMTEXT   NOT NULL,
  excerpt            VARCHAR(300) NOT NULL,
  tag_names          VARCHAR(110) NOT NULL DEFAULT '',
  asked_at           DATETIME(6)  NOT NULL,
  edited_at          DATETIME(6)  NULL,
  rating             INT          NOT NULL DEFAULT 0,
  answer_count       INT          NOT NULL DEFAULT 0,
  accepted_answer_id BIGINT       NULL,
  KEY question_hot (rating DESC, id DESC),
  KEY question_of_author (author_id, id),
  KEY question_asked (asked_at),
  KEY question_title (title),
  CONSTRAINT question_of_member FOREIGN KEY (author_id) REFERENCES member (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- answer_order is the order of the page: a page of answers is a range of it.
CREATE TABLE answer (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  question_id BIGINT      NOT NULL,
  author_id   BIGINT      NOT NULL,
  body        MEDIUMTEXT  NOT NULL,
  answered_at DATETIME(6) NOT NULL,
  edited_at   DATETIME(6) NULL,
  rating      INT         NOT NULL DEFAULT 0,
  accepted    BIT(1)      NOT NULL DEFAULT 0,
  KEY answer_order (question_id, accepted DESC, rating DESC, answered_at, id),
  KEY answer_newer (question_id, id),
  KEY answer_of_author (author_id, id),
  KEY answer_answered (answered_at),
  CONSTRAINT answer_to_question FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
  CONSTRAINT answer_of_member FOREIGN KEY (author_id) REFERENCES member (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

ALTER TABLE question ADD CONSTRAINT question_accepts FOREIGN KEY (accepted_answer_id) REFERENCES answer (id) ON DELETE SET NULL;

-- Tags are lower case already; the binary collation keeps c, c++ and c# apart.
CREATE TABLE tag (
  id             BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name           VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  question_count INT         NOT NULL DEFAULT 0,
  UNIQUE KEY tag_name (name),
  KEY tag_popular (question_count DESC, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- rating repeats the question's, so that the page of a tag is a range of question_tag_hot.
CREATE TABLE question_tag (
  tag_id      BIGINT NOT NULL,
  question_id BIGINT NOT NULL,
  rating      INT    NOT NULL DEFAULT 0,
  PRIMARY KEY (tag_id, question_id),
  KEY question_tag_hot (tag_id, rating DESC, question_id DESC),
  KEY question_tag_question (question_id),
  CONSTRAINT question_tag_tag FOREIGN KEY (tag_id) REFERENCES tag (id),
  CONSTRAINT question_tag_of FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE question_vote (
  question_id BIGINT      NOT NULL,
  member_id   BIGINT      NOT NULL,
  value       TINYINT     NOT NULL,
  voted_at    DATETIME(6) NOT NULL,
  PRIMARY KEY (question_id, member_id),
  KEY question_vote_member (member_id),
  CONSTRAINT question_vote_value CHECK (value IN (-1, 1)),
  CONSTRAINT question_vote_on FOREIGN KEY (question_id) REFERENCES question (id) ON DELETE CASCADE,
  CONSTRAINT question_vote_by FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

CREATE TABLE answer_vote (
  answer_id BIGINT      NOT NULL,
  member_id BIGINT      NOT NULL,
  value     TINYINT     NOT NULL,
  voted_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (answer_id, member_id),
  KEY answer_vote_member (member_id),
  CONSTRAINT answer_vote_value CHECK (value IN (-1, 1)),
  CONSTRAINT answer_vote_on FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE,
  CONSTRAINT answer_vote_by FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Totals that a paginator needs; one row each, changed by delta.
CREATE TABLE site_counter (
  name  VARCHAR(32) NOT NULL PRIMARY KEY,
  value BIGINT      NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO site_counter (name, value) VALUES ('questions', 0), ('members', 0);
