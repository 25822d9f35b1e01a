package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer was posted. */
@RegisterForReflection
public record AnswerPosted(long answerId, long questionId) {}
