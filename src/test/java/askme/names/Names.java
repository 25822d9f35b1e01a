package askme.names;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Names found in the code or seen at the running site, by section. */
final class Names {

    private final SortedMap<String, SortedSet<String>> sections = new TreeMap<>();

    void add(String section, String name) {
        sections.computeIfAbsent(section, s -> new TreeSet<>()).add(name);
    }

    void addAll(String section, Collection<String> names) {
        names.forEach(name -> add(section, name));
    }

    SortedMap<String, SortedSet<String>> sections() {
        return sections;
    }
}
