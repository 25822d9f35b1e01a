-- The figures of each day (UTC), for the chart of administrators. A job counts it, so that no page counts posts.
--   first_answers   how many questions got their first answer on this day
--   within_hour     how many of these were answered within an hour, within_day within a day
CREATE TABLE daily_figures (
  day           DATE NOT NULL PRIMARY KEY,
  questions     INT  NOT NULL DEFAULT 0,
  answers       INT  NOT NULL DEFAULT 0,
  members       INT  NOT NULL DEFAULT 0,
  first_answers INT  NOT NULL DEFAULT 0,
  within_hour   INT  NOT NULL DEFAULT 0,
  within_day    INT  NOT NULL DEFAULT 0
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Totals that no transaction keeps, as the job counted them last.
INSERT INTO site_counter (name, value) VALUES ('answers-counted', 0), ('unanswered-counted', 0);

-- An invitation to join. token_hash is the SHA-256 of what its link holds: the table admits nobody.
CREATE TABLE invitation (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  token_hash BINARY(32)   NOT NULL,
  note       VARCHAR(100) NOT NULL DEFAULT '',
  made_by    BIGINT       NOT NULL,
  made_at    DATETIME(6)  NOT NULL,
  ends_at    DATETIME(6)  NOT NULL,
  most       INT          NOT NULL,
  used       INT          NOT NULL DEFAULT 0,
  UNIQUE KEY invitation_token (token_hash),
  KEY invitation_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The SHA-256 of the token in the link that makes the first administrator (one row). It ends with the first member.
CREATE TABLE first_run (
  id         TINYINT     NOT NULL PRIMARY KEY,
  token_hash BINARY(32)  NOT NULL,
  made_at    DATETIME(6) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- For the count of new members of a day.
ALTER TABLE member ADD KEY member_joined (joined_at), ALGORITHM=INPLACE, LOCK=NONE;
