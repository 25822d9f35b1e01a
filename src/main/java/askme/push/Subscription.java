package askme.push;

import java.util.Locale;

/**
 * A device to which a notification is sent.
 *
 * @param endpoint the address at the push service of the device's browser
 * @param key the public key of the browser (p256dh)
 * @param secret what only the browser and this site know (auth)
 * @param language of the member
 */
record Subscription(long id, String endpoint, byte[] key, byte[] secret, Locale language) {}
