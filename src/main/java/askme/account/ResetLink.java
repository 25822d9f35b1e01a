package askme.account;

import io.quarkus.qute.TemplateData;

/**
 * The link of a mail that lets a member set a new password.
 *
 * @param email the account's e-mail, to which the mail goes
 * @param url the absolute address of the page that sets the password
 * @param language the mail's language, two letters; null means the site's default
 */
@TemplateData
public record ResetLink(String email, String nickname, String url, String language) {}
