package askme.realtime;

/** The names of the channels, in the namespaces of {@code centrifugo.json}. */
final class Channels {

    private Channels() {}

    /**
     * Everybody who has the page of the question open.
     *
     * @param membersOnly whether the site is private: Centrifugo lets no guest subscribe to this channel
     */
    static String ofQuestion(long question, boolean membersOnly) {
        return ofQuestions(membersOnly) + question;
    }

    /** The start of the name of each question's channel: its namespace. */
    static String ofQuestions(boolean membersOnly) {
        return membersOnly ? "members:" : "question:";
    }

    /**
     * The open lists of members. No question has the id 0, and so the namespaces of questions need no other rule.
     *
     * @param membersOnly see {@link #ofQuestion}
     */
    static String ofLists(boolean membersOnly) {
        return ofQuestion(0, membersOnly);
    }

    /** One member, on all devices. Centrifugo allows nobody else to subscribe: the name after # is the user's. */
    static String ofMember(long member) {
        return "member:#" + member;
    }
}
