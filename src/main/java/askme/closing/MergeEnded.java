package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** All answers of a duplicate are in the other question. */
@RegisterForReflection
public record MergeEnded(long questionId) implements ChangesQuestion {}
