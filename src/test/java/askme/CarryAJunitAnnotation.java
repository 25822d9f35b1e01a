package askme;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Finds methods that look like tests but do not run, because they have no annotation of JUnit. */
final class CarryAJunitAnnotation extends ArchCondition<JavaMethod> {

    static final CarryAJunitAnnotation RULE = new CarryAJunitAnnotation();

    private CarryAJunitAnnotation() {
        super("carry an annotation of JUnit");
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
