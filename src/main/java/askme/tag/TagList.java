package askme.tag;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** At most three valid tags. An empty field is allowed. */
@Constraint(validatedBy = TagList.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface TagList {

    String message() default "{askme.tags.bad}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reports which of the two rules is broken. */
    final class Check implements ConstraintValidator<TagList, String> {

        @Override
        public boolean isValid(String typed, ConstraintValidatorContext context) {
            TagNames tags = TagNames.parse(typed);
            if (tags.names().size() <= TagNames.MOST && tags.bad().isEmpty()) {
                return true;
            }
            if (tags.bad().isEmpty()) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{askme.tags.too-many}")
                        .addConstraintViolation();
            }
            return false;
        }
    }
}
