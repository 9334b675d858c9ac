package org.contractethics.concern.web.speak;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.contractethics.access.AnonymousPages;
import org.contractethics.concern.internal.anonymous.SpeakSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The first page of the anonymous way, the way out of it, and what is shown where something does not work. */
@Controller
class SpeakPages {

    /** Statuses with words of their own; every other one of ours is "not understood", of theirs "went wrong". */
    private static final Set<Integer> EXPLAINED = Set.of(401, 403, 404, 405, 409, 411, 413, 422, 429, 503);

    private final VisitCookies cookies;
    private final SpeakSettings settings;

    SpeakPages(VisitCookies cookies, SpeakSettings settings) {
        this.cookies = cookies;
        this.settings = settings;
    }

    @GetMapping(AnonymousPages.ROOT)
    ModelAndView root(Locale locale) {
        return SpeakRedirects.to(locale.getLanguage(), "");
    }

    @GetMapping("/speak/{language}")
    String start() {
        return "speak/start";
    }

    /**
     * Ends the visit for good and goes somewhere harmless. A link and not a form: a form could not lead to another host under our
     * policy, and whoever presses it has no time. From another site it does nothing, for the cookie does not come along.
     */
    @GetMapping("/speak/{language}/leave")
    ResponseEntity<Void> leave(VisitCookies.Cookie visit) {
        cookies.end(visit);
        URI away = settings.leaveTo();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, VisitCookies.gone(AnonymousPages.SESSION_COOKIE))
                .header(HttpHeaders.SET_COOKIE, VisitCookies.gone(AnonymousPages.FORM_COOKIE))
                .header("Clear-Site-Data", "\"cache\"")
                .location(away)
                .build();
    }

    /** Reached by a forward, with what went wrong; asked for by its address it is not there. */
    @GetMapping(AnonymousPages.PROBLEM)
    String problem(
            @RequestAttribute(name = AnonymousPages.STATUS, required = false) @Nullable Integer status,
            @RequestAttribute(name = AnonymousPages.REFERENCE, required = false) @Nullable String reference,
            @RequestAttribute(name = AnonymousPages.UNKEPT_BECAUSE, required = false) @Nullable String because,
            @RequestAttribute(name = AnonymousPages.UNKEPT, required = false) @Nullable List<String> unkept,
            HttpServletResponse response,
            Model model) {
        int shown = status == null ? HttpServletResponse.SC_NOT_FOUND : status;
        response.setStatus(shown);
        String words = EXPLAINED.contains(shown) ? String.valueOf(shown) : shown < 500 ? "400" : "500";
        model.addAttribute("words", words);
        model.addAttribute("reference", reference);
        model.addAttribute("because", because);
        model.addAttribute("unkept", unkept);
        return "speak/problem";
    }
}
