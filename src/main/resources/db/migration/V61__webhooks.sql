-- A receiver of webhooks. kinds is separated by commas. secret is encrypted. failing_since is the first failure after the last success.
-- switched_off_at is set if the site switched it off.
CREATE TABLE webhook_endpoint (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  url             VARCHAR(1000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kinds           VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  secret          VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  active          TINYINT      NOT NULL DEFAULT 1,
  made_at         DATETIME(6)  NOT NULL,
  failing_since   DATETIME(6),
  switched_off_at DATETIME(6)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- One event for one receiver. The text is read when it is sent, so a deleted post is never sent. state: waiting, delivered, dead or gone.
-- status is that of the last answer, error the reason why no answer came.
CREATE TABLE webhook_delivery (
  id          BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  endpoint_id BIGINT      NOT NULL,
  message_id  VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  kind        VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  subject_id  BIGINT      NOT NULL,
  happened_at DATETIME(6) NOT NULL,
  state       VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  attempts    INT         NOT NULL DEFAULT 0,
  status      INT,
  error       VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin,
  took_ms     INT,
  tried_at    DATETIME(6),
  due_at      DATETIME(6),
  UNIQUE KEY webhook_delivery_once (message_id, endpoint_id),
  KEY webhook_delivery_of_endpoint (endpoint_id, id),
  KEY webhook_delivery_by_state (endpoint_id, state, id),
  KEY webhook_delivery_age (happened_at),
  CONSTRAINT webhook_delivery_to FOREIGN KEY (endpoint_id) REFERENCES webhook_endpoint (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
