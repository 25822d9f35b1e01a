-- What was mailed: one row per answer, recipient and kind of mail, written when the SMTP server has taken the mail.
CREATE TABLE mail_sent (
  answer_id  BIGINT       NOT NULL,
  member_id  BIGINT       NOT NULL,
  kind       VARCHAR(24)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  message_id VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  sent_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (answer_id, member_id, kind),
  KEY mail_sent_member (member_id),
  CONSTRAINT mail_sent_on FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE,
  CONSTRAINT mail_sent_to FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The language a member reads the site in, for mails; null where it was never learned: the site's default.
ALTER TABLE member ADD COLUMN language VARCHAR(8) NULL;
