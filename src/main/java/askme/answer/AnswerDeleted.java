package askme.answer;

/** The answer is gone. */
public record AnswerDeleted(long answerId, long questionId) {}
