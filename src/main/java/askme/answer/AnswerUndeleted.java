package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A deleted answer is visible again. */
@RegisterForReflection
public record AnswerUndeleted(long answerId, long questionId) implements ChangesQuestion {}
