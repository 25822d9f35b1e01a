-- One row for each handler of an event, written in the transaction that causes it and deleted when the handler's end is
-- known: the table holds only what is still to do, and the dead letters.
--   new     push_at lies shortly ahead: the writer pushes the job to Redis right after its commit
--   pushed  at push_at the relay makes sure that Redis holds the job (it pushes it where it does not) and moves push_at on
--   done    the row is gone
--   dead    push_at is NULL: buried, kept as long as the dead list keeps it, never pushed again by itself
CREATE TABLE outbox (
  id          CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  handler     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  queue       VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  version     INT         NOT NULL,
  event       MEDIUMTEXT  NOT NULL,
  request_id  VARCHAR(64) NULL,
  recorded_at DATETIME(6) NOT NULL,
  due_at      DATETIME(6) NOT NULL,
  push_at     DATETIME(6) NULL,
  KEY outbox_push (push_at, recorded_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
