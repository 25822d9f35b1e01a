package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody voted for the answer. */
@RegisterForReflection
public record AnswerVoted(long answerId, long questionId) {}
