package askme.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Messages of the operator's pages; the texts are in {@code messages/admin_*.properties}. */
@MessageBundle("admin")
public interface AdminMessages {

    @Message
    String title();

    @Message
    String intro();

    @Message
    String redis_down();

    @Message
    String parts();

    @Message
    String part_hangs();

    @Message
    String part_away();

    @Message
    String queues();

    @Message
    String queue();

    @Message
    String depth();

    @Message
    String age();

    @Message
    String delayed();

    @Message
    String busy();

    @Message
    String rate();

    @Message
    String processed();

    @Message
    String failed();

    @Message
    String died();

    @Message
    String pause();

    @Message
    String resume();

    @Message
    String is_paused();

    @Message
    String paused(String queue);

    @Message
    String resumed(String queue);

    @Message
    String workers();

    @Message
    String no_workers();

    @Message
    String worker();

    @Message
    String silent();

    @Message
    String lost();

    @Message
    String tasks();

    @Message
    String task();

    @Message
    String schedule();

    @Message
    String last_run();

    @Message
    String took();

    @Message
    String end();

    @Message
    String next_run();

    @Message
    String never();

    @Message
    String no_tasks();

    @Message
    String end_done();

    @Message
    String end_failed();

    @Message
    String end_dead();

    @Message
    String retries();

    @Message
    String no_retries();

    @Message
    String due();

    @Message
    String job();

    @Message
    String attempts();

    @Message
    String error();

    @Message
    String payload();

    @Message
    String dead(long count);

    @Message
    String no_dead();

    @Message
    String since();

    @Message
    String actions();

    @Message
    String retry();

    @Message
    String retry_now();

    @Message
    String retry_all();

    @Message
    String delete();

    @Message
    String delete_sure();

    @Message
    String retried();

    @Message
    String retried_all(int count);

    @Message
    String deleted();

    @Message
    String test_mail();

    @Message
    String test_mail_to();

    @Message
    String test_mail_hint();

    @Message
    String test_mail_send();

    @Message
    String test_mail_queued(String address);

    @Message
    String ms(long n);

    @Message
    String seconds(long n);

    @Message
    String minutes(long n);

    @Message
    String hours(long n);

    @Message
    String days(long n);

    @Message
    String mails();

    @Message
    String mails_intro();

    @Message
    String mail_text();

    @Message
    String mail_html();
}
