package askme.deletion;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A deleted question is visible again. Its answers follow in batches. */
@RegisterForReflection
public record QuestionUndeleted(long questionId) {}
