package askme.fill;

import java.util.Map;
import java.util.SplittableRandom;

/** Writes titles and texts of questions and answers from sentences, lists, and code in the tag's language. */
final class Prose {

    private static final int LONGEST_TITLE = 120;
    private static final int RUSSIAN_OF_100 = 25;

    private final Vocabulary english = Vocabulary.ofLines("en.txt");
    private final Vocabulary russian = Vocabulary.ofLines("ru.txt");
    private final Vocabulary identifiers = Vocabulary.ofLines("identifiers.txt");
    private final Vocabulary code = Vocabulary.ofBlocks("code.txt");
    private final Topics topics;
    private final long seed;

    Prose(Topics topics, long seed) {
        this.topics = topics;
        this.seed = seed;
    }

    /** The subject of question {@code number}: equal at each call. */
    Subject subject(int number, Topics.Topic topic) {
        SplittableRandom random = SeededRandom.of(seed, SeededRandom.Purpose.WORDS, number);
        Topics.Technology technology = topics.technologies.get(topic.technology());
        boolean inRussian = technology.tag().charAt(0) >= 'а' || random.nextInt(100) < RUSSIAN_OF_100;
        double u = random.nextDouble();
        Topics.Technology other = topics.technologies.get((int) (topics.technologies.size() * u * u));
        Topics.Aspect aspect =
                topics.aspects.get(topic.aspect() >= 0 ? topic.aspect() : random.nextInt(topics.aspects.size()));
        Map<String, String> given = Map.of(
                "tech", technology.name(),
                "tech2", other.name(),
                "aspect", inRussian ? aspect.russian() : aspect.english());
        Vocabulary language = inRussian ? russian : english;
        return new Subject(language, technology.code(), new Placeholders(language, identifiers, given, random));
    }

    /** Writes the texts of one question and its answers. */
    final class Subject {

        private final Vocabulary language;
        private final String codeSection;
        private final Placeholders placeholders;

        private Subject(Vocabulary language, String codeSection, Placeholders placeholders) {
            this.language = language;
            this.codeSection = codeSection;
            this.placeholders = placeholders;
        }

        String title(SplittableRandom random) {
            String title = placeholders.fill(language.any("title", random), random);
            for (int i = 0; title.length() > LONGEST_TITLE && i < 10; i++) {
                title = placeholders.fill(language.any("title", random), random);
            }
            return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
        }

        String question(SplittableRandom random) {
            StringBuilder text = new StringBuilder(1000);
            sentences(text, "opening", 1, random);
            text.append(' ');
            sentences(text, "detail", 1 + random.nextInt(2), random);
            if (random.nextInt(100) < 65) {
                block(text, random);
            }
            if (random.nextInt(100) < 45) {
                list(text, "tried", random);
            }
            text.append("\n\n");
            sentences(text, "closing", 1, random);
            return text.toString();
        }

        String answer(SplittableRandom random) {
            StringBuilder text = new StringBuilder(800);
            sentences(text, "answer-opening", 1, random);
            text.append(random.nextInt(3) == 0 ? "\n\n" : " ");
            sentences(text, "answer-body", 1 + random.nextInt(3), random);
            if (random.nextInt(100) < 40) {
                block(text, random);
            }
            if (random.nextInt(100) < 20) {
                list(text, "tip", random);
            }
            if (random.nextInt(100) < 40) {
                text.append("\n\n");
                sentences(text, "answer-closing", 1, random);
            }
            return text.toString();
        }

        /** One sentence. */
        String comment(SplittableRandom random) {
            return placeholders.fill(language.any(random.nextBoolean() ? "tip" : "answer-closing", random), random);
        }

        private void sentences(StringBuilder text, String section, int count, SplittableRandom random) {
            String separator = "";
            for (String sentence : language.some(section, count, random)) {
                text.append(separator).append(placeholders.fill(sentence, random));
                separator = " ";
            }
        }

        private void list(StringBuilder text, String section, SplittableRandom random) {
            text.append("\n\n").append(language.any(section + "-lead", random)).append('\n');
            String bullet = random.nextBoolean() ? "\n- " : "\n1. ";
            for (String item : language.some(section, 2 + random.nextInt(3), random)) {
                text.append(bullet).append(placeholders.fill(item, random));
            }
        }

        private void block(StringBuilder text, SplittableRandom random) {
            String sample =
                    placeholders.fill(code.any(codeSection, random), random).stripTrailing();
            text.append("\n\n```")
                    .append(codeSection)
                    .append('\n')
                    .append(sample)
                    .append("\n```");
        }
    }
}
