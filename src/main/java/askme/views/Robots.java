package askme.views;

import java.util.regex.Pattern;

/** Recognises programs that read pages for no person, by the header User-Agent. Most of them name themselves. */
final class Robots {

    private static final Pattern NAMES = Pattern.compile(
            "(?<!cu)bot(\\b|_)|crawl|spider|slurp|archiver|scrap|fetch|preview|monitor|validator|lighthouse|headless|phantom"
                    + "|facebookexternalhit|whatsapp|telegram|feed|rss|curl|wget|libwww|python|java[-/]|okhttp|go-http|node|axios"
                    + "|ruby|perl|httpclient|apache-http|postman|+http|@[a-z]".replace("+http", "\\+http"),
            Pattern.CASE_INSENSITIVE);

    private Robots() {}

    /** Whether {@code browser} names a robot or nothing at all. */
    static boolean include(String browser) {
        return browser.isBlank() || NAMES.matcher(browser).find();
    }
}
