package askme.answer;

/** The question's author marked the answer, or took the mark away. */
public record AnswerAccepted(long questionId, long answerId, boolean accepted) {}
