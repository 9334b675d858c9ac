package org.contractethics.contract.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.contractethics.shared.CasePanel;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Renders a panel once into nothing. A panel whose template fails would break off the page in the middle; so it is tried
 * before the page begins.
 */
@Component
class PanelRehearsal {

    private final ThymeleafViewResolver views;

    PanelRehearsal(ThymeleafViewResolver views) {
        this.views = views;
    }

    /** Fails as the template fails. */
    void rehearse(CasePanel.View panel, HttpServletRequest request, HttpServletResponse response) throws Exception {
        View view = views.resolveViewName(panel.template() + " :: panel(model=${model})", Locale.ENGLISH);
        if (view == null) {
            throw new IllegalStateException("no template " + panel.template());
        }
        view.render(Map.of("model", panel.model()), request, new Silent(response));
    }

    private static final class Silent extends HttpServletResponseWrapper {

        private final PrintWriter writer =
                new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        private Silent(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public ServletOutputStream getOutputStream() {
            return new ServletOutputStream() {
                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setWriteListener(WriteListener listener) {
                    throw new UnsupportedOperationException("nothing is written asynchronously");
                }

                @Override
                public void write(int b) {}
            };
        }

        @Override
        public void setContentType(String type) {}

        @Override
        public void flushBuffer() {}
    }
}
