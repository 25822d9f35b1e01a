package askme.fill;

import askme.tag.TagNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The topics of questions with their tags: the technologies by popularity, then each technology with each aspect. */
final class Topics {

    /**
     * A tag with its meaning.
     *
     * @param name the tag
     * @param technology the number of the technology
     * @param aspect the number of the aspect, or -1 if the tag means the technology as a whole
     */
    record Topic(String name, int technology, int aspect) {}

    /**
     * @param tag such as {@code java}
     * @param name the name in a text
     * @param code the section that contains its code samples
     */
    record Technology(String tag, String name, String code) {}

    /** An aspect as the end of a tag, in English text, and in Russian text. */
    record Aspect(String suffix, String english, String russian) {}

    final List<Technology> technologies = Vocabulary.table("technologies.txt").stream()
            .map(t -> new Technology(t[0], t[1], t[2]))
            .toList();
    final List<Aspect> aspects = Vocabulary.table("aspects.txt").stream()
            .map(a -> new Aspect(a[0], a[1], a[2]))
            .toList();

    /** {@code count} tags, the most popular first, none of them in {@code taken}. */
    List<Topic> tags(int count, Set<String> taken) {
        List<Topic> tags = new ArrayList<>();
        Set<String> seen = new HashSet<>(taken);
        for (int round = 0; tags.size() < count; round++) {
            for (int aspect = -1; aspect < aspects.size() && tags.size() < count; aspect++) {
                for (int t = 0; t < technologies.size() && tags.size() < count; t++) {
                    String name = name(t, aspect, round);
                    if (TagNames.valid(name) && seen.add(name)) {
                        tags.add(new Topic(name, t, aspect));
                    }
                }
            }
        }
        return tags;
    }

    private String name(int technology, int aspect, int round) {
        String name = technologies.get(technology).tag();
        if (aspect >= 0) {
            boolean cyrillic = name.charAt(0) >= 'а';
            Aspect second = aspects.get(aspect);
            name += "-" + (cyrillic ? second.russian().replace(' ', '-') : second.suffix());
        }
        return round == 0 ? name : name + "-" + (round + 1);
    }
}
