-- The VAPID keys of the site, made once. Base64 for URLs, as push services and scripts expect them.
CREATE TABLE push_key (
  id          TINYINT      NOT NULL PRIMARY KEY,
  public_key  VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  private_key VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  made_at     DATETIME(6)  NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- A device to which notifications of a member are pushed. It ends with the session that it belongs to. endpoint_hash is the SHA-256 of the
-- endpoint: a device belongs to one member, the last who asked for it.
CREATE TABLE push_subscription (
  id            BIGINT         NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id     BIGINT         NOT NULL,
  session_hash  BINARY(32)     NOT NULL,
  endpoint      VARCHAR(1000)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  endpoint_hash BINARY(32)     NOT NULL,
  browser_key   VARBINARY(65)  NOT NULL,
  secret        VARBINARY(16)  NOT NULL,
  device        VARCHAR(60)    NOT NULL DEFAULT '',
  added_at      DATETIME(6)    NOT NULL,
  UNIQUE KEY push_endpoint (endpoint_hash),
  KEY push_of_member (member_id, id),
  KEY push_of_session (session_hash),
  CONSTRAINT push_member FOREIGN KEY (member_id) REFERENCES member (id) ON DELETE CASCADE,
  CONSTRAINT push_session FOREIGN KEY (session_hash) REFERENCES session (id_hash) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;

-- Which state of a notification a device has received, by the time of its last cause. A job that is repeated sends nothing again.
CREATE TABLE push_delivery (
  subscription_id BIGINT      NOT NULL,
  notification_id BIGINT      NOT NULL,
  happened_at     DATETIME(6) NOT NULL,
  PRIMARY KEY (subscription_id, notification_id),
  KEY push_delivered (notification_id),
  CONSTRAINT push_delivered_to FOREIGN KEY (subscription_id) REFERENCES push_subscription (id) ON DELETE CASCADE,
  CONSTRAINT push_delivered_of FOREIGN KEY (notification_id) REFERENCES notification (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_520_ci;
