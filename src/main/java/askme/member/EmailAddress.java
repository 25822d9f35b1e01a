package askme.member;

import io.quarkus.runtime.LaunchMode;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can reach: a local part in ASCII, and a domain name. Domains in other alphabets are stored and
 * used in their {@code xn--} form. SMTP servers accept a local part in another alphabet only with the extension SMTPUTF8 (RFC
 * 6531), which the mail client does not have.
 */
@Constraint(validatedBy = EmailAddress.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface EmailAddress {

    String message() default "{askme.email.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Validates and cleans addresses. */
    final class Check implements ConstraintValidator<EmailAddress, String> {

        /** RFC 5321, 4.5.3.1: the longest local part and path. */
        private static final int LONGEST_LOCAL = 64;

        private static final int LONGEST = 254;
        private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
        private static final Pattern LOCAL = Pattern.compile(ATOM + "(?:\\." + ATOM + ")*");
        private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7f]");
        private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
        private static final Pattern HOST = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

        /** The last label of a name in the public DNS is no number (RFC 3696, 2). */
        private static final Pattern DOMAIN = Pattern.compile("(?:" + LABEL + "\\.)+(?![0-9]+$)[A-Za-z0-9-]{2,63}");

        /** Java maps these letters to others, as an older standard did; the name would be that of another site. */
        private static final Pattern AMBIGUOUS = Pattern.compile("[\u00df\u1e9e\u03c2\u200c\u200d]");

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                return true; // @NotBlank
            }
            String address = clean(typed);
            int at = address.lastIndexOf('@');
            if (at > 0 && NOT_ASCII.matcher(address.substring(0, at)).find()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{askme.email.local}")
                        .addConstraintViolation();
                return false;
            }
            return valid(address, LaunchMode.current() == LaunchMode.DEVELOPMENT);
        }

        /** Whether the cleaned address can be reached. In development a machine's name such as {@code localhost} is enough. */
        public static boolean valid(String address, boolean development) {
            int at = address.lastIndexOf('@');
            return at > 0
                    && at <= LONGEST_LOCAL
                    && address.length() <= LONGEST
                    && LOCAL.matcher(address.substring(0, at)).matches()
                    && (development ? HOST : DOMAIN)
                            .matcher(address.substring(at + 1))
                            .matches();
        }

        /** The form in which an address is stored and compared: without spaces around it, its domain in ASCII. */
        public static String clean(String typed) {
            String address = Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
            int at = address.lastIndexOf('@');
            String domain = address.substring(at + 1);
            if (at < 0
                    || !NOT_ASCII.matcher(domain).find()
                    || AMBIGUOUS.matcher(domain).find()) {
                return address;
            }
            try {
                return address.substring(0, at + 1) + IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
            } catch (IllegalArgumentException e) {
                return address;
            }
        }

        /** The address as its owner writes it: the domain in its alphabet. */
        public static String readable(String address) {
            int at = address.lastIndexOf('@');
            return at < 0 ? address : address.substring(0, at + 1) + IDN.toUnicode(address.substring(at + 1));
        }
    }
}
