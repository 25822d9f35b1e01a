package askme.mail;

import askme.account.ResetLink;
import askme.account.address.AddressPurpose;
import askme.account.address.MailedLink;
import askme.factor.SignInWayChanged;
import askme.member.Member;
import askme.webhook.Endpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The mails of this package with sample data. Their links lead nowhere. */
@ApplicationScoped
public class MailSamples {

    /** Everything that a post may contain. */
    public static final String POST = """
            A paragraph with **emphasis**, `code`, <kbd>Ctrl</kbd> and a [link](https://example.org/).

            ## A heading

            - one
            - two
              1. nested

            ```java
            List<String> names = List.of("Ann", "Bob"); // a line that is longer than a telephone is wide
            ```

            > A quotation with `org.example.container.BeanContainerFactoryConfigurationProviderImplementation`

            | setting                    | default | unit | since | what it does                          |
            | -------------------------- | ------: | ---- | ----- | ------------------------------------- |
            | `beans.discovery.timeout`  |      30 | s    | 3.2   | how long the site looks for its beans |
            | `beans.discovery.packages` |       0 |      | 3.15  | where it looks                        |

            https://example.org/a/very/long/address/without/any/break/that/somebody/has/copied?from=a-browser&and=more
            """;

    private static final String TITLE = "How are the beans of an application found when it starts?";
    private static final String ADDRESS = "ann@example.org";
    private static final Instant DAY = Instant.parse("2030-12-13T09:00:00Z");

    private final MailComposer composer;

    MailSamples(MailComposer composer) {
        this.composer = composer;
    }

    private MailPreview address(AddressPurpose purpose, String language, String url) {
        String now = purpose == AddressPurpose.CONFIRM ? ADDRESS : "ann-before@example.org";
        MailedLink link = new MailedLink(purpose, ADDRESS, "ann", now, url, language);
        return MailPreview.of(
                "address-" + purpose.name().toLowerCase(Locale.ROOT), composer.addressLink(link, "sample"));
    }

    private MailPreview way(SignInWayChanged.Change change, String name, Recipient ann) {
        SignInWayChanged event = new SignInWayChanged(0, change.name(), name, 0);
        String kind = change.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return MailPreview.of("way-" + kind, composer.signInWay(event, ann, "sample"));
    }

    /** The recipient of samples in {@code language}. No member has this id. */
    public static Recipient recipient(String language) {
        return new Recipient(0, ADDRESS, "ann", language);
    }

    private MailPreview webhookOff(String language) {
        Endpoint receiver = new Endpoint(
                0, "https://receiver.example.org/askme", List.of(), false, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH);
        return MailPreview.of("webhook-off", composer.webhookOff(receiver, member(language), "sample"));
    }

    private static Member member(String language) {
        Member ann = new Member();
        ann.nickname = "ann";
        ann.email = ADDRESS;
        ann.language = language;
        return ann;
    }

    /** The mails in {@code language}. */
    public List<MailPreview> all(String language) {
        Recipient ann = recipient(language);
        String url = composer.answerUrl(0);
        GatheredMail gathered = new GatheredMail(
                ann, List.of(new GatheredMail.Line(0, TITLE, "bob", url), new GatheredMail.Line(0, TITLE, "eve", url)));
        ResetLink reset = new ResetLink(ADDRESS, "ann", url, language);
        return List.of(
                MailPreview.of("answer", composer.newAnswer(new NewAnswer(0, 1, TITLE, "bob", POST, ann), "sample")),
                MailPreview.of("answers", composer.gathered(gathered, "sample")),
                MailPreview.of("password-reset", composer.passwordReset(reset, "sample")),
                MailPreview.of("export", composer.export(ann, "sample")),
                MailPreview.of("deletion", composer.deletion(ann, DAY, null, "sample")),
                way(SignInWayChanged.Change.PASSKEY_ADDED, "Ann's phone", ann),
                way(SignInWayChanged.Change.PASSWORD_CHANGED, "", ann),
                address(AddressPurpose.CONFIRM, language, url),
                address(AddressPurpose.CHANGE, language, url),
                address(AddressPurpose.UNDO, language, url),
                webhookOff(language),
                MailPreview.of("test", composer.test(ADDRESS, language, "sample")));
    }
}
