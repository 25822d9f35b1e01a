-- Where deep pages of a listing begin: every 200th row of it, kept by AnchorKeeper. position is the number of rows
-- before the row: from the oldest in the list 'newest', from the best in 'hot' and 'tag:ID'.
CREATE TABLE page_anchor (
  list     VARCHAR(40) NOT NULL,
  position INT         NOT NULL,
  rating   INT         NOT NULL,
  id       BIGINT      NOT NULL,
  PRIMARY KEY (list, position)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
