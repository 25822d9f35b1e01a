package askme.question;

import askme.draft.DraftPlace;
import askme.draft.Drafts;
import askme.follow.Follows;
import askme.jobs.queue.Outbox;
import askme.member.Member;
import askme.member.MemberRef;
import askme.pagecache.PageChanges;
import askme.picture.PictureUses;
import askme.question.listed.ListedQuestions;
import askme.revision.Content;
import askme.revision.RevisionKind;
import askme.revision.RevisionQueries;
import askme.revision.Revisions;
import askme.revision.State;
import askme.search.index.SearchIndex;
import askme.session.Rights;
import askme.tag.QuestionTags;
import askme.tag.Tag;
import askme.tag.edit.ReservedTags;
import askme.vote.VoteState;
import askme.vote.VoteTarget;
import askme.vote.Votes;
import askme.web.LocalizedMessages;
import askme.web.http.ProblemException;
import askme.web.page.EditConflict;
import askme.web.page.EditVersion;
import askme.web.page.Posted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** Changes questions. Each method is one transaction, which includes the counters and the outbox rows. */
@ApplicationScoped
public class Questions {

    /** A form that arrives again within this time counts as sent twice. */
    public static final Duration SENT_TWICE = Duration.ofSeconds(10);

    private final QuestionTags questionTags;
    private final SiteCounter counter;
    private final Votes votes;
    private final Outbox outbox;
    private final PageChanges changes;
    private final SearchIndex index;
    private final Drafts drafts;
    private final Revisions revisions;
    private final RevisionQueries earlier;
    private final ListedQuestions listed;
    private final PictureUses pictures;
    private final Follows follows;
    private final ReservedTags reserved;
    private final Clock clock;
    private final LocalizedMessages<QuestionMessages> messages = LocalizedMessages.of(QuestionMessages.class);

    Questions(
            QuestionTags questionTags,
            SiteCounter counter,
            Votes votes,
            Outbox outbox,
            PageChanges changes,
            SearchIndex index,
            Drafts drafts,
            Revisions revisions,
            RevisionQueries earlier,
            ListedQuestions listed,
            PictureUses pictures,
            Follows follows,
            ReservedTags reserved,
            Clock clock) {
        this.questionTags = questionTags;
        this.counter = counter;
        this.votes = votes;
        this.outbox = outbox;
        this.changes = changes;
        this.index = index;
        this.drafts = drafts;
        this.revisions = revisions;
        this.earlier = earlier;
        this.listed = listed;
        this.pictures = pictures;
        this.follows = follows;
        this.reserved = reserved;
        this.clock = clock;
    }

    /** Stores the question; a form sent twice gives one question. */
    @Transactional
    public Posted<Question> ask(AskForm form, MemberRef author) {
        Member.lock(author.id());
        drafts.end(author.id(), DraftPlace.ASK);
        Instant now = Instant.now(clock);
        return Question.findDuplicate(form, author.id(), now.minus(SENT_TWICE))
                .map(duplicate -> new Posted<>(duplicate, true))
                .orElseGet(() -> new Posted<>(add(form.content(), author, now), false));
    }

    /** Adds a question that was held before, as if its author asked it now. Returns its id. */
    @Transactional(Transactional.TxType.MANDATORY)
    public long publish(Content content, MemberRef author) {
        Member.lock(author.id());
        return add(content, author, Instant.now(clock)).id;
    }

    private Question add(Content content, MemberRef author, Instant now) {
        List<Tag.Ref> named = Tag.typed(content.tags());
        List<Long> tags = named.stream().map(Tag.Ref::id).toList();
        Question question = Question.asked(tagged(content, named), author, now);
        question.persistAndFlush();
        questionTags.add(question.id, question.rating, tags);
        index.putQuestion(question.id, question.title, question.body, null);
        pictures.record(QuestionTexts.KIND, question.id, question.body);
        Member.addQuestions(author.id(), 1);
        counter.addQuestions(1);
        listed.add(question.id, now, tags);
        follows.ownPost(author.id(), question.id);
        outbox.record(new QuestionAsked(question.id));
        return question;
    }

    /**
     * Changes title, text and tags and returns the author's id.
     *
     * @throws EditConflict if the question changed after the form was opened
     */
    @Transactional
    long edit(long id, AskForm form, MemberRef editor, Rights rights) {
        Question question = Question.lockById(id);
        Rights.require(rights.mayEdit(question.authorId));
        drafts.end(editor.id(), DraftPlace.editOfQuestion(id));
        if (!form.same(question)) {
            EditVersion.require(form.version(), question.editedAt);
            change(question, State.edited(form.content(), editor.id(), now(), form.reason()));
        }
        return question.authorId;
    }

    /**
     * Writes an earlier revision as a new one and returns the author's id.
     *
     * @param number of the earlier revision
     * @param version the {@link EditVersion} that the member saw
     * @throws EditConflict if the question changed after that
     */
    @Transactional
    long restore(long id, int number, String version, MemberRef editor, Rights rights) {
        Question question = Question.lockById(id);
        Rights.require(rights.mayRestore(question.authorId));
        Content content = earlier.one(RevisionKind.QUESTION, id, number).orElseThrow(NotFoundException::new);
        if (!content.equals(question.content())) {
            EditVersion.require(version, question.editedAt);
            reserved.require(content.tags(), question.tags(), rights);
            change(question, State.restored(content, editor.id(), now(), number));
        }
        return question.authorId;
    }

    /** Makes {@code after} the content of a question that the caller has locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    void change(Question question, State typed) {
        question.requireUnlocked();
        List<Long> tagsBefore = Tag.idsOf(question.tags());
        List<Tag.Ref> named = Tag.typed(typed.content().tags());
        List<Long> tagsAfter = named.stream().map(Tag.Ref::id).toList();
        State after = typed.with(tagged(typed.content(), named));
        State before = State.before(
                question.content(), question.authorId, question.askedAt, question.editedBy, question.editedAt);
        question.revision = revisions.store(RevisionKind.QUESTION, question.id, question.revision, before, after);
        question.write(after.content());
        question.editedAt = after.at();
        question.editedBy = after.editor();
        index.putQuestion(question.id, question.title, question.body, question.editedAt);
        pictures.record(QuestionTexts.KIND, question.id, question.body);
        if (!tagsBefore.equals(tagsAfter)) {
            questionTags.remove(question.id, tagsBefore);
            questionTags.add(question.id, question.rating, tagsAfter);
            listed.changeTags(question.id, tagsBefore, tagsAfter);
        }
        listed.active(question.id, question.editedAt);
        changes.record(new QuestionEdited(question.id));
    }

    /** The content with the tags as they are called now. */
    private static Content tagged(Content content, List<Tag.Ref> tags) {
        return new Content(
                content.title(), tags.stream().map(Tag.Ref::name).collect(Collectors.joining(" ")), content.body());
    }

    /** The time of a change, as exact as the database stores it. */
    Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }

    /** Casts, changes or removes a vote. Authors cannot vote for their own question. */
    @Transactional
    VoteState vote(long id, MemberRef voter, int value) {
        Question question = Question.lockById(id);
        if (question.authorId == voter.id()) {
            throw new ProblemException(403, "own-post", messages.get().own_post());
        }
        question.requireUnlocked();
        Member.lock(question.authorId, voter.id());
        int before = votes.currentVote(VoteTarget.QUESTION, id, voter.id());
        Votes.Change change = votes.cast(VoteTarget.QUESTION, id, voter.id(), before, value);
        changes.voted(new QuestionVoted(id), change.delta());
        return new VoteState(question.rating + change.delta(), change.vote());
    }
}
