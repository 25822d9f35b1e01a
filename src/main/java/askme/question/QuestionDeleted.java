package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A question is there no more. */
@RegisterForReflection
public record QuestionDeleted(long questionId) {}
