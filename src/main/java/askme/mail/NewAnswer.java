package askme.mail;

/**
 * An answer whose mail is due.
 *
 * @param title the question's
 * @param writer nickname of who answered
 * @param body the answer, Markdown
 */
record NewAnswer(long answerId, long questionId, String title, String writer, String body, Recipient recipient) {

    /**
     * Who gets the mail.
     *
     * @param language two letters, or null: the site's default
     */
    record Recipient(long memberId, String email, String nickname, String language) {}
}
