package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer was posted. */
@RegisterForReflection
public record AnswerPosted(long answerId, long questionId) implements ChangesQuestion {}
