package askme.tag.edit;

import askme.web.LocalizedMessages;

/** A change of a tag's names that is not possible. */
final class TagRefused extends RuntimeException {

    private static final LocalizedMessages<TagEditMessages> MESSAGES = LocalizedMessages.of(TagEditMessages.class);

    /** The reasons. */
    enum Fault {
        BAD_NAME,

        /** It is a tag, which has to be merged. */
        IS_TAG,

        /** Another tag has this synonym. */
        TAKEN,

        /** It is the tag itself, or another name of it. */
        SAME,

        /** No tag has the name. */
        NO_TAG,

        TOO_MANY,

        /** A job still merges or renames one of the tags. */
        RUNNING
    }

    private final transient Fault fault;

    TagRefused(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    /** The reason, in the reader's language. */
    String explanation() {
        return switch (fault) {
            case BAD_NAME -> MESSAGES.get().bad_name();
            case IS_TAG -> MESSAGES.get().is_tag();
            case TAKEN -> MESSAGES.get().taken();
            case SAME -> MESSAGES.get().same();
            case NO_TAG -> MESSAGES.get().no_tag();
            case TOO_MANY -> MESSAGES.get().too_many(TagSynonyms.MOST);
            case RUNNING -> MESSAGES.get().running();
        };
    }
}
