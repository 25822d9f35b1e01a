package askme.names;

import askme.support.Visitor;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** Forms of pages, cookies of answers, and what scripts look for in HTML that is sent into pages that are already open. */
final class NamesOfPages {

    private NamesOfPages() {}

    /** The fields that the forms of a page send, by their method and address without numbers. */
    static void forms(Names names, Visitor.Reply reply, String nickname) {
        for (Element form : reply.page().select("form")) {
            String action = form.hasAttr("action") ? form.absUrl("action") : reply.url();
            String path = URI.create(action).getPath();
            path = path.replace(nickname, "{nickname}").replaceAll("/\\d+", "/{n}");
            path = path.replaceAll("^/(unsubscribe|login/reset)/.*", "/$1/{token}");
            String to = (form.attr("method").equals("post") ? "POST " : "GET ") + path;
            for (Element field : form.select("[name]")) {
                names.add("form fields sent", to + " " + field.attr("name"));
            }
        }
    }

    static void cookies(Names names, HttpResponse<String> reply) {
        for (String cookie : reply.headers().allValues("Set-Cookie")) {
            String[] parts = cookie.split(";\\s*");
            TreeSet<String> attributes = new TreeSet<>();
            for (int i = 1; i < parts.length; i++) {
                if (!parts[i].matches("(?i)(expires|version)=.*")) {
                    attributes.add(parts[i].toLowerCase());
                }
            }
            names.add("cookies", parts[0].split("=")[0] + " " + String.join(" ", attributes));
        }
    }

    /** Classes, ids and data attributes: scripts and style sheets of an open page of the version before know them. */
    static void html(Names names, String section, org.jsoup.nodes.Document html) {
        for (Element element : html.body().select("*")) {
            element.classNames().forEach(one -> names.add(section, "class " + one));
            if (element.hasAttr("id")) {
                names.add(section, "id " + element.id().replaceAll("\\d+", "{n}"));
            }
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().equals("data-behaviour")) {
                    names.add(section, "behaviour " + attribute.getValue());
                } else if (attribute.getKey().startsWith("data-")) {
                    names.add(section, attribute.getKey());
                }
            }
        }
    }
}
