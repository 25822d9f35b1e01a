package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer was deleted. */
@RegisterForReflection
public record AnswerDeleted(long answerId, long questionId) {}
