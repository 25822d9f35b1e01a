-- How often a question was read. A separate table without foreign keys: the task that writes it locks no row that posts lock, and
-- changes no page version.
CREATE TABLE question_views (
  question_id BIGINT      NOT NULL PRIMARY KEY,
  views       INT         NOT NULL,
  -- When the question came to a thousand views. Badges are awarded by it.
  thousand_at DATETIME(6),
  KEY question_views_thousand (thousand_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The last batch of views that was added, so that a batch is added once.
INSERT INTO site_counter (name, value) VALUES ('views-batch', 0);

-- Badges for questions with a thousand views and for reports that were upheld.
ALTER TABLE review_item ADD KEY review_item_decided (decided_at), ALGORITHM=INPLACE, LOCK=NONE;
INSERT INTO badge_progress (source, seen_to, caught_up)
SELECT source, '1970-01-02', NOT EXISTS (SELECT id FROM member) FROM (SELECT 'views' AS source UNION ALL SELECT 'reports') sources;
