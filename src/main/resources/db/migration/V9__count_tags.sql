-- The paginator of /tags/ must not count rows either.
INSERT INTO site_counter (name, value) SELECT 'tags', COUNT(*) FROM tag;
