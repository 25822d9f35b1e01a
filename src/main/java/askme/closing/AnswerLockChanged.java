package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer was locked or unlocked. */
@RegisterForReflection
public record AnswerLockChanged(long answerId, long questionId) implements ChangesQuestion {}
