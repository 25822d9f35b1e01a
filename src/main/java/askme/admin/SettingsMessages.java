package askme.admin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Labels and hints of the settings; the texts are in {@code messages/settings_*.properties}. */
@MessageBundle("settings")
public interface SettingsMessages {

    @Message
    String site_name();

    @Message
    String site_name_hint();

    @Message
    String site_tagline();

    @Message
    String site_tagline_hint();

    @Message
    String look_colour();

    @Message
    String look_colour_hint();

    @Message
    String look_logo();

    @Message
    String look_logo_hint();

    @Message
    String look_icon();

    @Message
    String look_icon_hint();

    @Message
    String text_about();

    @Message
    String text_about_hint();

    @Message
    String text_rules();

    @Message
    String text_rules_hint();

    @Message
    String text_privacy();

    @Message
    String text_privacy_hint();

    @Message
    String text_contact();

    @Message
    String text_contact_hint();

    @Message
    String language_default();

    @Message
    String language_default_hint();

    @Message
    String language_en();

    @Message
    String language_en_hint();

    @Message
    String language_ru();

    @Message
    String language_ru_hint();

    @Message
    String join_who();

    @Message
    String join_who_hint();

    @Message
    String join_domains();

    @Message
    String join_domains_hint();

    @Message
    String join_who_everybody();

    @Message
    String join_who_domains();

    @Message
    String join_who_invitation();

    @Message
    String join_who_nobody();

    @Message
    String names_reserved();

    @Message
    String names_reserved_hint();

    @Message
    String signin_only_providers();

    @Message
    String signin_only_providers_hint();

    @Message
    String signin_moderators_second_factor();

    @Message
    String signin_moderators_second_factor_hint();

    @Message
    String privilege_vote();

    @Message
    String privilege_vote_hint();

    @Message
    String privilege_comment();

    @Message
    String privilege_comment_hint();

    @Message
    String privilege_pictures();

    @Message
    String privilege_pictures_hint();

    @Message
    String privilege_edit();

    @Message
    String privilege_edit_hint();

    @Message
    String privilege_close();

    @Message
    String privilege_close_hint();

    @Message
    String privilege_review();

    @Message
    String privilege_review_hint();

    @Message
    String privilege_tag_wiki();

    @Message
    String privilege_tag_wiki_hint();

    @Message
    String close_votes();

    @Message
    String close_votes_hint();

    @Message
    String close_reasons();

    @Message
    String close_reasons_hint();

    @Message
    String tags_reserved();

    @Message
    String tags_reserved_hint();

    @Message
    String newcomer_links();

    @Message
    String newcomer_links_hint();

    @Message
    String newcomer_posts_per_hour();

    @Message
    String newcomer_posts_per_hour_hint();

    @Message
    String spam_held_words();

    @Message
    String spam_held_words_hint();

    @Message
    String deletion_purge_days();

    @Message
    String deletion_purge_days_hint();

    @Message
    String language_default_en();

    @Message
    String language_default_ru();
}
