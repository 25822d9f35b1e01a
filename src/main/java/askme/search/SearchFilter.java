package askme.search;

import askme.member.Member;
import askme.tag.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.query.NativeQuery;

/**
 * The conditions that {@code [tag]}, {@code user:} and {@code is:} add to a query.
 *
 * @param tags ids of required tags
 * @param author the author's id, or null
 * @param answered whether the question has answers; null if both are wanted
 */
record SearchFilter(List<Long> tags, Long author, Boolean answered) {

    static final SearchFilter NONE = new SearchFilter(List.of(), null, null);

    private static final String PLACEHOLDER = "/*filter*/";
    private static final String TAGGED =
            " AND EXISTS (SELECT 1 FROM question_tag t WHERE t.tag_id = :tag%d AND t.question_id = q.id)";

    /** The filter of {@code query}; empty if it names an unknown tag or member, so that no question passes. */
    static Optional<SearchFilter> of(SearchQuery query) {
        List<Long> tags = new ArrayList<>();
        for (String name : query.tags()) {
            Optional<Tag> tag = Tag.named(name);
            if (tag.isEmpty()) {
                return Optional.empty();
            }
            tags.add(tag.get().id);
        }
        if (query.user() == null) {
            return Optional.of(new SearchFilter(tags, null, query.answered()));
        }
        return Member.byNickname(query.user()).map(member -> new SearchFilter(tags, member.id, query.answered()));
    }

    /** The tags of {@code query} that do not exist. */
    static List<String> unknownTags(SearchQuery query) {
        return query.tags().stream().filter(name -> Tag.named(name).isEmpty()).toList();
    }

    /** The member that {@code query} names if that member does not exist, otherwise null. */
    static String unknownMember(SearchQuery query) {
        boolean unknown =
                query.user() != null && Member.byNickname(query.user()).isEmpty();
        return unknown ? query.user() : null;
    }

    /** This filter, which additionally requires the tag with this id. */
    SearchFilter and(long tag) {
        return new SearchFilter(Stream.concat(tags.stream(), Stream.of(tag)).toList(), author, answered);
    }

    /** {@code sql} with the conditions inserted. */
    String in(String sql) {
        StringBuilder conditions = new StringBuilder();
        for (int i = 0; i < tags.size(); i++) {
            conditions.append(TAGGED.formatted(i));
        }
        if (author != null) {
            conditions.append(" AND q.author_id = :author");
        }
        if (answered != null) {
            conditions.append(answered ? " AND q.answer_count > 0" : " AND q.answer_count = 0");
        }
        return sql.replace(PLACEHOLDER, conditions);
    }

    /** Sets the parameters of the conditions. */
    void bind(NativeQuery<?> query) {
        for (int i = 0; i < tags.size(); i++) {
            query.setParameter("tag" + i, tags.get(i));
        }
        if (author != null) {
            query.setParameter("author", author);
        }
    }
}
