package askme.answer;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** An answer has moved from a duplicate to the other question. */
@RegisterForReflection
public record AnswerMoved(long answerId, long fromId, long toId) {}
