package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A question was asked. */
@RegisterForReflection
public record QuestionAsked(long questionId) {}
