-- When the account is deleted; NULL if its member did not ask for that. It stays until all data is gone, so that a job that stopped continues.
ALTER TABLE member ADD COLUMN delete_at DATETIME(6) NULL;
ALTER TABLE member ADD KEY member_delete (delete_at), ALGORITHM=INPLACE, LOCK=NONE;

-- The data that members asked for. A job makes its parts, which are files of the picture storage.
CREATE TABLE data_export (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id BIGINT      NOT NULL,
  asked_at  DATETIME(6) NOT NULL,
  -- NULL until all parts are there.
  ready_at  DATETIME(6),
  ends_at   DATETIME(6) NOT NULL,
  -- A random part of the names of the files.
  file      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  parts     INT         NOT NULL DEFAULT 0,
  bytes     BIGINT      NOT NULL DEFAULT 0,
  KEY data_export_of_member (member_id, id),
  KEY data_export_ends (ends_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The deletion of an account writes the new name of its member into mentions.
ALTER TABLE comment_mention ADD KEY comment_mention_of (member_id), ALGORITHM=INPLACE, LOCK=NONE;
