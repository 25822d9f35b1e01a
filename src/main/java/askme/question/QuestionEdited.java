package askme.question;

/** The author changed the question's title, text or tags. */
public record QuestionEdited(long questionId) {}
