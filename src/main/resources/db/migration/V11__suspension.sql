-- Set by an administrator: no session of the member counts, and none is opened.
ALTER TABLE member ADD COLUMN suspended BIT(1) NOT NULL DEFAULT 0;
