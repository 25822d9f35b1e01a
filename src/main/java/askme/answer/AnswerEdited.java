package askme.answer;

/** The author changed the answer's text. */
public record AnswerEdited(long answerId, long questionId) {}
