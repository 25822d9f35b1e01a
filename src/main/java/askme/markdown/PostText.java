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

/** The Markdown of a post: of at most {@value #LONGEST} characters, at least one of which a reader sees. */
@Constraint(validatedBy = PostText.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface PostText {

    /** Characters as a browser counts them. */
    int LONGEST = 20_000;

    /** The message if a reader would see nothing. */
    String message() default "{askme.text.required}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the length, then what is left of the source when it is rendered. */
    final class Check implements ConstraintValidator<PostText, String> {

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            if (text == null || text.length() <= LONGEST) {
                return text != null && !text.isBlank() && UserInput.isVisible(VisibleText.of(text));
            }
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter("max", LONGEST)
                    .addMessageParameter("over", text.length() - LONGEST);
            context.buildConstraintViolationWithTemplate("{askme.text.too-long}")
                    .addConstraintViolation();
            return false;
        }
    }
}
