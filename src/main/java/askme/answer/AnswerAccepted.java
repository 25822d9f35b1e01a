package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The question's author accepted the answer, or removed the mark. */
@RegisterForReflection
public record AnswerAccepted(long questionId, long answerId, boolean accepted) implements ChangesQuestion {}
