package askme.site;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/**
 * Hibernate caches the plan of a query by its text, its columns and its transformer. Columns without a declared type, and a
 * lambda that captures a variable, never equal the cached ones. Each call then adds one more plan with the same hash, and
 * the next call compares all of them.
 */
@QuarkusTest
class QueryPlansTest {

    private static final int AGAIN = 20;

    @Inject
    SessionFactory hibernate;

    @Test
    void repeatedPageAddsNoQueryPlan() {
        Visitor member = Visitor.member("planner");
        long question = member.ask("Which plans does a beginning leave?", "Beginning, again and again.", "plans");
        member.answer(question, "None but the first.");
        List<String> pages = List.of(
                "/",
                "/hot/",
                "/tags/",
                "/members/",
                "/tag/plans/",
                "/active/",
                "/hot/?tag=plans",
                "/unanswered/?tag=plans",
                "/question/" + question + "/",
                "/search/?q=beginning",
                "/search/?q=beginning+plans&sort=newest",
                "/search/suggestions?q=beg",
                "/search/suggestions?q=plans",
                "/search/similar?q=which+plans");
        pages.forEach(page -> assertThat(member.get(page).status()).isEqualTo(200));
        pages.forEach(member::get); // the first visits have filled the cache
        int known = plans();
        for (int again = 0; again < AGAIN; again++) {
            pages.forEach(member::get);
        }
        // Background work may run its own queries for the first time during the test.
        assertThat(plans() - known).isLessThan(AGAIN);
    }

    @Test
    void repeatedPostAddsNoQueryPlan() {
        Visitor asker = Visitor.member("asker");
        Visitor other = Visitor.member("other");
        long question = asker.ask("Which plans does a post leave?", "Post after post.", "plans");
        other.answer(question, "The first.");
        int known = plans();
        for (int again = 0; again < AGAIN; again++) {
            other.answer(question, "None but the first: number " + again);
        }
        assertThat(plans() - known).isLessThan(AGAIN);
    }

    private int plans() {
        return hibernate
                .unwrap(SessionFactoryImplementor.class)
                .getQueryEngine()
                .getInterpretationCache()
                .getNumberOfCachedQueryPlans();
    }
}
