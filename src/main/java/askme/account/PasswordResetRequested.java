package askme.account;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Somebody wants to set a new password and cannot sign in. Recorded whether or not the account exists, so that the page
 * does the same for either.
 *
 * @param login nickname or e-mail as it was typed
 * @param atMs when, Unix time in ms
 */
@RegisterForReflection
public record PasswordResetRequested(String login, long atMs) {}
