-- The settings that an administrator has changed. A setting without a row has its default. language is '' for a setting that is the same in all
-- languages. A list has one entry a line.
CREATE TABLE setting (
  name       VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  language   VARCHAR(8)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '',
  value      MEDIUMTEXT  NOT NULL,
  changed_by BIGINT      NULL,
  changed_at DATETIME(6) NOT NULL,
  PRIMARY KEY (name, language)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Grows in each transaction that changes a setting. Every process reads it each second.
INSERT INTO site_counter (name, value) VALUES ('settings-version', 0);
