package askme.notification;

import io.quarkus.qute.TemplateData;

/**
 * The fact that notifies a member once. Its stored form is {@code type:id}, or {@code type:id.part}.
 *
 * @param type such as {@link #ANSWER}
 * @param part distinguishes several facts about one id, such as the revisions of a post; 0 for none
 */
@TemplateData
public record Cause(String type, long id, long part) {

    public static final String QUESTION = "question";
    public static final String ANSWER = "answer";
    public static final String COMMENT = "comment";
    static final String ACCEPTED = "accepted";
    static final String QUESTION_EDIT = "question-edit";
    static final String ANSWER_EDIT = "answer-edit";
    public static final String SUGGESTION = "suggestion";
    public static final String DECISION = "decision";
    static final String REPUTATION = "reputation";

    static Cause of(String type, long id) {
        return new Cause(type, id, 0);
    }

    static Cause parse(String stored) {
        String[] parts = stored.split("[:.]");
        return new Cause(parts[0], Long.parseLong(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
    }

    String stored() {
        return type + ":" + id + (part == 0 ? "" : "." + part);
    }
}
