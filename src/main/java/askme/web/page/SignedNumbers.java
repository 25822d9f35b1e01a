package askme.web.page;

import io.quarkus.qute.TemplateExtension;

/** Numbers that may be negative, for people: with a minus sign (U+2212), because a hyphen is shorter and may end a line. */
@TemplateExtension
public final class SignedNumbers {

    private SignedNumbers() {}

    /** {@code number} as shown: {@code −3}. */
    public static String signed(int number) {
        return Integer.toString(number).replace('-', '\u2212');
    }
}
