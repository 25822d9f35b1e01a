package askme.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;

/**
 * Bean Validation of a form record. Called inside the resource method, because {@code @Valid} on a parameter answers a
 * bare 400 and the page with what was typed would be lost.
 */
@ApplicationScoped
public class FormValidator {

    private final Validator validator;

    FormValidator(Validator validator) {
        this.validator = validator;
    }

    /** One message a field, those of the form's first fields first. */
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
