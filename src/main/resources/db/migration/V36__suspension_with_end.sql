-- The end of a suspension, NULL without one, and its reason.
ALTER TABLE member ADD COLUMN suspended_until DATETIME(6), ALGORITHM=INSTANT;
ALTER TABLE member ADD COLUMN suspension_reason VARCHAR(500) NOT NULL DEFAULT '', ALGORITHM=INSTANT;
