package askme.importing.content;

import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which rows the old site has, so its rows may come in any order. This needs a bit for each row, and an entry for each closed question. The
 * member -1 of an old site is the site itself.
 */
public final class KnownRows {

    private static final String DUPLICATE = "duplicate";

    public final BitSet questions = new BitSet();
    public final BitSet answers = new BitSet();
    public final BitSet deleted = new BitSet();
    public final Map<Integer, Closing> closings = new HashMap<>();
    private final BitSet members = new BitSet();
    private final BitSet comments = new BitSet();
    private boolean nameless;

    /**
     * Why a question is closed.
     *
     * @param reason as in {@code closed_question}
     * @param own the text of a reason that this site does not have; null for none
     * @param of the original of a duplicate; null for none
     */
    public record Closing(String reason, String own, Integer of, Instant at) {

        public static Closing own(String text, Instant at) {
            return new Closing("own", text, null, at);
        }

        public static Closing of(String reason, Instant at) {
            return new Closing(reason, null, null, at);
        }
    }

    public void addMember(int number) {
        members.set(number + 1);
    }

    public void addComment(int number) {
        comments.set(number);
    }

    /** Notes the author of a post or comment: one who is missing is replaced by a member without a name. */
    public void addAuthor(int number) {
        nameless |= !hasMember(number);
    }

    public boolean hasMember(int number) {
        return number != 0 && number >= -1 && members.get(number + 1);
    }

    public boolean hasPost(int number) {
        return number > 0 && (questions.get(number) || answers.get(number));
    }

    /** Gives each duplicate its original, which is a question that is no duplicate itself. Others keep no original. */
    public void resolveDuplicates(Map<Integer, Integer> originals) {
        closings.replaceAll((question, closing) -> resolved(question, closing, originals));
    }

    private Closing resolved(int question, Closing closing, Map<Integer, Integer> originals) {
        if (!closing.reason.equals(DUPLICATE) && !originals.containsKey(question)) {
            return closing;
        }
        Set<Integer> seen = new HashSet<>(Set.of(question));
        Integer end = originals.get(question);
        while (end != null && seen.add(end) && closings.containsKey(end) && originals.containsKey(end)) {
            end = originals.get(end);
        }
        boolean found = end != null && end != question && questions.get(Math.max(0, end)) && !deleted.get(end);
        boolean circle = found && closings.containsKey(end) && originals.containsKey(end);
        return found && !circle ? new Closing(DUPLICATE, null, end, closing.at) : Closing.own("Duplicate", closing.at);
    }

    /** Whether a member is needed for the posts whose authors the old site does not have. */
    boolean needsNameless() {
        return nameless;
    }

    int lastMember() {
        return Math.max(0, members.length());
    }

    int lastPost() {
        return Math.max(questions.length(), answers.length());
    }

    int lastComment() {
        return comments.length();
    }
}
