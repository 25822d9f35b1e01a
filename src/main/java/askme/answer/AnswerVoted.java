package askme.answer;

/** Somebody voted for the answer. */
public record AnswerVoted(long answerId, long questionId) {}
