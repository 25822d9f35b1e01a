package askme.fill;

import java.util.Map;
import java.util.SplittableRandom;

/** Titles and texts of questions and answers: sentences of the vocabulary, code in the tag's language, lists. */
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

    /** What question {@code number} is about, the same each time it is asked for. */
    Subject subject(int number, Topics.Topic topic) {
        SplittableRandom dice = Dice.of(seed, Dice.Purpose.WORDS, number);
        Topics.Technology technology = topics.technologies.get(topic.technology());
        boolean inRussian = technology.tag().charAt(0) >= 'а' || dice.nextInt(100) < RUSSIAN_OF_100;
        double u = dice.nextDouble();
        Topics.Technology other = topics.technologies.get((int) (topics.technologies.size() * u * u));
        Topics.Aspect aspect =
                topics.aspects.get(topic.aspect() >= 0 ? topic.aspect() : dice.nextInt(topics.aspects.size()));
        Map<String, String> given = Map.of(
                "tech", technology.name(),
                "tech2", other.name(),
                "aspect", inRussian ? aspect.russian() : aspect.english());
        Vocabulary language = inRussian ? russian : english;
        return new Subject(language, technology.code(), new Words(language, identifiers, given, dice));
    }

    /** The words and sentences that belong to one question. */
    final class Subject {

        private final Vocabulary language;
        private final String codeSection;
        private final Words words;

        private Subject(Vocabulary language, String codeSection, Words words) {
            this.language = language;
            this.codeSection = codeSection;
            this.words = words;
        }

        String title(SplittableRandom dice) {
            String title = words.fill(language.any("title", dice), dice);
            for (int i = 0; title.length() > LONGEST_TITLE && i < 10; i++) {
                title = words.fill(language.any("title", dice), dice);
            }
            return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
        }

        String question(SplittableRandom dice) {
            StringBuilder text = new StringBuilder(1000);
            sentences(text, "opening", 1, dice);
            text.append(' ');
            sentences(text, "detail", 1 + dice.nextInt(2), dice);
            if (dice.nextInt(100) < 65) {
                block(text, dice);
            }
            if (dice.nextInt(100) < 45) {
                list(text, "tried", dice);
            }
            text.append("\n\n");
            sentences(text, "closing", 1, dice);
            return text.toString();
        }

        String answer(SplittableRandom dice) {
            StringBuilder text = new StringBuilder(800);
            sentences(text, "answer-opening", 1, dice);
            text.append(dice.nextInt(3) == 0 ? "\n\n" : " ");
            sentences(text, "answer-body", 1 + dice.nextInt(3), dice);
            if (dice.nextInt(100) < 40) {
                block(text, dice);
            }
            if (dice.nextInt(100) < 20) {
                list(text, "tip", dice);
            }
            if (dice.nextInt(100) < 40) {
                text.append("\n\n");
                sentences(text, "answer-closing", 1, dice);
            }
            return text.toString();
        }

        private void sentences(StringBuilder text, String section, int count, SplittableRandom dice) {
            String separator = "";
            for (String sentence : language.some(section, count, dice)) {
                text.append(separator).append(words.fill(sentence, dice));
                separator = " ";
            }
        }

        private void list(StringBuilder text, String section, SplittableRandom dice) {
            text.append("\n\n").append(language.any(section + "-lead", dice)).append('\n');
            String bullet = dice.nextBoolean() ? "\n- " : "\n1. ";
            for (String item : language.some(section, 2 + dice.nextInt(3), dice)) {
                text.append(bullet).append(words.fill(item, dice));
            }
        }

        private void block(StringBuilder text, SplittableRandom dice) {
            String sample = words.fill(code.any(codeSection, dice), dice).stripTrailing();
            text.append("\n\n```")
                    .append(codeSection)
                    .append('\n')
                    .append(sample)
                    .append("\n```");
        }
    }
}
