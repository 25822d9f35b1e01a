package askme.importing.stackexchange;

import askme.importing.ImportReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The fields of each file. Others are reported with the first line that has them. */
final class KnownFields {

    static final String USERS = "Users.xml";
    static final String POSTS = "Posts.xml";
    static final String COMMENTS = "Comments.xml";
    static final String VOTES = "Votes.xml";
    static final String TAGS = "Tags.xml";
    static final String HISTORY = "PostHistory.xml";
    static final String LINKS = "PostLinks.xml";
    static final String BADGES = "Badges.xml";

    private static final Map<String, Set<String>> USED = Map.of(
            USERS, Set.of("Id", "CreationDate", "DisplayName"),
            POSTS,
                    Set.of(
                            "Id",
                            "PostTypeId",
                            "ParentId",
                            "AcceptedAnswerId",
                            "CreationDate",
                            "DeletionDate",
                            "Score",
                            "ViewCount",
                            "Body",
                            "OwnerUserId",
                            "OwnerDisplayName",
                            "LastEditorUserId",
                            "LastEditorDisplayName",
                            "LastEditDate",
                            "LastActivityDate",
                            "Title",
                            "Tags",
                            "AnswerCount",
                            "CommentCount",
                            "ClosedDate"),
            COMMENTS, Set.of("Id", "PostId", "Score", "Text", "CreationDate", "UserId", "UserDisplayName"),
            VOTES, Set.of("Id", "PostId", "VoteTypeId", "UserId", "CreationDate"),
            TAGS, Set.of("Id", "TagName", "Count", "ExcerptPostId", "WikiPostId"),
            HISTORY,
                    Set.of(
                            "Id",
                            "PostHistoryTypeId",
                            "PostId",
                            "RevisionGUID",
                            "CreationDate",
                            "UserId",
                            "UserDisplayName",
                            "Comment",
                            "Text"),
            LINKS, Set.of("Id", "CreationDate", "PostId", "RelatedPostId", "LinkTypeId"),
            BADGES, Set.of("Id", "UserId", "Name", "Date", "Class", "TagBased"));

    /** Fields of the real schema that this site has no place for. */
    private static final Map<String, Set<String>> LEFT_OUT = Map.of(
            USERS,
                    Set.of(
                            "Reputation",
                            "LastAccessDate",
                            "WebsiteUrl",
                            "Location",
                            "AboutMe",
                            "Views",
                            "UpVotes",
                            "DownVotes",
                            "ProfileImageUrl",
                            "EmailHash",
                            "AccountId",
                            "Age"),
            POSTS, Set.of("FavoriteCount", "CommunityOwnedDate", "ContentLicense"),
            COMMENTS, Set.of("ContentLicense"),
            VOTES, Set.of("BountyAmount"),
            TAGS, Set.of("IsModeratorOnly", "IsRequired"),
            HISTORY, Set.of("ContentLicense"),
            LINKS, Set.of(),
            BADGES, Set.of());

    private final Map<String, Set<String>> reported = new HashMap<>();
    private final ImportReport report;

    KnownFields(ImportReport report) {
        this.report = report;
    }

    void check(DumpRow row) {
        for (String field : row.values().keySet()) {
            if (!USED.get(row.file()).contains(field)
                    && reported.computeIfAbsent(row.file(), file -> new HashSet<>())
                            .add(field)) {
                boolean known = LEFT_OUT.get(row.file()).contains(field);
                report.note(known ? "fields without a place here" : "unknown fields", row.where(), field);
            }
        }
    }
}
