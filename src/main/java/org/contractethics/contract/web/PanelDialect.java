package org.contractethics.contract.web;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The attribute {@code panel:rendered}: puts a panel that was rendered already in the place of its element. It takes nothing
 * but a {@link RenderingPanels.Rendered}, so no text that somebody typed can come to the page unescaped this way.
 */
@Component
class PanelDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "panel";
    private static final int PRECEDENCE = 1000;

    PanelDialect() {
        super("Panels of the case page", PREFIX, PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Attribute(prefix));
    }

    private static final class Attribute extends AbstractAttributeTagProcessor {

        private Attribute(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "rendered", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String value,
                IElementTagStructureHandler handler) {
            Object panel = StandardExpressions.getExpressionParser(context.getConfiguration())
                    .parseExpression(context, value)
                    .execute(context);
            handler.replaceWith(((RenderingPanels.Rendered) panel).html(), false);
        }
    }
}
