package askme.admin;

import askme.figures.Day;
import io.quarkus.qute.TemplateData;
import java.util.ArrayList;
import java.util.List;

/**
 * The bars of the chart of days: questions below, answers on them. It is drawn as SVG, in units of one for each pixel.
 *
 * @param top the number at the upper edge
 */
@TemplateData
public record DayChart(List<Bar> bars, int top) {

    static final int HEIGHT = 160;
    private static final int STEP = 8;
    private static final int BAR = 6;

    /**
     * The bar of a day. Its heights are in units of the drawing.
     *
     * @param answersY the upper edge of the answers' part; questionsY that of the questions' part
     */
    @TemplateData
    public record Bar(Day day, int x, int answersY, int answersHeight, int questionsY, int questionsHeight) {}

    static DayChart of(List<Day> days) {
        int most = Math.max(
                1,
                days.stream()
                        .mapToInt(day -> day.questions() + day.answers())
                        .max()
                        .orElse(1));
        List<Bar> bars = new ArrayList<>();
        for (Day day : days) {
            int questions = scaled(day.questions(), most);
            int answers = scaled(day.answers(), most);
            int questionsY = HEIGHT - questions;
            bars.add(new Bar(day, bars.size() * STEP, questionsY - answers, answers, questionsY, questions));
        }
        return new DayChart(bars, most);
    }

    private static int scaled(int number, int most) {
        return (int) Math.floor((double) number * HEIGHT / most);
    }

    public int width() {
        return bars.size() * STEP;
    }

    public int height() {
        return HEIGHT;
    }

    public int barWidth() {
        return BAR;
    }

    /** The first day. */
    public Day first() {
        return bars.get(0).day();
    }

    /** The last day. */
    public Day last() {
        return bars.get(bars.size() - 1).day();
    }
}
