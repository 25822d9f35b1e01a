package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer was deleted. */
@RegisterForReflection
public record AnswerDeleted(long answerId, long questionId) implements ChangesQuestion {}
