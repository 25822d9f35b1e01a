package askme.importing.apacheanswer;

import askme.importing.ImportText;
import askme.importing.content.RowFault;
import askme.importing.content.TagTable;
import askme.markdown.Excerpt;
import askme.tag.TagNames;

/** The texts of tags, and their synonyms. */
final class TagStage extends TableStage<TagTable.Row> {

    TagStage(Source source, TagTable target) {
        super(
                source,
                "tags",
                target,
                "tag",
                "t.status <> 10 AND (t.main_tag_id <> 0 OR t.original_text <> '')",
                "slug_name",
                "main_tag_slug_name",
                "original_text",
                "user_id",
                "created_at");
    }

    @Override
    protected TagTable.Row convert(TableRow row) throws RowFault {
        String own = valid(row.text("slug_name"));
        boolean synonym = !row.text("main_tag_slug_name").isEmpty();
        String page = synonym ? "" : run.noted(row, ImportText.own(row.text("original_text")));
        return new TagTable.Row(
                synonym ? valid(row.text("main_tag_slug_name")) : own,
                page.isEmpty() ? "" : Excerpt.of(page, TagTable.LONGEST_LINE),
                page,
                run.member(row.member("user_id")),
                row.moment("created_at"),
                synonym ? own : null);
    }

    private static String valid(String slug) throws RowFault {
        String name = TagNames.canonical(slug);
        if (!TagNames.valid(name)) {
            throw new RowFault(slug + " is no tag here");
        }
        return name;
    }
}
