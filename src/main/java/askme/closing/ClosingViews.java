package askme.closing;

import askme.web.page.FormErrors;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package, and the notice of a closed or locked question, which its page and the live publication share. */
@CheckedTemplate(basePath = "closing")
public final class ClosingViews {

    private ClosingViews() {}

    static native TemplateInstance close(ClosePage page, CloseForm form, FormErrors errors);

    static native TemplateInstance lock(LockPage page, LockForm form, FormErrors errors);

    static native TemplateInstance merge(MergeResource.MergePage page);

    static native TemplateInstance convert(ConversionResource.ConvertPage page, ConvertForm form, FormErrors errors);

    /** Why a question takes no answers or no changes. */
    public static native TemplateInstance notice(long question, ClosingState state);
}
