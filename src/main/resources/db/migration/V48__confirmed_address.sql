-- A member may have no address (after the account was deleted) and no password (who signs in in other ways).
--
-- not needed by the version before: it writes neither column as NULL, and such a member cannot sign in there.
ALTER TABLE member MODIFY COLUMN email VARCHAR(254) NULL, MODIFY COLUMN password_hash VARCHAR(255) NULL;

-- When the owner of the address used a link that was sent to it; NULL if never. Members from before this migration have NULL and need not confirm.
ALTER TABLE member ADD COLUMN email_confirmed_at DATETIME(6) NULL;

-- Whether the member has to confirm the address before anything is posted. False if the site did not require it when the member joined.
ALTER TABLE member ADD COLUMN must_confirm BIT(1) NOT NULL DEFAULT 0;
