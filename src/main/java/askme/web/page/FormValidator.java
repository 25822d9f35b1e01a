package askme.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;

/**
 * Bean Validation of a form record, called inside the resource method. With {@code @Valid} on a parameter Quarkus answers
 * 400 without a page, and the typed text would be lost. This is documented behaviour of Quarkus, not a bug.
 */
@ApplicationScoped
public class FormValidator {

    private final Validator validator;

    FormValidator(Validator validator) {
        this.validator = validator;
    }

    /** The errors of {@code form}; each field has at most one. Messages are sorted, so that the choice does not vary. */
    public <F> FormErrors of(F form) {
        FormErrors errors = FormErrors.none();
        validator.validate(form).stream()
                .sorted(Comparator.comparing(ConstraintViolation::getMessage))
                .forEach(v -> errors.add(field(v.getPropertyPath()), v.getMessage()));
        return errors;
    }

    private static String field(Path path) {
        String last = "";
        for (Path.Node node : path) {
            if (node.getName() != null) {
                last = node.getName();
            }
        }
        return last;
    }
}
