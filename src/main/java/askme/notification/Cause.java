package askme.notification;

import askme.moderation.Act;
import askme.moderation.Outcome;
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
    static final String BADGE = "badge";

    /** With the name of an {@link Act}; the id is that of the entry in the log. */
    static final String ACT = "act-";

    /** With the outcome; the id is that of the item in the review queue. */
    static final String REPORT = "report-";

    static Cause of(String type, long id) {
        return new Cause(type, id, 0);
    }

    boolean isAct() {
        return type.startsWith(ACT);
    }

    /** The act that notified the member; null for another cause, or for an act of a later version. */
    public Act act() {
        return isAct() ? Act.of(type.substring(ACT.length())).orElse(null) : null;
    }

    public boolean isReport() {
        return type.startsWith(REPORT);
    }

    /** The decision on a post that the member reported; null for another cause. */
    public Outcome outcome() {
        return isReport() ? Outcome.of(type.substring(REPORT.length())).orElse(null) : null;
    }

    static Cause parse(String stored) {
        String[] parts = stored.split("[:.]");
        return new Cause(parts[0], Long.parseLong(parts[1]), parts.length > 2 ? Long.parseLong(parts[2]) : 0);
    }

    String stored() {
        return type + ":" + id + (part == 0 ? "" : "." + part);
    }
}
