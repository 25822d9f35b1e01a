-- What the sidebar reads: the posts of a window with their authors and ratings, from the index alone. Each takes the
-- place of the index on the time only.
ALTER TABLE question DROP KEY question_asked, ADD KEY question_recent (asked_at, author_id, rating);
ALTER TABLE answer DROP KEY answer_answered, ADD KEY answer_recent (answered_at, author_id, rating);
