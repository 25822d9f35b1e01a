package askme.api;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The member of the token.
 *
 * @param moderates whether this token has the rights of a moderator
 * @param mustConfirm whether posts wait until the member confirms the address
 * @param unread the number of unread notifications
 */
@RegisterForReflection
@Schema(name = "Me")
public record ApiMe(ApiMember member, boolean moderates, boolean mustConfirm, int unread) {}
