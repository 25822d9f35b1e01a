package askme.admin;

import static org.assertj.core.api.Assertions.assertThat;

import askme.jobs.PeriodicTask;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first page of administrators. */
@QuarkusTest
@Tag("one-process") // another process would show the changes a second later
class OverviewPageTest extends SettingsScene {

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
        assertThat(page.text()).contains("within an hour");
    }
}
