package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.PeriodicTask;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first page of administrators. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class OverviewPageTest extends SettingsScene {

    private static final Pattern TIMES = Pattern.compile("(\\d+) % got it within an hour and (\\d+) % within a day");

    @All
    List<PeriodicTask> tasks;

    @Test
    void overviewShowsTheFigures() throws Exception {
        long question = chief.ask("How many posts has a new day?", "Text", "figures");
        chief.answer(question, "One more");
        tasks.stream()
                .filter(task -> task.name().equals("figures"))
                .findFirst()
                .orElseThrow()
                .run();

        var page = chief.get("/admin/").page();
        assertThat(Long.parseLong(page.select("[data-figure=answers]").text())).isPositive();
        assertThat(page.select("svg.day-chart rect")).hasSize(180);
        assertThat(page.select("table tbody tr")).hasSize(90);
        assertThat(page.select("table tbody tr").last().select("td").first().text())
                .isNotEqualTo("0");
        Matcher times = TIMES.matcher(page.text());
        assertThat(times.find()).isTrue();
        assertThat(Integer.parseInt(times.group(1))).isBetween(0, Integer.parseInt(times.group(2)));
        assertThat(Integer.parseInt(times.group(2))).isBetween(0, 100);
    }
}
