-- The texts of members about themselves, each part optional. A separate table keeps the rows of lists small.
CREATE TABLE member_profile (
  member_id BIGINT       NOT NULL PRIMARY KEY,
  about     TEXT         NOT NULL,
  link      VARCHAR(200) NOT NULL DEFAULT '',
  title     VARCHAR(60)  NOT NULL DEFAULT '',
  CONSTRAINT member_profile_of FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- The language that the member chose for pages and mails, two letters; NULL: that of the browser, and of the last sign-in for mails.
ALTER TABLE member ADD COLUMN chosen_language VARCHAR(8) NULL;

-- Whether the member chose the time zone. Then the zone of a browser does not replace it.
ALTER TABLE member ADD COLUMN zone_chosen BIT(1) NOT NULL DEFAULT 0;
