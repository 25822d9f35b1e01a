package askme;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** A package-private method of a test class without an annotation is a test somebody believes to run. */
final class CarryAJunitAnnotation extends ArchCondition<JavaMethod> {

    static final CarryAJunitAnnotation RULE = new CarryAJunitAnnotation();

    private CarryAJunitAnnotation() {
        super("carry an annotation of JUnit or be called by none");
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        boolean annotated = method.getAnnotations().stream()
                .anyMatch(a -> a.getRawType().getPackageName().startsWith("org.junit"));
        if (!annotated
                && method.getRawParameterTypes().isEmpty()
                && method.getRawReturnType().getName().equals("void")) {
            events.add(SimpleConditionEvent.violated(method, method.getFullName() + " has no @Test"));
        }
    }
}
