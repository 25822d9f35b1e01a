package askme.question;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Somebody voted for the question. */
@RegisterForReflection
public record QuestionVoted(long questionId) implements ChangesQuestion {}
