package askme.review;

import askme.moderation.Act;
import askme.suggestion.ListedSuggestion;
import askme.web.page.FormErrors;
import askme.web.page.KeyPaginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of suggested edits, of the review queue, of reports and of the log. */
@CheckedTemplate(basePath = "review")
final class ReviewViews {

    private ReviewViews() {}

    /** @param own whether they are those that the member proposed */
    static native TemplateInstance list(List<ListedSuggestion> suggestions, boolean own, KeyPaginator pages);

    static native TemplateInstance show(SuggestedEditPage page, DeclineForm form, FormErrors errors);

    /**
     * @param decided whether they were decided; otherwise they wait
     * @param edits suggested edits that wait, on the first page
     * @param reasons of the site itself, for which a question can be closed
     */
    static native TemplateInstance queue(
            List<QueueItem> items,
            boolean decided,
            List<SuggestedEditPage> edits,
            List<String> reasons,
            KeyPaginator pages);

    static native TemplateInstance report(ReportedPost page, ReportForm form, FormErrors errors);

    static native TemplateInstance reports(List<Reports.OwnReport> reports, KeyPaginator pages);

    /** @param filter null for a reader who sees only own entries */
    static native TemplateInstance log(List<LoggedAct> entries, LogFilter filter, List<Act> acts, KeyPaginator pages);
}
