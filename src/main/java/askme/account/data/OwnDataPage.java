package askme.account.data;

import askme.web.page.FormErrors;
import io.quarkus.qute.TemplateData;
import java.time.Instant;

/**
 * The content of the page about one's data.
 *
 * @param export the last one; null without one
 * @param deleteAt when the account will be deleted; null if it will not
 * @param formerName the nickname that posts have afterwards
 */
@TemplateData
record OwnDataPage(DataExport export, Instant deleteAt, String formerName, FormErrors errors) {}
