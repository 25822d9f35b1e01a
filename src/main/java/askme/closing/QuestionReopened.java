package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A closed question was opened again.
 *
 * @param by the member who reopened it, or whose vote did
 */
@RegisterForReflection
public record QuestionReopened(long questionId, long by) implements ChangesQuestion {}
