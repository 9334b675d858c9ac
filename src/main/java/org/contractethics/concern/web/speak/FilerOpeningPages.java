package org.contractethics.concern.web.speak;

import java.util.UUID;
import org.contractethics.concern.internal.opening.GrantingOpenings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An anonymous filer says yes or no to the opening of a file as it came. */
@Controller
@RequestMapping("/speak/{language}/concern/openings/{opening}")
class FilerOpeningPages {

    private final GrantingOpenings granting;
    private final VisitCookies visits;

    FilerOpeningPages(GrantingOpenings granting, VisitCookies visits) {
        this.granting = granting;
        this.visits = visits;
    }

    @PostMapping("/consent")
    ModelAndView consent(@PathVariable UUID opening, @PathVariable String language, VisitCookies.Cookie cookie) {
        granting.consent(visits.require(cookie).session(), opening);
        return SpeakRedirects.to(language, "/concern");
    }

    @PostMapping("/refusal")
    ModelAndView refuse(@PathVariable UUID opening, @PathVariable String language, VisitCookies.Cookie cookie) {
        granting.refuse(visits.require(cookie).session(), opening);
        return SpeakRedirects.to(language, "/concern");
    }
}
