package askme.account.address;

import io.quarkus.qute.TemplateData;

/**
 * The content of a mail with a link to an address.
 *
 * @param email the address that the mail goes to
 * @param address the address that the account has now, readable; it differs from {@code email} in a mail about a change
 * @param url the absolute address of the page behind the link
 * @param language the mail's language, two letters; null means the site's default
 */
@TemplateData
public record MailedLink(
        AddressPurpose purpose, String email, String nickname, String address, String url, String language) {

    /** Whether the mail is about a change of the address. */
    public boolean change() {
        return purpose != AddressPurpose.CONFIRM;
    }
}
