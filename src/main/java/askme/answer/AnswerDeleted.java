package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The answer is gone. */
@RegisterForReflection
public record AnswerDeleted(long answerId, long questionId) {}
