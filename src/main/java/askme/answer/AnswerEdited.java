package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The author changed the answer's text. */
@RegisterForReflection
public record AnswerEdited(long answerId, long questionId) {}
