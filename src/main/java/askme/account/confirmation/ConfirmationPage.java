package askme.account.confirmation;

import askme.account.address.AddressPurpose;
import io.quarkus.qute.TemplateData;

/**
 * The content of the page behind a link to an address.
 *
 * @param email the address, as its owner writes it
 * @param waiting how many posts wait for the confirmation
 * @param error why the last press of the button changed nothing; null without one
 */
@TemplateData
record ConfirmationPage(
        String token, AddressPurpose purpose, String nickname, String email, int waiting, String error) {}
