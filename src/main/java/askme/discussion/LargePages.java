package askme.discussion;

import askme.answer.AnswerCard;
import askme.markdown.MarkdownCache;
import askme.member.Busy;
import askme.resilience.Bulkhead;
import askme.resilience.RequestDeadline;
import askme.web.Languages;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Renders pages with megabytes of text a few at a time. Thirty answers of the largest size make such a page, and all request
 * threads together would need more memory for it than a web has.
 */
@ApplicationScoped
class LargePages {

    /** HTML of texts in characters. A page of thirty long answers has less. */
    private static final int LARGE = 500_000;

    private static final int AT_ONCE = 3;
    private static final int MOST_WAITING = 2;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

    private final Bulkhead bulkhead = new Bulkhead(AT_ONCE, MOST_WAITING, LONGEST_WAIT);
    private final MarkdownCache markdownCache;
    private final RoutingContext routing;

    LargePages(MarkdownCache markdownCache, RoutingContext routing) {
        this.markdownCache = markdownCache;
        this.routing = routing;
    }

    boolean isLarge(DiscussionPage page) {
        return size(page) >= LARGE;
    }

    /**
     * The HTML of a large page.
     *
     * @throws Busy if too many large pages are rendered at the moment
     */
    RawString render(TemplateInstance view) {
        return RequestDeadline.excluding(() -> bulkhead.call(
                        () -> view.setLocale(Languages.of(routing.request())).render()))
                .map(RawString::new)
                .orElseThrow(() -> new Busy("large pages"));
    }

    private long size(DiscussionPage page) {
        long size = markdownCache.html(page.question().body).html().length();
        for (AnswerCard answer : page.answers()) {
            size += markdownCache.html(answer.body()).html().length();
        }
        return size;
    }
}
