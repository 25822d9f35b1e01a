package askme.closing;

import io.quarkus.qute.TemplateData;

/**
 * The page on which a post is locked or unlocked.
 *
 * @param answer whether the post is an answer
 * @param locked why it is locked; null if it is not
 */
@TemplateData
record LockPage(String title, boolean answer, String locked, String back, String lock, String unlock) {}
