-- Grows in each transaction that changes what the question's page shows. A cached page is valid while its version is equal.
ALTER TABLE question ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
-- The same for changes that many pages show, such as a new nickname.
INSERT INTO site_counter (name, value) VALUES ('page-version', 0);
