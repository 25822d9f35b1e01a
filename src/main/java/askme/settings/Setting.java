package askme.settings;

import io.quarkus.qute.TemplateData;
import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One setting of the site. Its constant is in {@link SettingKeys}, and {@link Settings} has its value.
 *
 * @param <T> the type of its value
 */
@TemplateData
public final class Setting<T> {

    /** The most entries of a list. */
    private static final int MOST_ENTRIES = 300;

    private static final int LONGEST_DOMAIN = 253;

    /** A domain of at least two labels (RFC 1035, 2.3.1), also one with digits first (RFC 1123, 2.1). */
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private static final Pattern SPACE = Pattern.compile("[\\p{Cntrl}\\p{Z}\\s]+");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    private final String name;
    private final Section section;
    private final SettingKind kind;
    private final T fallback;
    private final int least;
    private final int most;
    private final List<String> offered;
    private final Parser<T> parser;

    /** Reads a value from the text in which it is stored and typed. */
    @FunctionalInterface
    private interface Parser<T> {
        T parse(String text) throws InvalidValue;
    }

    private Setting(
            String name,
            Section section,
            SettingKind kind,
            T fallback,
            int least,
            int most,
            List<String> offered,
            Parser<T> parser) {
        this.name = name;
        this.section = section;
        this.kind = kind;
        this.fallback = fallback;
        this.least = least;
        this.most = most;
        this.offered = offered;
        this.parser = parser;
    }

    /** A number from {@code least} to {@code most}. */
    static Setting<Integer> number(Section section, String name, int fallback, int least, int most) {
        return new Setting<>(name, section, SettingKind.NUMBER, fallback, least, most, List.of(), text -> {
            if (!text.matches("-?\\d{1,9}")) {
                throw new InvalidValue(InvalidValue.Reason.NO_NUMBER);
            }
            int number = Integer.parseInt(text);
            check(number >= least && number <= most, InvalidValue.Reason.OUT_OF_BOUNDS);
            return number;
        });
    }

    static Setting<Boolean> yesNo(Section section, String name, boolean fallback) {
        return new Setting<>(name, section, SettingKind.YES_NO, fallback, 0, 0, List.of(), text -> {
            check(Set.of("true", "false").contains(text), InvalidValue.Reason.NOT_OFFERED);
            return Boolean.valueOf(text);
        });
    }

    /** A line of {@code least} to {@code most} characters. */
    static Setting<String> text(Section section, String name, String fallback, int least, int most) {
        return new Setting<>(name, section, SettingKind.TEXT, fallback, least, most, List.of(), text -> {
            String line = SPACE.matcher(text).replaceAll(" ").strip();
            check(line.length() >= least, InvalidValue.Reason.EMPTY);
            return shortEnough(line, most);
        });
    }

    /** A text in each language; {@code kind} says whether it has one line. */
    static Setting<Texts> perLanguage(Section section, String name, SettingKind kind, int most) {
        boolean line = kind == SettingKind.TEXT_PER_LANGUAGE;
        return new Setting<>(
                name,
                section,
                kind,
                Texts.NONE,
                0,
                most,
                List.of(),
                text -> Texts.of("", shortEnough(line ? SPACE.matcher(text).replaceAll(" ") : text, most)));
    }

    /** A list; each entry has at most {@code most} characters. */
    static Setting<List<String>> list(Section section, String name, int most) {
        return new Setting<>(
                name, section, SettingKind.LIST, List.of(), 0, most, List.of(), text -> entries(text, most));
    }

    /** A list of domain names. */
    static Setting<List<String>> domains(Section section, String name) {
        return new Setting<>(name, section, SettingKind.LIST, List.of(), 0, LONGEST_DOMAIN, List.of(), text -> {
            List<String> domains = new ArrayList<>();
            for (String typed : entries(text.toLowerCase(Locale.ROOT), LONGEST_DOMAIN)) {
                domains.add(ascii(typed));
            }
            return List.copyOf(domains);
        });
    }

    /** The form in which addresses of members have the domain (RFC 5890, 2.3.2.1). */
    private static String ascii(String domain) throws InvalidValue {
        try {
            String ascii = IDN.toASCII(domain);
            check(DOMAIN.matcher(ascii).matches(), InvalidValue.Reason.NO_DOMAIN);
            return ascii;
        } catch (IllegalArgumentException e) {
            throw new InvalidValue(InvalidValue.Reason.NO_DOMAIN);
        }
    }

    private static List<String> entries(String text, int most) throws InvalidValue {
        List<String> entries = text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        check(entries.size() <= MOST_ENTRIES, InvalidValue.Reason.TOO_MANY);
        for (String entry : entries) {
            shortEnough(entry, most);
        }
        return entries;
    }

    /** One of the {@code offered} words. */
    static Setting<String> choice(Section section, String name, String fallback, List<String> offered) {
        return new Setting<>(name, section, SettingKind.CHOICE, fallback, 0, 0, offered, text -> {
            check(offered.contains(text), InvalidValue.Reason.NOT_OFFERED);
            return text;
        });
    }

    /** A colour of six hexadecimal digits; empty for that of the style sheet. */
    static Setting<String> colour(Section section, String name) {
        return new Setting<>(name, section, SettingKind.COLOUR, "", 0, 0, List.of(), text -> {
            String colour = text.toLowerCase(Locale.ROOT);
            check(colour.isEmpty() || COLOUR.matcher(colour).matches(), InvalidValue.Reason.NO_COLOUR);
            return colour;
        });
    }

    /** The name of an uploaded file; empty for none. */
    static Setting<String> picture(Section section, String name) {
        return new Setting<>(name, section, SettingKind.PICTURE, "", 0, 100, List.of(), text -> shortEnough(text, 100));
    }

    private static String shortEnough(String text, int most) throws InvalidValue {
        check(text.codePointCount(0, text.length()) <= most, InvalidValue.Reason.TOO_LONG);
        return text;
    }

    private static void check(boolean valid, InvalidValue.Reason otherwise) throws InvalidValue {
        if (!valid) {
            throw new InvalidValue(otherwise);
        }
    }

    /** The value that {@code text} means; a text in one language has the language "". */
    public T parse(String text) throws InvalidValue {
        return parser.parse(text.strip());
    }

    /** {@code text} as it is stored: checked, without what {@link #parse} ignores. */
    public String normalized(String text) throws InvalidValue {
        return format(parse(text));
    }

    /** The text of a value, which {@link #parse} reads; of a text in several languages, the one without language. */
    public static String format(Object value) {
        if (value instanceof Texts texts) {
            return texts.in("");
        }
        return value instanceof List<?> entries
                ? entries.stream().map(Object::toString).collect(Collectors.joining("\n"))
                : value.toString();
    }

    /** Its name in the database, in forms and in the configuration: {@code privilege.vote}. It never changes. */
    public String name() {
        return name;
    }

    public Section section() {
        return section;
    }

    public SettingKind kind() {
        return kind;
    }

    /** Its value if nobody has set it. */
    public T fallback() {
        return fallback;
    }

    /** The least number. */
    public int least() {
        return least;
    }

    /** The greatest number, or the most characters. */
    public int most() {
        return most;
    }

    /** The words of a choice. */
    public List<String> offered() {
        return offered;
    }

    /** The key of the configuration that wins over the database: {@code askme.settings.privilege.vote}. */
    String key() {
        return "askme.settings." + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
