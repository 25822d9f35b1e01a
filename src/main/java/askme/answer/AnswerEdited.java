package askme.answer;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The text of an answer changed. */
@RegisterForReflection
public record AnswerEdited(long answerId, long questionId) implements ChangesQuestion {}
