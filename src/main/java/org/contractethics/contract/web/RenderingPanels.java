package org.contractethics.contract.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.CasePanel.Column;
import org.contractethics.shared.ContractId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Renders every panel of the case page before the page begins, each on its own. One whose template fails would otherwise
 * break off the page in the middle; so a sentence stands in its place, and the others are shown.
 */
@Component
class RenderingPanels {

    private static final Logger LOG = LoggerFactory.getLogger(RenderingPanels.class);
    private static final String FAILED = "contract/panel-failed";

    private final List<CasePanel> panels;
    private final ThymeleafViewResolver views;

    RenderingPanels(List<CasePanel> panels, ThymeleafViewResolver views) {
        this.panels = panels;
        this.views = views;
    }

    /** @param html what the template of the panel made of its model, escaped there; {@link PanelDialect} writes it to the page */
    record Rendered(int order, Column column, String html) {}

    /** What every module has to show of the contract to this viewer, in order. */
    List<Rendered> of(ContractId contract, Actor viewer, HttpServletRequest request, HttpServletResponse response) {
        List<Rendered> rendered = new ArrayList<>();
        for (CasePanel panel : panels) {
            rendered(panel, contract, viewer, request, response).ifPresent(rendered::add);
        }
        rendered.sort(Comparator.comparingInt(Rendered::order));
        return rendered;
    }

    private Optional<Rendered> rendered(
            CasePanel panel,
            ContractId contract,
            Actor viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        int order = 800;
        Column column = Column.MAIN;
        try {
            Optional<CasePanel.View> view = panel.panel(contract, viewer);
            if (view.isEmpty()) {
                return Optional.empty();
            }
            order = view.get().order();
            column = view.get().column();
            return Optional.of(render(view.get(), request, response));
        } catch (Exception failed) { // whatever one module throws, the others' panels are still wanted
            LOG.error(
                    "panel failed contract={} panel={}",
                    contract,
                    panel.getClass().getSimpleName(),
                    failed);
            return Optional.of(failure(order, column, request, response));
        }
    }

    private Rendered failure(int order, Column column, HttpServletRequest request, HttpServletResponse response) {
        try {
            return render(new CasePanel.View(order, column, FAILED, Map.of()), request, response);
        } catch (Exception e) {
            throw new IllegalStateException("the panel that stands for failed ones failed too", e);
        }
    }

    private Rendered render(CasePanel.View panel, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        View view = views.resolveViewName(panel.template() + " :: panel(model=${model})", Locale.ENGLISH);
        if (view == null) {
            throw new IllegalStateException("no template " + panel.template());
        }
        Kept kept = new Kept(response);
        view.render(Map.of("model", panel.model()), request, kept);
        return new Rendered(panel.order(), panel.column(), kept.text());
    }

    /** Keeps what is written; the true response learns nothing of it. */
    private static final class Kept extends HttpServletResponseWrapper {

        private final StringWriter text = new StringWriter();
        private final PrintWriter writer = new PrintWriter(text);

        private Kept(HttpServletResponse response) {
            super(response);
        }

        String text() {
            writer.flush();
            return text.toString();
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            throw new UnsupportedOperationException("panels are text");
        }

        @Override
        public void setContentType(String type) {}

        @Override
        public void flushBuffer() {}
    }
}
