package askme.web.page;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.ResultNode;
import io.quarkus.qute.SectionHelper;
import io.quarkus.qute.SectionHelperFactory;
import io.quarkus.qute.TemplateException;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * An icon of icons.txt: {@code {#icon 'flag' /}}. A page has many and nothing in them changes, so each is one string. As a template
 * of a tag an icon cost as much as ten expressions.
 */
@EngineConfiguration
public class IconSection implements SectionHelperFactory<IconSection.Icon> {

    @Override
    public List<String> getDefaultAliases() {
        return List.of("icon");
    }

    @Override
    public ParametersInfo getParameters() {
        return ParametersInfo.builder().addParameter("name").build();
    }

    @Override
    public Icon initialize(SectionInitContext context) {
        String quoted = context.getParameter("name");
        if (!quoted.startsWith("'")) {
            throw new TemplateException("The name of an icon is a literal: " + quoted);
        }
        return new Icon(quoted.substring(1, quoted.length() - 1));
    }

    /** The icon {@code name} at one place of a template. */
    public static final class Icon extends ResultNode implements SectionHelper {

        private final String name;
        private final CompletionStage<ResultNode> result = CompletedStage.of(this);

        Icon(String name) {
            this.name = name;
        }

        @Override
        public CompletionStage<ResultNode> resolve(SectionResolutionContext context) {
            return result;
        }

        @Override
        public void process(Consumer<String> page) {
            page.accept("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"");
            page.accept(Assets.url("icons.svg"));
            page.accept("#");
            page.accept(name);
            page.accept("\"/></svg>");
        }
    }
}
