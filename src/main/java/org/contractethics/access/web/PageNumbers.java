package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.contractethics.shared.FormProblem;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A program that asks for a page by anything but its number is told so: the first page instead would be taken for the one it
 * meant. On the pages a mistyped address still opens the first one.
 */
@Configuration(proxyBeanMethods = false)
class PageNumbers implements WebMvcConfigurer, HandlerInterceptor {

    private static final String PAGE = "page";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final FormProblem PROBLEM =
            new FormProblem(PAGE, "Pages are numbered from 1, in digits. Without this parameter the answer is page 1.");

    /** What a program sent as a parameter cannot be read. */
    static final class Unreadable extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient FormProblem problem;

        private Unreadable(FormProblem problem) {
            super(problem.field());
            this.problem = problem;
        }

        FormProblem problem() {
            return problem;
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String[] asked = request.getParameterValues(PAGE);
        if (asked != null && (asked.length > 1 || !NUMBER.matcher(asked[0]).matches())) {
            throw new Unreadable(PROBLEM);
        }
        return true;
    }
}
