-- The time zone of a member's browser, such as Europe/Berlin; null if it was never learned: UTC.
ALTER TABLE member ADD COLUMN time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL, ALGORITHM=INSTANT;

-- A member's choices: how soon a mail comes about each kind of notification. A kind without a row has its default; see MailChoices.
CREATE TABLE mail_choice (
  member_id BIGINT      NOT NULL,
  kind      VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- now, hourly, daily, weekly or never
  pace      VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  PRIMARY KEY (member_id, kind),
  CONSTRAINT mail_choice_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The days on which the mail server refused a member's address permanently. A mail that arrives deletes them.
CREATE TABLE mail_refusal (
  member_id  BIGINT       NOT NULL,
  email      VARCHAR(254) NOT NULL,
  refused_on DATE         NOT NULL,
  PRIMARY KEY (member_id, email, refused_on),
  CONSTRAINT mail_refusal_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The notifications that wait for a mail. No foreign keys in these tables: a row must lock neither a notification nor a member.
CREATE TABLE mail_notice (
  member_id       BIGINT      NOT NULL,
  pace            VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- 0 for a notification about no question
  question_id     BIGINT      NOT NULL,
  notification_id BIGINT      NOT NULL,
  -- The notification's last cause. It may have grown since.
  moment          DATETIME(6) NOT NULL,
  PRIMARY KEY (member_id, pace, question_id, notification_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The last cause of a notification that a mail has told.
CREATE TABLE mail_told (
  notification_id BIGINT      NOT NULL PRIMARY KEY,
  moment          DATETIME(6) NOT NULL,
  told_at         DATETIME(6) NOT NULL,
  KEY mail_told_age (told_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- When a member last got a mail about a question, and when the next one is due that gathers what follows.
CREATE TABLE mail_question (
  member_id   BIGINT      NOT NULL,
  question_id BIGINT      NOT NULL,
  mailed_at   DATETIME(6) NOT NULL,
  next_at     DATETIME(6),
  PRIMARY KEY (member_id, question_id),
  KEY mail_question_age (mailed_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The digests that are due. A row is queued once and goes when its mail was sent.
CREATE TABLE mail_digest (
  member_id BIGINT      NOT NULL,
  pace      VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  slot_at   DATETIME(6) NOT NULL,
  queued    TINYINT     NOT NULL DEFAULT 0,
  PRIMARY KEY (member_id, pace, slot_at),
  KEY mail_digest_due (queued, slot_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
