-- Full-text search. One statement an index: InnoDB builds one FULLTEXT index at a time. MATCH names exactly the columns
-- of one index, so the title has one of its own: suggestions ask it first, and it is a tenth of the other.
ALTER TABLE question ADD FULLTEXT INDEX question_title_text (title);
ALTER TABLE question ADD FULLTEXT INDEX question_text (title, body);

-- The best-rated questions for each beginning of a title word that many titles share, kept by PrefixTable: a full-text
-- query costs some microseconds for every match, so the broadest prefixes, typed most often, are answered from here.
-- question_ids: the best first, separated by commas. prefix is folded: lower case, no accents.
CREATE TABLE search_prefix (
  prefix       VARCHAR(16)  NOT NULL PRIMARY KEY,
  question_ids VARCHAR(200) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin;
