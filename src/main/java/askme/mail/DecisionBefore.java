package askme.mail;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The event of jobs that a process of an earlier version has recorded. Nobody records it any longer: such mails are notifications now
 * ({@code askme.mail.notice}).
 */
@RegisterForReflection
public record DecisionBefore(long suggestionId, long proposerId) {}
