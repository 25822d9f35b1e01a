package askme.api;

import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import askme.answer.AnswerForm;
import askme.comment.CommentForm;
import askme.markdown.PostText;
import askme.moderation.DeleteForm;
import askme.notification.NotificationKind;
import askme.question.AskForm;
import askme.tag.TagList;
import askme.tag.TagNames;
import askme.web.http.Problem;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.hibernate.validator.constraints.CodePointLength;

/** The schemas of the document. The limits of bodies are those of the forms, so they cannot differ. */
final class ApiSchemas {

    private static final Map<String, Class<?>> RECORDS = Map.of(
            "Answer", ApiAnswer.class,
            "Author", ApiAuthor.class,
            "Comment", ApiComment.class,
            "Me", ApiMe.class,
            "Member", ApiMember.class,
            "Notification", ApiNotification.class,
            "Problem", Problem.class,
            "Question", ApiQuestion.class,
            "Tag", ApiTag.class);

    /** Members that may be null. */
    private static final Map<String, Set<String>> NULLABLE = Map.of(
            "Answer", Set.of("editedAt"),
            "Comment", Set.of("answer", "editedAt"),
            "Notification", Set.of("question", "title", "actor"),
            "Question", Set.of("text", "editedAt", "activeAt", "version"));

    private static final Set<String> SENT = Set.of("QuestionInput", "TextInput", "VoteForm");

    private ApiSchemas() {}

    /** Completes the schemas of records, and replaces those of bodies. */
    static void complete(Components components) {
        components.addSchema("Problem", problem()).addSchema("FieldError", fieldError());
        Map<String, Schema> schemas = components.getSchemas();
        RECORDS.forEach((name, record) -> describe(name, schemas.get(name), EnglishTexts.components(record)));
        schemas.get("Question").getProperties().get("state").enumeration(List.of("open", "closed", "duplicate"));
        schemas.get("Notification")
                .getProperties()
                .get("kind")
                .enumeration(Arrays.stream(NotificationKind.values())
                        .map(kind -> (Object) kind.stored())
                        .toList());
        schemas.get("Problem").required(List.of("status", "title", "code"));
        SENT.forEach(components::removeSchema);
        components
                .addSchema(
                        "NewQuestion",
                        input(QuestionInput.class, AskForm.class, Set.of("title", "text"), Set.of("reason")))
                .addSchema("QuestionChange", input(QuestionInput.class, AskForm.class, Set.of(), Set.of()))
                .addSchema("NewAnswer", input(TextInput.class, AnswerForm.class, Set.of("text"), Set.of("reason")))
                .addSchema("AnswerChange", input(TextInput.class, AnswerForm.class, Set.of(), Set.of()))
                .addSchema("CommentText", input(TextInput.class, CommentForm.class, Set.of("text"), Set.of("reason")))
                .addSchema("Vote", vote(1, -1))
                .addSchema("CommentVote", vote(1));
    }

    /** The name of the schema of the body that the operation takes; null if it takes no body. */
    static String body(String operation) {
        return switch (operation) {
            case "ask_question" -> "NewQuestion";
            case "edit_question" -> "QuestionChange";
            case "post_answer" -> "NewAnswer";
            case "edit_answer" -> "AnswerChange";
            case "comment_question", "comment_answer", "edit_comment" -> "CommentText";
            case "vote_question", "vote_answer" -> "Vote";
            case "vote_comment" -> "CommentVote";
            default -> null;
        };
    }

    /** Limits the parameter of this name. */
    static void limit(String parameter, Schema schema) {
        switch (parameter) {
            case "list" -> schema.enumeration(List.of("newest", "active", "unanswered", "top"));
            case "sort" -> schema.enumeration(List.of("relevance", "newest"));
            case "reason" -> schema.maxLength(longest(DeleteForm.class, "reason"));
            default -> {
                // any text
            }
        }
    }

    /** A page of a list. */
    static Schema list(Schema item) {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("items", "next"))
                .addProperty("items", createSchema().addType(SchemaType.ARRAY).items(item))
                .addProperty(
                        "next",
                        nullable(text())
                                .description(
                                        EnglishTexts.components(ApiPage.class).get("next")));
    }

    private static void describe(String name, Schema schema, Map<String, String> texts) {
        schema.getProperties().forEach((member, type) -> {
            type.description(texts.get(member));
            if (NULLABLE.getOrDefault(name, Set.of()).contains(member)) {
                nullable(type);
            }
            if (member.equals("url")) {
                type.format("uri-reference");
            }
        });
    }

    /** No resource returns a problem object, so nothing else makes its schema. */
    private static Schema problem() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("status", createSchema().addType(SchemaType.INTEGER))
                .addProperty("title", text())
                .addProperty("detail", text())
                .addProperty("code", text())
                .addProperty(
                        "errors",
                        createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(createSchema().ref("FieldError")));
    }

    private static Schema fieldError() {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("field", "detail"))
                .addProperty("field", text())
                .addProperty("detail", text());
    }

    private static Schema nullable(Schema schema) {
        return schema.addType(SchemaType.NULL);
    }

    private static Schema vote(Object... values) {
        return createSchema()
                .addType(SchemaType.OBJECT)
                .required(List.of("value"))
                .addProperty("value", createSchema().addType(SchemaType.INTEGER).enumeration(List.of(values)));
    }

    /** The schema of a body that is read as {@code record} and checked as {@code form}. */
    private static Schema input(Class<?> record, Class<?> form, Set<String> required, Set<String> without) {
        Schema schema = createSchema().addType(SchemaType.OBJECT);
        Map<String, String> texts = EnglishTexts.components(record);
        for (RecordComponent member : record.getRecordComponents()) {
            if (!without.contains(member.getName())) {
                Schema limited = limited(form, member.getName()).description(texts.get(member.getName()));
                schema.addProperty(member.getName(), required.contains(member.getName()) ? limited : nullable(limited));
            }
        }
        return required.isEmpty()
                ? schema
                : schema.required(required.stream().sorted().toList());
    }

    private static Schema limited(Class<?> form, String member) {
        try {
            var field = form.getDeclaredField(member);
            if (field.isAnnotationPresent(TagList.class)) {
                return createSchema()
                        .addType(SchemaType.ARRAY)
                        .maxItems(TagNames.MOST)
                        .items(text().minLength(1));
            }
            PostText post = field.getAnnotation(PostText.class);
            if (post != null) {
                return text().minLength(post.min()).maxLength(post.max());
            }
            Schema line = text().maxLength(longest(form, member));
            return field.isAnnotationPresent(NotBlank.class) ? line.minLength(1) : line;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the form has no field for " + member, e);
        }
    }

    private static int longest(Class<?> form, String member) {
        try {
            return form.getDeclaredField(member)
                    .getAnnotation(CodePointLength.class)
                    .max();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException("the form has no field for " + member, e);
        }
    }

    private static Schema text() {
        return createSchema().addType(SchemaType.STRING);
    }
}
