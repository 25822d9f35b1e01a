package askme.member;

import static org.assertj.core.api.Assertions.assertThat;

import askme.support.Visitor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("program")
class MemberListTest {

    @Test
    void bestMembersComeFirst() {
        Visitor ann = Visitor.member("ann");
        QuarkusTransaction.requiringNew()
                .run(() -> Member.addRating(Member.byNickname(ann.nickname()).orElseThrow().id, 1_000_000));
        List<String> shown = Visitor.guest()
                .get("/members/")
                .page()
                .select(".member-grid .author")
                .eachText();
        assertThat(shown).contains(ann.nickname());
        QuarkusTransaction.requiringNew()
                .run(() -> Member.addRating(Member.byNickname(ann.nickname()).orElseThrow().id, -1_000_000));
    }

    @Test
    void invalidPageShowsTheNearestPage() {
        for (String page : new String[] {"abc", "0", "-3", "999999", "", "1e9"}) {
            assertThat(Visitor.guest().get("/members/?page=" + page).status()).isEqualTo(200);
        }
    }

    @Test
    void pageReadsOnlyTheIndexRange() {
        String sql = MemberQueries.BEST.replace(":size", "40").replace(":skip", "80");
        List<String> plan = QuarkusTransaction.requiringNew().call(() -> Member.getEntityManager()
                .createNativeQuery("EXPLAIN FORMAT=JSON " + sql, String.class)
                .getResultList());
        assertThat(plan.get(0))
                .contains("member_best")
                .doesNotContain("\"access_type\": \"ALL\", \"table_name\": \"m\"");
    }
}
