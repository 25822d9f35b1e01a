package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody voted for the question. */
@RegisterForReflection
public record QuestionVoted(long questionId) {}
