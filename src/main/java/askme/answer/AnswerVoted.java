package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A member cast, changed or removed a vote for an answer. */
@RegisterForReflection
public record AnswerVoted(long answerId, long questionId) implements ChangesQuestion {}
