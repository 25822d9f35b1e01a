package askme.search.related;

import askme.markdown.MarkdownCache;
import askme.web.WebConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the questions that a text links. An address in code is no link. */
@ApplicationScoped
class QuestionAddresses {

    /** The most questions of one text. */
    static final int MOST = 20;

    /** The site writes this into every text that links a question, so the job reads no other texts. */
    static final String PATH = "/question/";

    private final MarkdownCache markdown;
    private final Pattern links;

    QuestionAddresses(MarkdownCache markdown, WebConfig web) {
        this.markdown = markdown;
        links = Pattern.compile(
                "href=\"(?:" + Pattern.quote(web.baseUrl().toString()) + ")?" + PATH + "(\\d{1,18})[/?#\"]");
    }

    /** The ids of the questions that {@code text} (Markdown) links, each once. */
    List<Long> in(String text) {
        return text.contains(PATH) ? of(markdown.html(text).html()) : List.of();
    }

    private List<Long> of(String html) {
        return links.matcher(html)
                .results()
                .map((MatchResult found) -> Long.valueOf(found.group(1)))
                .distinct()
                .limit(MOST)
                .toList();
    }
}
