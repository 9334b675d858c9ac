package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.contractethics.access.AnonymousPages;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a form whose texts are longer together than a form may be, and shows them again. The server itself reads four times as much
 * of them ({@code max-http-form-post-size}); beyond that nothing is left to show.
 */
@Configuration(proxyBeanMethods = false)
class LongTexts implements WebMvcConfigurer, HandlerInterceptor {

    private static final long LONGEST = 2L * 1024 * 1024;
    private static final int BYTES_OF_A_CHARACTER = 3;

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!request.getMethod().equals("POST") || !isTooLong(request)) {
            return true;
        }
        if (AnonymousPages.isOne(request)) {
            TypedWords.showOnAnonymousPage(request, "problem.long");
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return false;
        }
        LongParts.mark(request);
        throw new MaxUploadSizeExceededException(LONGEST);
    }

    private static boolean isTooLong(HttpServletRequest request) {
        long characters = request.getParameterMap().values().stream()
                .flatMap(Arrays::stream)
                .mapToLong(String::length)
                .sum();
        return characters > LONGEST
                || (characters > LONGEST / BYTES_OF_A_CHARACTER
                        && request.getParameterMap().values().stream()
                                        .flatMap(Arrays::stream)
                                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                                        .sum()
                                > LONGEST);
    }
}
