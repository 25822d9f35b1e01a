package askme.review;

import askme.suggestion.ListedSuggestion;
import askme.web.page.FormErrors;
import askme.web.page.KeyPaginator;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of suggested edits. */
@CheckedTemplate(basePath = "review")
final class ReviewViews {

    private ReviewViews() {}

    /** @param own whether they are those that the member proposed */
    static native TemplateInstance list(List<ListedSuggestion> suggestions, boolean own, KeyPaginator pages);

    static native TemplateInstance show(SuggestedEditPage page, DeclineForm form, FormErrors errors);
}
