package askme.review;

import askme.revision.Content;
import askme.revision.OvertakenEdit;
import askme.revision.Revision;
import askme.revision.RevisionEntry;
import askme.revision.RevisionsPage;
import askme.suggestion.Suggestion;
import askme.suggestion.SuggestionLinks;
import io.quarkus.qute.TemplateData;

/**
 * The content of the page of one suggested edit.
 *
 * @param post the path of the post
 * @param edit the path of the edit form of the post
 * @param version the version of the post now, which the form returns
 * @param entry the change that taking would make, or that was proposed
 * @param conflict whether the post changed since in the same place
 * @param outdated whether the post changed since
 * @param mayTake whether the reader may take it
 * @param mayDecline whether the reader may decline it
 * @param mayWithdraw whether the reader proposed it
 */
@TemplateData
record SuggestedEditPage(
        Suggestion suggestion,
        String post,
        String edit,
        String version,
        RevisionsPage.View view,
        RevisionEntry entry,
        boolean conflict,
        boolean outdated,
        boolean mayTake,
        boolean mayDecline,
        boolean mayWithdraw) {

    /** The post as it is now. */
    record Stored(String path, String edit, Content content, String version) {}

    /** The acts that the reader has the right to; none after the decision. */
    record Acts(boolean take, boolean decline, boolean withdraw) {}

    /** @param base the content that the proposer saw, if the suggestion cannot be joined with the post, or is decided */
    static SuggestedEditPage of(
            Suggestion suggestion,
            Stored stored,
            RevisionsPage.View view,
            OvertakenEdit offer,
            Content base,
            Acts acts) {
        boolean shownAsProposed = !suggestion.waiting() || !offer.joined();
        Content after = shownAsProposed ? suggestion.content() : offer.content();
        Revision change = Revision.proposed(after, suggestion.proposer(), suggestion.proposedAt(), suggestion.reason());
        return new SuggestedEditPage(
                suggestion,
                stored.path,
                stored.edit,
                stored.version,
                view,
                RevisionEntry.of(change, shownAsProposed ? base : stored.content, view),
                suggestion.waiting() && !offer.joined(),
                suggestion.waiting() && !suggestion.version().equals(stored.version),
                acts.take,
                acts.decline,
                acts.withdraw);
    }

    /** This page in another view. */
    public String in(boolean side, boolean rendered) {
        return SuggestionLinks.suggestedEdit(suggestion.id()) + "?view=" + (side ? "side" : "inline") + "&of="
                + (rendered ? "rendered" : "source");
    }

    /** The edit form, filled with the suggestion. */
    public String change() {
        return edit + "?" + SuggestionLinks.PARAMETER + "=" + suggestion.id();
    }
}
