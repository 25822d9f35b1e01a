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
 * @param answered whether there are answers, or null for either
 */
record SearchFilter(List<Long> tags, Long author, Boolean answered) {

    static final SearchFilter NONE = new SearchFilter(List.of(), null, null);

    private static final String PLACE = "/*filter*/";
    private static final String TAGGED =
            " AND EXISTS (SELECT 1 FROM question_tag t WHERE t.tag_id = :tag%d AND t.question_id = q.id)";

    /** The filter of {@code query}; empty where it names a tag or a member that does not exist, so that nothing passes. */
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

    /** This filter that lets only questions with the tag of this id pass. */
    SearchFilter and(long tag) {
        return new SearchFilter(Stream.concat(tags.stream(), Stream.of(tag)).toList(), author, answered);
    }

    /** {@code sql} with the conditions in their place. */
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
        return sql.replace(PLACE, conditions);
    }

    void bind(NativeQuery<?> query) {
        for (int i = 0; i < tags.size(); i++) {
            query.setParameter("tag" + i, tags.get(i));
        }
        if (author != null) {
            query.setParameter("author", author);
        }
    }
}
