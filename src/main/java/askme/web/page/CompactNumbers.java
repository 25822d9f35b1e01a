package askme.web.page;

import io.quarkus.qute.TemplateExtension;

/** Large numbers in message texts, shortened: {@code {n.compact('.','k','m')}}, {@code {n.compact(',',' тыс.',' млн')}}. */
@TemplateExtension
public final class CompactNumbers {

    private static final int THOUSAND = 1000;
    private static final int MILLION = 1_000_000;

    /** From here on there is no digit after the point. */
    private static final int WHOLE = 100;

    private CompactNumbers() {}

    /** {@code 999}, {@code 1.2k}, {@code 123k}, {@code 1.2m}; rounded down. */
    static String compact(int n, String point, String thousand, String million) {
        if (n < THOUSAND) {
            return Integer.toString(n);
        }
        return n < MILLION ? scaled(n, THOUSAND, point) + thousand : scaled(n, MILLION, point) + million;
    }

    private static String scaled(int n, int unit, String point) {
        int whole = n / unit;
        int tenth = n / (unit / 10) % 10;
        return whole >= WHOLE || tenth == 0 ? Integer.toString(whole) : whole + point + tenth;
    }

    /** The number that decides the plural form beside the shortened {@code n}. */
    static int rounded(int n) {
        return n < THOUSAND ? n : THOUSAND;
    }

    /** With a separator between groups of three digits: {@code 1,234}. */
    static String grouped(int n, String separator) {
        return Integer.toString(n).replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator);
    }
}
