package askme.pagecache;

import askme.web.page.PageVersion;
import java.util.Map;

/**
 * The versions in the database at one moment.
 *
 * @param questions the version of each question that exists, by id
 * @param site the version of what many pages show
 */
record Versions(Map<Long, Long> questions, long site) {

    /** Whether a page with this version shows what the database has. */
    boolean match(PageVersion page) {
        return site == page.site() && Long.valueOf(page.version()).equals(questions.get(page.question()));
    }
}
