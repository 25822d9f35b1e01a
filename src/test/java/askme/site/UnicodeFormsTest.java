package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text field of every form is in Unicode's form NFC. File names of macOS, and texts copied from them, are not. */
class UnicodeFormsTest {

    private static final String DECOMPOSED = "/cafe\u0301";
    private static final String COMPOSED = "/caf\u00e9";

    /** The hash normalizes passwords. The others are check boxes, paths, which are ASCII, or what the site or a passkey made. */
    private static final Set<String> NO_TEXT = Set.of(
            "password",
            "passwordAgain",
            "currentPassword",
            "presentPassword",
            "removeAvatar",
            "version",
            "back",
            "action",
            "credential",
            "read",
            "write",
            "moderate");

    static Stream<Class<?>> forms() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("askme").stream()
                        .filter(type -> type.isRecord() && type.getSimpleName().endsWith("Form"))
                        .map(JavaClass::reflect);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void textsAreComposed(Class<?> form) throws ReflectiveOperationException {
        RecordComponent[] fields = form.getRecordComponents();
        Object[] typed = Arrays.stream(fields)
                .map(field -> field.getType() == String.class ? DECOMPOSED : null)
                .toArray();
        Constructor<?> constructor = form.getDeclaredConstructor(
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        Object filled = constructor.newInstance(typed);
        for (RecordComponent field : fields) {
            boolean text = field.getType() == String.class && !NO_TEXT.contains(field.getName());
            if (text && form.getDeclaredField(field.getName()).isAnnotationPresent(RestForm.class)) {
                field.getAccessor().setAccessible(true);
                assertThat(field.getAccessor().invoke(filled))
                        .as(form.getSimpleName() + "." + field.getName())
                        .isIn(List.of(COMPOSED));
            }
        }
    }
}
