package askme.figures;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The figures of the site.
 *
 * @param unanswered questions without an accepted answer and without one of a positive rating
 * @param days the last days, the oldest first; none is left out
 */
@TemplateData
public record SiteFigures(long questions, long answers, long unanswered, long members, List<Day> days) {

    private static final int PERCENT = 100;

    /** How many questions got their first answer in these days. */
    public int firstAnswers() {
        return sum(Day::firstAnswers);
    }

    /** Of the questions with a first answer in these days, how many per cent got it within an hour. */
    public int withinHour() {
        return percent(sum(Day::withinHour));
    }

    /** Of the questions with a first answer in these days, how many per cent got it within a day. */
    public int withinDay() {
        return percent(sum(Day::withinDay));
    }

    private int percent(int part) {
        int all = firstAnswers();
        return all == 0 ? 0 : Math.round((float) part * PERCENT / all);
    }

    private int sum(ToIntFunction<Day> figure) {
        return days.stream().mapToInt(figure).sum();
    }
}
