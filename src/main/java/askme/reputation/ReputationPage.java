package askme.reputation;

import askme.web.page.KeyPaginator;
import io.quarkus.qute.TemplateData;
import java.time.LocalDate;
import java.util.List;

/**
 * A page of the days on which others voted on the posts of a member.
 *
 * @param rating the stored rating of the member
 * @param sum the sum of all votes on visible posts; it equals the rating
 * @param imported the part of it whose voters an import did not name; it has no days
 */
@TemplateData
record ReputationPage(String nickname, int rating, int sum, int imported, List<Day> days, KeyPaginator pages) {

    /**
     * The votes of a day, in UTC, as they are now. A vote that was changed counts on the day of its change.
     *
     * @param change their sum
     * @param after the sum of all votes until the end of the day
     * @param others the sum of the votes on posts that the page does not show, because the day has too many
     * @param hidden how many these posts are; 0 for none
     */
    @TemplateData
    record Day(LocalDate date, int change, int after, List<Post> posts, int others, int hidden) {}

    /** A post with the votes of a day. {@code answer} is 0 for a question. */
    @TemplateData
    record Post(long question, long answer, String title, int up, int down) {

        public int change() {
            return up - down;
        }
    }
}
