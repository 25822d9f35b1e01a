package askme.question;

import askme.pagecache.ChangesQuestion;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** The title, the text or the tags of a question changed. */
@RegisterForReflection
public record QuestionEdited(long questionId) implements ChangesQuestion {}
