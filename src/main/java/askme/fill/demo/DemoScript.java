package askme.fill.demo;

import askme.fill.Vocabulary;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The hand-written demo content in {@code fill/demo.txt}. A question begins with {@code === author | age | rating | tags},
 * followed by its title and text. An answer begins with {@code --- author | delay | rating | accepted}, followed by its
 * text.
 *
 * @param questions from the oldest to the newest
 */
record DemoScript(List<Question> questions) {

    /** @param age how long ago it was asked */
    record Question(
            String author,
            Duration age,
            int rating,
            List<String> tags,
            String title,
            String body,
            List<Answer> answers) {}

    /** @param delay how long after the question it was posted */
    record Answer(String author, Duration delay, int rating, boolean accepted, String body) {}

    static DemoScript read() {
        List<Question> questions = new ArrayList<>();
        for (String part : Vocabulary.text("demo.txt").split("(?m)^=== ")) {
            if (!part.isBlank()) {
                questions.add(question(part));
            }
        }
        return new DemoScript(List.copyOf(questions));
    }

    private static Question question(String part) {
        String[] posts = part.split("(?m)^--- ");
        String[] lines = posts[0].split("\n", 3);
        String[] head = fields(lines[0]);
        List<Answer> answers = new ArrayList<>();
        for (int i = 1; i < posts.length; i++) {
            answers.add(answer(posts[i]));
        }
        return new Question(
                head[0],
                duration(head[1]),
                Integer.parseInt(head[2]),
                List.of(head[3].split(" ")),
                lines[1].strip(),
                lines[2].strip(),
                List.copyOf(answers));
    }

    private static Answer answer(String part) {
        String[] lines = part.split("\n", 2);
        String[] head = fields(lines[0]);
        boolean accepted = head.length > 3;
        return new Answer(head[0], duration(head[1]), Integer.parseInt(head[2]), accepted, lines[1].strip());
    }

    private static String[] fields(String line) {
        return line.strip().split("\\s*\\|\\s*");
    }

    /** Such as {@code 58d 4h} or {@code 12m}. */
    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        for (String part : text.split(" ")) {
            long number = Long.parseLong(part.substring(0, part.length() - 1));
            sum = sum.plus(
                    switch (part.charAt(part.length() - 1)) {
                        case 'd' -> Duration.ofDays(number);
                        case 'h' -> Duration.ofHours(number);
                        default -> Duration.ofMinutes(number);
                    });
        }
        return sum;
    }
}
