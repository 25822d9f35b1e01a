-- The badges of members. A member has each badge once. No foreign keys: a row must lock no member.
CREATE TABLE member_badge (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  badge     VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  member_id BIGINT      NOT NULL,
  earned_at DATETIME(6) NOT NULL,
  UNIQUE KEY member_badge_once (member_id, badge),
  KEY member_badge_holders (badge, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- How many members have a badge, so that no page counts.
CREATE TABLE badge_total (
  id      BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  badge   VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  members INT         NOT NULL DEFAULT 0,
  UNIQUE KEY badge_total_of (badge)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Until which moment the task has looked at the changes of each source. Badges for what happened before the task first came to the present
-- notify nobody: caught_up is 0 until then.
CREATE TABLE badge_progress (
  source    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  seen_to   DATETIME(6) NOT NULL,
  caught_up TINYINT     NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
INSERT INTO badge_progress (source, seen_to, caught_up)
SELECT source, '1970-01-02', NOT EXISTS (SELECT id FROM member) FROM (
  SELECT 'questions' AS source UNION ALL SELECT 'answers' UNION ALL SELECT 'question-votes' UNION ALL SELECT 'answer-votes'
  UNION ALL SELECT 'comments' UNION ALL SELECT 'comment-votes' UNION ALL SELECT 'question-edits' UNION ALL SELECT 'answer-edits'
  UNION ALL SELECT 'tag-texts' UNION ALL SELECT 'members') sources;

-- The task walks what has changed by its time.
ALTER TABLE question_vote ADD KEY question_vote_time (voted_at), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE answer_vote ADD KEY answer_vote_time (voted_at), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE comment_vote ADD KEY comment_vote_time (voted_at), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE comment ADD KEY comment_time (posted_at, author_id), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE question_revision ADD KEY question_revision_time (written_at, editor_id), ALGORITHM=INPLACE, LOCK=NONE;
ALTER TABLE answer_revision ADD KEY answer_revision_time (written_at, editor_id), ALGORITHM=INPLACE, LOCK=NONE;
