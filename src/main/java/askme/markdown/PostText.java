package askme.markdown;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/** The Markdown of a post or comment, at least one character of which a reader sees. */
@Constraint(validatedBy = PostText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface PostText {

    /** Characters as a browser counts them. */
    int LONGEST = 20_000;

    /** The fewest characters. */
    int min() default 1;

    /** The most characters. */
    int max() default LONGEST;

    /** The message if a reader would see nothing, or if the text is shorter than {@link #min}. */
    String message() default "{askme.text.required}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the length, then what is left of the source when it is rendered. */
    final class Check implements ConstraintValidator<PostText, String> {

        private int min;
        private int max;

        @Override
        public void initialize(PostText text) {
            min = text.min();
            max = text.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || text.length() <= max) {
                return text != null
                        && !text.isBlank()
                        && text.length() >= min
                        && UserInput.isVisible(VisibleText.of(text));
            }
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter("max", max)
                    .addMessageParameter("over", text.length() - max);
            context.buildConstraintViolationWithTemplate("{askme.text.too-long}")
                    .addConstraintViolation();
            return false;
        }
    }
}
