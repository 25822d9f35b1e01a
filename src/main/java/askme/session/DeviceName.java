package askme.session;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a member recognises a session by: the browser and the system, as far as the User-Agent header tells. */
public final class DeviceName {

    private static final int SHOWN = 40;
    private static final Map<String, String> BROWSERS = inOrder(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "YaBrowser/",
            "Yandex",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "Safari/",
            "Safari");
    private static final Map<String, String> SYSTEMS = inOrder(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private DeviceName() {}

    /** "Firefox, Linux"; the header's beginning where it is none of those known, "" where there was none. */
    public static String of(String userAgent) {
        String browser = first(BROWSERS, userAgent);
        String system = first(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            return userAgent.substring(0, Math.min(SHOWN, userAgent.length()));
        }
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String first(Map<String, String> names, String userAgent) {
        return names.entrySet().stream()
                .filter(n -> userAgent.contains(n.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** Who names itself after others comes before them. */
    private static Map<String, String> inOrder(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
