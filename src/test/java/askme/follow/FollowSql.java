package askme.follow;

import java.util.Map;

/** The queries of this package, for the tests of their costs. */
public final class FollowSql {

    public static final Map<String, String> LISTS = Map.of(
            "questions", FollowQueries.QUESTIONS,
            "tags", FollowQueries.TAGS,
            "members", FollowQueries.MEMBERS,
            "saved", FollowQueries.SAVED);

    public static final String QUESTION = Follows.QUESTION;

    private FollowSql() {}
}
