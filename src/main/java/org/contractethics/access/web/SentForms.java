package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.contractethics.access.internal.KeptForm;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Forgets a kept form as soon as it has been sent again to its address. */
@Configuration(proxyBeanMethods = false)
class SentForms implements WebMvcConfigurer, HandlerInterceptor {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals("POST")) {
            HttpSession session = request.getSession(false);
            KeptForm.in(session)
                    .filter(form -> form.path().equals(request.getRequestURI()))
                    .ifPresent(form -> KeptForm.discard(session));
        }
        return true;
    }
}
