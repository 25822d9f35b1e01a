package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The question's author marked the answer, or took the mark away. */
@RegisterForReflection
public record AnswerAccepted(long questionId, long answerId, boolean accepted) {}
