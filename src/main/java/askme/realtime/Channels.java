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
        return namespace(membersOnly) + ":" + question;
    }

    /** The namespace of the channels of questions. */
    static String namespace(boolean membersOnly) {
        return membersOnly ? "members" : "question";
    }

    /** One member, on all devices. Centrifugo allows nobody else to subscribe: the name after # is the user's. */
    static String ofMember(long member) {
        return "member:#" + member;
    }
}
