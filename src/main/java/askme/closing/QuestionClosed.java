package askme.closing;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A question was closed.
 *
 * @param by the member who closed it, or whose vote did
 */
@RegisterForReflection
public record QuestionClosed(long questionId, long by) implements ChangesQuestion {}
