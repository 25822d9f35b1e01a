package askme.api;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The member of the token.
 *
 * @param moderates whether this token has the rights of a moderator
 * @param mustConfirm whether posts wait until the member confirms the address
 * @param unread the number of unread notifications
 */
@RegisterForReflection
public record ApiMe(ApiMember member, boolean moderates, boolean mustConfirm, int unread) {}
