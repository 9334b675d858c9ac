package org.contractethics.concern.web.speak;

import org.contractethics.access.AnonymousPages;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** From an act to the page that shows its result. */
final class SpeakRedirects {

    private SpeakRedirects() {}

    /** Without anything of the page's model in the address, and without a host: a forged header cannot lead elsewhere. */
    static ModelAndView to(String language, String page) {
        RedirectView view = new RedirectView(AnonymousPages.ROOT + "/" + language + page, true, false);
        view.setExposeModelAttributes(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
