package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A question was deleted. */
@RegisterForReflection
public record QuestionDeleted(long questionId) {}
