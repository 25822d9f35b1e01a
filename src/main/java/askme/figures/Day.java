package askme.figures;

import io.quarkus.qute.TemplateData;
import java.time.LocalDate;

/**
 * The figures of one day (UTC).
 *
 * @param firstAnswers how many questions got their first answer on this day
 * @param withinHour how many of these within an hour
 * @param withinDay how many of these within a day
 */
@TemplateData
public record Day(
        LocalDate date, int questions, int answers, int members, int firstAnswers, int withinHour, int withinDay) {

    static Day empty(LocalDate date) {
        return new Day(date, 0, 0, 0, 0, 0, 0);
    }
}
