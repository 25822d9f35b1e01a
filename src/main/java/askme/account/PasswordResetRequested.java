package askme.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A guest requested a link to set a new password. It is recorded whether or not the account exists, so that the page does
 * the same in both cases.
 *
 * @param login nickname or e-mail as it was typed
 * @param atMs the time of the request, Unix time in ms
 */
@RegisterForReflection
public record PasswordResetRequested(String login, long atMs) {}
