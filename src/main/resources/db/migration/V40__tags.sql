-- One line about the purpose of the tag.
ALTER TABLE tag ADD COLUMN description VARCHAR(200) NOT NULL DEFAULT '', ALGORITHM=INSTANT;

-- The long text about a tag, with its last editor. No foreign keys in these tables: a row must lock neither a tag nor a member.
CREATE TABLE tag_wiki (
  tag_id    BIGINT      NOT NULL PRIMARY KEY,
  body      MEDIUMTEXT  NOT NULL,
  editor_id BIGINT      NOT NULL,
  edited_at DATETIME(6) NOT NULL,
  KEY tag_wiki_edited (edited_at, editor_id),
  KEY tag_wiki_by (editor_id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Other names of tags. A question that is stored with one gets the tag.
CREATE TABLE tag_synonym (
  name   VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  tag_id BIGINT      NOT NULL,
  KEY tag_synonym_of (tag_id, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Merges of a tag into another one, and renames, which are merges into a new tag. A job moves the questions; ended_at is NULL until then.
CREATE TABLE tag_merge (
  id        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  from_id   BIGINT      NOT NULL,
  from_name VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  target_id   BIGINT      NOT NULL,
  target_name VARCHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  begun_by  BIGINT      NOT NULL,
  begun_at  DATETIME(6) NOT NULL,
  ended_at  DATETIME(6),
  UNIQUE KEY tag_merge_from (from_id),
  KEY tag_merge_running (ended_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
