package askme.review;

import askme.moderation.Target;
import io.quarkus.qute.TemplateData;

/**
 * The post that the reader is about to report.
 *
 * @param title of its question
 * @param action the address of the form
 * @param own whether the reader wrote it
 * @param before whether the reader reported it before
 */
@TemplateData
record ReportedPost(Target post, String title, String address, String action, boolean own, boolean before) {}
