package askme.mail.notice;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** Notifications about the question {@code questionId}, or about none if it is 0, wait for a mail to the member. */
@RegisterForReflection
public record NoticeMailDue(long memberId, long questionId) {}
