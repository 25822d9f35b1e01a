package askme.question;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The author changed the question's title, text or tags. */
@RegisterForReflection
public record QuestionEdited(long questionId) {}
