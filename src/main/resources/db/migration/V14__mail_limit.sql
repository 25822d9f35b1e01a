-- The mails to a member within the last hour: one row for each job that may send. A repeated job uses its row again.
CREATE TABLE mail_permit (
  member_id BIGINT      NOT NULL,
  job_id    VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  taken_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (member_id, job_id),
  CONSTRAINT mail_permit_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The answers whose mail came after a member had received the most mails of an hour. One mail sends many of them together.
CREATE TABLE mail_waiting (
  member_id BIGINT      NOT NULL,
  answer_id BIGINT      NOT NULL,
  since     DATETIME(6) NOT NULL,
  PRIMARY KEY (member_id, answer_id),
  KEY mail_waiting_answer (answer_id),
  CONSTRAINT mail_waiting_to FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
  CONSTRAINT mail_waiting_on FOREIGN KEY (answer_id) REFERENCES answer (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
