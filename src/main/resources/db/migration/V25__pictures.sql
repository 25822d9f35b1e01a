-- A picture that a member uploaded for a text. Its files have the same name.
CREATE TABLE picture (
  name        VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  member_id   BIGINT,
  bytes       BIGINT      NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  checked_at  DATETIME(6) NOT NULL,
  removed     BIT(1)      NOT NULL DEFAULT 0,
  KEY picture_of_member (member_id, uploaded_at, bytes),
  KEY picture_checked (checked_at),
  CONSTRAINT picture_by FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE SET NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A text that named the picture when it was written. It may have been changed or deleted since.
CREATE TABLE picture_use (
  picture VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind    VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  text_id BIGINT      NOT NULL,
  PRIMARY KEY (picture, kind, text_id),
  CONSTRAINT picture_use_of FOREIGN KEY (picture) REFERENCES picture (name) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
