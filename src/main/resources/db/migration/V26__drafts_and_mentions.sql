-- Text that a member has typed into a form and not posted. One row for each member and form.
CREATE TABLE draft (
  member_id BIGINT      NOT NULL,
  place     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  -- JSON, the form's fields. Null after the text was posted or discarded: an older copy must not come back.
  fields    MEDIUMTEXT,
  -- In milliseconds since 1970, by the clock of the browser.
  typed_at  BIGINT      NOT NULL,
  saved_at  DATETIME(6) NOT NULL,
  PRIMARY KEY (member_id, place),
  KEY draft_of_member (member_id, saved_at),
  KEY draft_age (saved_at),
  CONSTRAINT draft_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The members whom a comment mentions or has mentioned before an edit. No foreign key to the member: its lock would make two members
-- who mention each other wait for each other.
CREATE TABLE comment_mention (
  comment_id BIGINT      NOT NULL,
  member_id  BIGINT      NOT NULL,
  -- As in the text of the comment; the member may have another nickname by now.
  name       VARCHAR(32) NOT NULL,
  mailed_at  DATETIME(6),
  PRIMARY KEY (comment_id, member_id),
  CONSTRAINT comment_mention_in FOREIGN KEY (comment_id) REFERENCES comment (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A comment without mentions, as most are, reads nothing of the table above.
ALTER TABLE comment ADD COLUMN mention_count TINYINT NOT NULL DEFAULT 0;
