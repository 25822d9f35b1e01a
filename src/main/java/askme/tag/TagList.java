package askme.tag;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** At most three words that are tags; an empty field is none. */
@Constraint(validatedBy = TagList.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface TagList {

    String message() default "{askme.tags.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which of the two rules was broken, and by which word. */
    final class Check implements ConstraintValidator<TagList, String> {

        private static final int SHOWN = 40;

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            TagNames tags = TagNames.parse(typed);
            if (tags.names().size() <= TagNames.MOST && tags.bad().isEmpty()) {
                return true;
            }
            // Built here in both cases: such a message takes what somebody typed as a text, never as an expression.
            context.disableDefaultConstraintViolation();
            String message = context.getDefaultConstraintMessageTemplate();
            if (tags.bad().isEmpty()) {
                message = "{askme.tags.too-many}";
            } else {
                context.unwrap(HibernateConstraintValidatorContext.class)
                        .addMessageParameter("tag", shortened(tags.bad().get(0)));
            }
            context.buildConstraintViolationWithTemplate(message).addConstraintViolation();
            return false;
        }

        private static String shortened(String word) {
            return word.codePointCount(0, word.length()) <= SHOWN
                    ? word
                    : word.substring(0, word.offsetByCodePoints(0, SHOWN)) + "…";
        }
    }
}
