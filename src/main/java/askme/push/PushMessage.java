package askme.push;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A push as the service worker shows it. The payload of a push message has room for about 4,000 bytes.
 *
 * @param url the local path that a click opens
 * @param tag equal for all states of one notification, of which only the last is shown
 * @param at when the last cause happened, in microseconds since 1970: the same state makes no second sound
 * @param icon the address of the site's icon
 */
@RegisterForReflection
record PushMessage(String title, String body, String url, String tag, long at, String icon) {}
