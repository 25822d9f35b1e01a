package askme.mcp;

import askme.api.Cursor;
import askme.member.Member;
import askme.member.MemberLinks;
import askme.member.MemberProfile;
import askme.member.MemberProfiles;
import askme.member.Nickname;
import askme.question.Listing;
import askme.question.QuestionCard;
import askme.question.QuestionLists;
import askme.question.QuestionQueries;
import askme.search.QuestionSearch;
import askme.session.CurrentMember;
import askme.tag.Tag;
import askme.web.LocalizedMessages;
import askme.web.WebConfig;
import askme.web.page.KeyPage;
import askme.web.page.ListKey;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;

/** The tools that find questions: the search, the lists, the tags, and the questions of a member. */
@ApplicationScoped
class ListTools {

    private static final int TAGS = 60;
    private static final String TAG_LIST = "tags";
    private static final String CURSOR = "The member next of the page before. Leave it out for the first page.";

    private final ToolCalls calls;
    private final ToolArguments arguments;
    private final QuestionSearch search;
    private final QuestionLists lists;
    private final QuestionQueries questions;
    private final MemberProfiles profiles;
    private final CurrentMember current;
    private final WebConfig web;
    private final LocalizedMessages<McpMessages> texts = LocalizedMessages.of(McpMessages.class);

    ListTools(
            ToolCalls calls,
            ToolArguments arguments,
            QuestionSearch search,
            QuestionLists lists,
            QuestionQueries questions,
            MemberProfiles profiles,
            CurrentMember current,
            WebConfig web) {
        this.calls = calls;
        this.arguments = arguments;
        this.search = search;
        this.lists = lists;
        this.questions = questions;
        this.profiles = profiles;
        this.current = current;
        this.web = web;
    }

    @Tool(
            description =
                    "Searches questions and their answers by words, as the search box of the site does. Read the best results with"
                            + " read_question.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "Search",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.Questions search(
            @ToolArg(
                            description =
                                    "Words, at most eight. Also a phrase in quotation marks, -word, [tag], user:name, is:answered and"
                                            + " is:unanswered.")
                    String query,
            @ToolArg(description = "relevance (the default) or newest", required = false) String sort,
            @ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read("search", () -> {
            int skipped = arguments.skipped("search", cursor);
            QuestionSearch.Part part = search.find(query, sort, skipped, current.idOrZero());
            Integer next = part.more(skipped) ? skipped + QuestionQueries.PAGE_SIZE : null;
            return new Results.Questions(listed(part.cards()), part.total(), Cursor.of("search", next));
        });
    }

    @Tool(
            name = "list_questions",
            description = "Lists questions of the site or of a tag.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "List questions",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.Questions listQuestions(
            @ToolArg(description = "newest (the default), active, unanswered or top", required = false) String list,
            @ToolArg(description = "Only questions with this tag.", required = false) String tag,
            @ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read(() -> {
            Listing listing = listing(list);
            long id = tag == null || tag.isBlank() ? QuestionLists.WHOLE_SITE : Tag.require(tag).id;
            String name = listing.name() + id;
            KeyPage<QuestionCard> page =
                    lists.page(listing, id, arguments.key(name, cursor, ListKey.TOP), current.idOrZero());
            return new Results.Questions(listed(page.rows()), null, Cursor.of(name, page.last()));
        });
    }

    private Listing listing(String name) {
        return switch (name == null ? "newest" : name) {
            case "newest" -> Listing.NEWEST;
            case "active" -> Listing.ACTIVE;
            case "unanswered" -> Listing.UNANSWERED;
            case "top" -> Listing.HOT;
            default -> throw new ToolCallException(texts.get().bad_list());
        };
    }

    @Tool(
            name = "list_tags",
            description = "Lists the tags of the site by name, with their descriptions.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "List tags",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.Tags listTags(@ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read(() -> {
            List<Tag> found = Tag.after(arguments.place(TAG_LIST, cursor), TAGS + 1);
            List<Tag> shown = found.subList(0, Math.min(TAGS, found.size()));
            String last = found.size() > TAGS ? shown.get(TAGS - 1).name : null;
            return new Results.Tags(
                    shown.stream().map(tag -> Results.ListedTag.of(tag, web)).toList(), Cursor.of(TAG_LIST, last));
        });
    }

    @Tool(
            name = "read_member",
            description = "Reads the public profile of a member and lists the member's questions, the newest first.",
            structuredContent = true,
            annotations =
                    @Tool.Annotations(
                            title = "Read a member",
                            readOnlyHint = true,
                            destructiveHint = false,
                            openWorldHint = false))
    Results.Member readMember(
            @ToolArg(description = "The name of the member on this site.") String nickname,
            @ToolArg(description = CURSOR, required = false) String cursor) {
        return calls.read(() -> {
            Member member = Member.byNickname(Nickname.Check.clean(nickname)).orElseThrow(NotFoundException::new);
            MemberProfile profile = member.mustConfirm ? MemberProfile.EMPTY : profiles.of(member.id);
            String name = "questions-of-" + member.id;
            KeyPage<QuestionCard> page =
                    questions.ofMember(member.id, arguments.key(name, cursor, ListKey.TOP), current.idOrZero());
            return new Results.Member(
                    member.nickname,
                    web.absolute(MemberLinks.member(member.nickname)),
                    member.rating,
                    member.joinedAt.toString(),
                    profile.title(),
                    profile.about(),
                    member.questionCount,
                    member.answerCount,
                    listed(page.rows()),
                    Cursor.of(name, page.last()));
        });
    }

    private List<Results.ListedQuestion> listed(List<QuestionCard> cards) {
        return cards.stream().map(card -> Results.ListedQuestion.of(card, web)).toList();
    }
}
