-- When the member last proved in this session who it is; NULL if a provider vouched for the member without asking again.
ALTER TABLE session ADD COLUMN confirmed_at DATETIME(6) NULL, ALGORITHM=INSTANT;

-- The provider that opened the session; NULL for other ways.
ALTER TABLE session ADD COLUMN provider VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL, ALGORITHM=INSTANT;

-- Whether a sign-in needs a second factor, so that neither a sign-in nor the check of a moderator reads the tables of factors.
ALTER TABLE member ADD COLUMN second_factor BIT(1) NOT NULL DEFAULT 0, ALGORITHM=INSTANT;
