package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.internal.ProblemDocuments;
import org.contractethics.access.internal.WholeText;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a form with a text that is not {@link WholeText}, before anything else happens to it. The form comes back with what was typed
 * ({@link FormAgain}); where it cannot, the page of the refusal names the field and shows the texts to copy. {@link StrictBodies} does
 * the same to JSON.
 */
@Configuration(proxyBeanMethods = false)
class WholeFields implements WebMvcConfigurer, HandlerInterceptor {

    private final FormAgain form;

    WholeFields(FormAgain form) {
        this.form = form;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE + 1);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("POST")) {
            return true;
        }
        List<FormProblem> problems = request.getParameterMap().entrySet().stream()
                .filter(field -> !Arrays.stream(field.getValue()).allMatch(WholeText::is))
                .map(field -> problem(request, field))
                .toList();
        if (problems.isEmpty()) {
            return true;
        }
        if (!ProblemDocuments.wantedBy(request) && form.show(request, response)) {
            return false;
        }
        if (AnonymousPages.isOne(request)) {
            TypedWords.showOnAnonymousPage(request, "problem.character");
            response.sendError(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return false;
        }
        throw Refused.invalid(problems);
    }

    private static FormProblem problem(HttpServletRequest request, Map.Entry<String, String[]> field) {
        String name = WholeText.of(field.getKey());
        String shown = ProblemDocuments.wantedBy(request) ? name : Words.ofField(name);
        return new FormProblem(name, "\u201c" + shown + "\u201d " + WholeText.PROBLEM);
    }
}
