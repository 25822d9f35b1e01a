package askme.question;

/** Somebody voted for the question. */
public record QuestionVoted(long questionId) {}
