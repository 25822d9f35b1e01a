-- A form that was sent twice is found by its author and place, and the held post of a published one by that post.
ALTER TABLE held_post
  ADD KEY held_waiting_of_author (author_id, state, question_id),
  ADD KEY held_of_post (post_id, kind);
