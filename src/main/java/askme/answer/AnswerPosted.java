package askme.answer;

/** An answer was posted. */
public record AnswerPosted(long answerId, long questionId) {}
