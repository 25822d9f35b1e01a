package askme.question;

/** A question was asked. */
public record QuestionAsked(long questionId) {}
