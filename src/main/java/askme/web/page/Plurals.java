package askme.web.page;

import io.quarkus.qute.TemplateExtension;

/** Plural forms in message texts: {@code {n.plural('answer','answers')}}, {@code {n.plural('ответ','ответа','ответов')}}. */
@TemplateExtension
public final class Plurals {

    private Plurals() {}

    /** The form for {@code n} by the English rule (CLDR plural rules, integers). */
    public static String plural(int n, String one, String other) {
        return n == 1 ? one : other;
    }

    /** The form for {@code n} by the Russian rule (CLDR plural rules, integers). */
    public static String plural(int n, String one, String few, String many) {
        int tens = Math.abs(n) % 100;
        int units = tens % 10;
        if (units == 1 && tens != 11) {
            return one;
        }
        return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
    }
}
