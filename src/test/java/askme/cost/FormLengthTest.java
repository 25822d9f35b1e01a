package askme.cost;

import static org.assertj.core.api.Assertions.assertThat;

import askme.names.MainClasses;
import jakarta.ws.rs.Path;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Test;

/** Every text of a form is cut before anything reads it. */
class FormLengthTest {

    private static final int MOST = 200_000;

    /** Parameters of methods that only compare the text, or check its length or its form first. */
    private static final Set<String> COMPARED = Set.of(
            "AccountResource.signOut",
            "AnswerResource.voteByForm",
            "ChoicesResource.zone",
            "ClosingResource.judge",
            "CommentResource.voteByForm",
            "FollowMemberResource.memberByForm",
            "FollowResource.muteByForm",
            "FollowResource.questionByForm",
            "FollowResource.tagByForm",
            "InboxResource.readByForm",
            "JobsResource.delete",
            "JobsResource.pause",
            "JobsResource.resume",
            "JobsResource.retry",
            "MembersResource.give",
            "PasskeyResource.add",
            "PreviewResource.preview",
            "SecurityResource.endSession",
            "OwnDataResource.delete",
            "QuestionResource.voteByForm",
            "SecondFactorResource.download",
            "SecondFactorResource.finish",
            "TagNamesResource.merge",
            "TagNamesResource.rename",
            "TagNamesResource.synonyms");

    @Test
    void formsCutTheirTexts() throws Exception {
        List<Class<?>> forms = forms();
        assertThat(forms).hasSizeGreaterThan(6);
        for (Class<?> form : forms) {
            Constructor<?> constructor = form.getDeclaredConstructors()[0];
            constructor.setAccessible(true);
            Object[] values = Arrays.stream(form.getRecordComponents())
                    .map(component -> component.getType() == String.class ? "a".repeat(1_000_000) : null)
                    .toArray();
            Object filled = constructor.newInstance(values);
            for (RecordComponent component : form.getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                if (component.getAccessor().invoke(filled) instanceof String text) {
                    assertThat(text.length())
                            .as(form + " " + component.getName())
                            .isLessThanOrEqualTo(MOST);
                }
            }
        }
    }

    @Test
    void otherTextsOfFormsAreKnown() {
        Set<String> found = new TreeSet<>();
        for (Class<?> resource : MainClasses.annotated(Path.class)) {
            for (Method method : resource.getDeclaredMethods()) {
                boolean hasText = Arrays.stream(method.getParameters())
                        .anyMatch(p -> p.getType() == String.class && p.isAnnotationPresent(RestForm.class));
                if (hasText) {
                    found.add(resource.getSimpleName() + "." + method.getName());
                }
            }
        }
        assertThat(found).isEqualTo(new TreeSet<>(COMPARED));
    }

    private static List<Class<?>> forms() {
        return MainClasses.all().stream()
                .filter(Class::isRecord)
                .filter(type -> Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(RestForm.class)))
                .toList();
    }
}
