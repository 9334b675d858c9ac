package org.contractethics.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.contractethics.contract.web.RenderingPanels.Rendered;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.CasePanel.Column;
import org.contractethics.shared.ContractId;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Every panel is rendered once, and one that fails takes nothing with it. */
class RenderingPanelsTests {

    private static final ContractId CONTRACT = new ContractId(UUID.randomUUID());
    private static final Actor VIEWER = new Actor("erin.walsh", "Erin Walsh", Set.of());

    /** Templates by name. The one that breaks has written half of itself by then. */
    private static final Map<String, String> TEMPLATES = Map.of(
            "shown", "<section th:fragment=\"panel(model)\" th:text=\"${model.text}\">text</section>",
            "breaking",
                    "<section th:fragment=\"panel(model)\"><p>Half</p><p th:text=\"${model.text.no()}\"></p></section>",
            "contract/panel-failed", "<section th:fragment=\"panel(model)\">Not now</section>",
            "page",
                    "<main><div th:each=\"one : ${panels}\"><section"
                            + " panel:rendered=\"${one}\"></section></div></main>");

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final SpringTemplateEngine engine = engine();

    @Test
    void panels_come_in_their_order_whoever_contributes_them() {
        assertThat(rendered(panel(200, "shown", "Second"), panel(100, "shown", "First")))
                .extracting(Rendered::html)
                .containsExactly("<section>First</section>", "<section>Second</section>");
    }

    @Test
    void a_panel_that_fails_in_the_middle_leaves_nothing_and_the_others_are_shown() {
        List<Rendered> rendered = rendered(panel(100, "breaking", "text"), panel(200, "shown", "Second"));

        assertThat(rendered)
                .extracting(Rendered::html)
                .containsExactly("<section>Not now</section>", "<section>Second</section>");
        assertThat(rendered).extracting(Rendered::column).containsOnly(Column.SIDE);
    }

    @Test
    void a_module_that_throws_is_told_of_in_its_place() {
        CasePanel throwing = (contract, viewer) -> {
            throw new IllegalStateException("the search does not answer");
        };

        assertThat(rendered(throwing, panel(900, "shown", "Last")))
                .extracting(Rendered::html)
                .containsExactly("<section>Not now</section>", "<section>Last</section>");
    }

    @Test
    void a_panel_without_anything_for_the_viewer_is_left_out() {
        assertThat(rendered((contract, viewer) -> Optional.empty())).isEmpty();
    }

    @Test
    void nothing_reaches_the_response_before_the_page() {
        rendered(panel(100, "shown", "First"));

        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getContentType()).isNull();
        assertThat(response.isCommitted()).isFalse();
    }

    @Test
    void each_panel_is_put_together_and_rendered_once() {
        AtomicInteger times = new AtomicInteger();
        CasePanel.View counted = view(100, "shown", new Object() {
            @Override
            public String toString() {
                times.incrementAndGet();
                return "counted";
            }
        });

        String page = page(rendered((contract, viewer) -> Optional.of(counted)));

        assertThat(page).contains("<section>counted</section>");
        assertThat(times).hasValue(1);
    }

    @Test
    void what_somebody_typed_stays_text_on_the_page() {
        assertThat(page(rendered(panel(100, "shown", "<script>[[${1+1}]]</script> & \"more\""))))
                .isEqualTo("<main><div><section>&lt;script&gt;[[${1+1}]]&lt;/script&gt; &amp; &quot;more&quot;"
                        + "</section></div></main>");
    }

    @Test
    void nothing_but_a_rendered_panel_is_written_unescaped() {
        assertThatThrownBy(() -> page(List.of("<script>alert(1)</script>")))
                .isInstanceOf(TemplateProcessingException.class)
                .hasRootCauseInstanceOf(ClassCastException.class);
    }

    private List<Rendered> rendered(CasePanel... panels) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.refresh();
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        return new RenderingPanels(List.of(panels), views(context)).of(CONTRACT, VIEWER, request, response);
    }

    private ThymeleafViewResolver views(WebApplicationContext context) {
        ThymeleafViewResolver views = new ThymeleafViewResolver();
        views.setTemplateEngine(engine);
        views.setApplicationContext(context);
        return views;
    }

    private String page(List<?> panels) {
        return engine.process("page", new Context(Locale.ENGLISH, Map.of("panels", panels)));
    }

    private static SpringTemplateEngine engine() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.addDialect(new PanelDialect());
        engine.setTemplateResolver(new StringTemplateResolver() {
            @Override
            protected ITemplateResource computeTemplateResource(
                    IEngineConfiguration configuration, String owner, String template, Map<String, Object> attributes) {
                return new StringTemplateResource(TEMPLATES.getOrDefault(template, ""));
            }
        });
        return engine;
    }

    private static CasePanel panel(int order, String template, String text) {
        return (contract, viewer) -> Optional.of(view(order, template, text));
    }

    private static CasePanel.View view(int order, String template, Object text) {
        return new CasePanel.View(order, Column.SIDE, template, Map.of("text", text));
    }
}
