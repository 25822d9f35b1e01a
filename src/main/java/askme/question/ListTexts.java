package askme.question;

import askme.web.LocalizedMessages;
import jakarta.enterprise.context.ApplicationScoped;

/** The texts of the lists of questions, in the reader's language. */
@ApplicationScoped
public class ListTexts {

    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    /** The title of a list; {@code tag} is empty for the whole site. */
    public String title(Listing listing, String tag) {
        String title =
                switch (listing) {
                    case NEWEST -> messages.get().newest();
                    case ACTIVE -> messages.get().active();
                    case UNANSWERED -> messages.get().unanswered();
                    case HOT -> messages.get().hot();
                };
        return tag.isEmpty() ? title : messages.get().with_tag(title, tag);
    }

    /** A sentence about the list, for search engines. */
    String about(Listing listing, String tag) {
        if (!tag.isEmpty()) {
            return messages.get().with_tag_about(title(listing, ""), tag);
        }
        return switch (listing) {
            case NEWEST -> messages.get().newest_about();
            case ACTIVE -> messages.get().active_about();
            case UNANSWERED -> messages.get().unanswered_about();
            case HOT -> messages.get().hot_about();
        };
    }

    /** The title of a question, with a mark if it is closed. */
    public String titleOf(String title, int closed) {
        return switch (closed) {
            case Question.DUPLICATE -> title + " " + messages.get().duplicate_mark();
            case Question.CLOSED -> title + " " + messages.get().closed_mark();
            default -> title;
        };
    }

    /** The text of a list without questions. */
    String none(Listing listing) {
        return listing == Listing.UNANSWERED
                ? messages.get().all_answered()
                : messages.get().nothing_yet();
    }
}
