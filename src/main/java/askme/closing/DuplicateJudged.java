package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The asker has said whether the other question solves this one. */
@RegisterForReflection
public record DuplicateJudged(long questionId) implements ChangesQuestion {}
