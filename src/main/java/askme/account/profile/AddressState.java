package askme.account.profile;

import io.quarkus.qute.TemplateData;

/**
 * The address of an account, and whether it is confirmed.
 *
 * @param present the address as its owner writes it; null without one
 * @param confirmed whether a link that was sent to it was used
 * @param pending the address that the account gets as soon as a link to it is used; null without one
 */
@TemplateData
record AddressState(String present, boolean confirmed, String pending) {}
