package askme.support;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The fields of a form as a browser would send them. */
final class FilledForm {

    private FilledForm() {}

    static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name]:not([type=file]), textarea[name], select[name]")) {
            boolean unchecked = field.attr("type").matches("checkbox|radio") && !field.hasAttr("checked");
            if (!unchecked) {
                fields.put(field.attr("name"), value(field));
            }
        }
        return fields;
    }

    private static String value(Element field) {
        if (field.is("select")) {
            Element chosen = field.selectFirst("option[selected]");
            Element option = chosen == null ? field.selectFirst("option") : chosen;
            return option == null ? "" : option.attr("value");
        }
        return field.is("textarea") ? field.wholeText() : field.attr("value");
    }
}
