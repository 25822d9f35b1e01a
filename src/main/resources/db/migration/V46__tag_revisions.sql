-- The states of the descriptions of a tag, as question_revision has those of a question. No foreign keys: a row must lock neither a tag nor
-- a member.
CREATE TABLE tag_revision (
  tag_id        BIGINT       NOT NULL,
  number        INT          NOT NULL,
  editor_id     BIGINT       NOT NULL,
  description   VARCHAR(200) NOT NULL,
  body          MEDIUMTEXT   NOT NULL,
  reason        VARCHAR(200) NOT NULL DEFAULT '',
  restored_from INT,
  taken_by      BIGINT,
  taken_changed BIT(1)       NOT NULL DEFAULT 0,
  begun_at      DATETIME(6)  NOT NULL,
  written_at    DATETIME(6)  NOT NULL,
  PRIMARY KEY (tag_id, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
