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

/** 2 to 32 letters, digits, {@code _} or {@code -}. All letters are of one script: a Cyrillic а among Latin ones misleads. */
@Constraint(validatedBy = Nickname.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Nickname {

    String message() default "{askme.nickname.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Validates, cleans and compares nicknames. */
    final class Check implements ConstraintValidator<Nickname, String> {

        private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd}_-]{2,32}");
        private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{Nd}]");

        private static final Set<UnicodeScript> ANY = EnumSet.of(UnicodeScript.COMMON, UnicodeScript.INHERITED);

        /** Japanese mixes these scripts in one word. */
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

        /** The stored form: without spaces around it, in Unicode's form NFC. */
        public static String clean(String typed) {
            return Normalizer.normalize(typed.strip(), Normalizer.Form.NFC);
        }

        /** Whether the nicknames are equal except for case. The database's collation also ignores accents and the long s. */
        public static boolean same(String one, String other) {
            return one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
        }

        /** The text without accents, long s and case: texts that the collation treats as equal have the same result. */
        public static String plain(String text) {
            return Normalizer.normalize(text, Normalizer.Form.NFKD)
                    .replaceAll("\\p{M}+", "")
                    .toLowerCase(Locale.ROOT);
        }

        /** Whether the nickname has neither letters nor digits. Older accounts may have such a nickname. */
        public static boolean nameless(String nickname) {
            return !VISIBLE.matcher(nickname).find();
        }

        /** Whether the nickname has letters that names do not use, such as those of phonetics, which look like others. */
        public static boolean uncommon(String nickname) {
            return !Lookalikes.isCommon(nickname);
        }

        /** Whether a picture can be drawn from the nickname. Older rules did not require letters of one script. */
        public static boolean drawable(String nickname) {
            return SHAPE.matcher(nickname).matches();
        }

        /** Whether the cleaned nickname follows the rule of {@link Nickname}. */
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
