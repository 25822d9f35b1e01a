package askme.suggestion;

import askme.web.LocalizedMessages;

/** A suggested edit that is not stored, with the reason for its proposer. */
public final class SuggestionRefused extends RuntimeException {

    /** Why it is refused. */
    public enum Fault {
        /** The post has this content already. */
        NO_CHANGE,
        /** The member has {@value Suggestions#MOST_OF_MEMBER} that wait. */
        MEMBER_HAS_MANY,
        /** {@value Suggestions#MOST_AT_A_QUESTION} wait for this question and its answers. */
        QUESTION_HAS_MANY
    }

    private static final LocalizedMessages<SuggestionMessages> MESSAGES =
            LocalizedMessages.of(SuggestionMessages.class);

    private final Fault fault;

    public SuggestionRefused(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    /** In the reader's language, to be shown beside the text. */
    public String detail() {
        return switch (fault) {
            case NO_CHANGE -> MESSAGES.get().no_change();
            case MEMBER_HAS_MANY -> MESSAGES.get().member_has_many(Suggestions.MOST_OF_MEMBER);
            case QUESTION_HAS_MANY -> MESSAGES.get().question_has_many();
        };
    }
}
