package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** A question was locked or unlocked. */
@RegisterForReflection
public record QuestionLockChanged(long questionId) implements ChangesQuestion {}
