package askme.member;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.Character.UnicodeScript;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** 2 to 32 letters, digits, {@code _} or {@code -}. Letters of one script only: a Cyrillic а among Latin ones is a forgery. */
@Constraint(validatedBy = Nickname.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Nickname {

    String message() default "{askme.nickname.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says whether a nickname will do. */
    final class Check implements ConstraintValidator<Nickname, String> {

        private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{2,32}");
        private static final Pattern SHOWS = Pattern.compile("[\\p{L}\\p{Nd}]");

        private static final Set<UnicodeScript> ANY = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

        /** Written together in one language. */
        private static final Set<UnicodeScript> JAPANESE =
                EnumSet.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            if (typed == null || typed.isBlank()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{askme.nickname.required}")
                        .addConstraintViolation();
                return false;
            }
            return valid(clean(typed));
        }

        /** As it is stored: without the spaces around it, composed. */
        public static String clean(String typed) {
            return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        }

        /** Whether these are one nickname but for case; to the database's collation accents and long s are nothing either. */
        public static boolean same(String one, String other) {
            return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }

        /** As the collation compares it, or coarser: without accents, long s and case. */
        public static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT);
        }

        /** Whether there is nothing to call somebody by: marks alone, which older accounts may have. */
        public static boolean nameless(String nickname) {
            return !SHOWS.matcher(nickname).find();
        }

        public static boolean valid(String nickname) {
            if (!SHAPE.matcher(nickname).matches()) {
                return false;
            }
            Set<UnicodeScript> scripts = nickname.codePoints()
                    .mapToObj(UnicodeScript::of)
                    .filter(s -> !ANY.contains(s))
                    .collect(Collectors.toSet());
            return scripts.size() <= 1 || JAPANESE.containsAll(scripts);
        }
    }
}
