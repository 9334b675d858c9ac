package org.contractethics.concern.web.speak;

import java.util.List;
import org.contractethics.access.AnonymousPages;
import org.contractethics.access.RouteRules;
import org.springframework.stereotype.Component;

/** Open to everybody; what belongs to one concern opens to whoever came with its code. */
@Component
class SpeakRoutes implements RouteRules {

    private static final String ROOT = AnonymousPages.ROOT;
    private static final String PAGES = ROOT + "/{language}";

    @Override
    public List<Rule> rules() {
        return List.of(
                Rule.anyone("GET", ROOT + "/static/*"),
                Rule.anyone("GET", AnonymousPages.PROBLEM),
                Rule.anyone("GET", ROOT),
                Rule.anyone("GET", PAGES),
                Rule.anyone("GET", PAGES + "/leave"),
                Rule.anyone("GET", PAGES + "/file"),
                Rule.anyone("POST", PAGES + "/file"),
                Rule.anyone("POST", PAGES + "/check"),
                Rule.anyone("POST", PAGES + "/send"),
                Rule.anyone("GET", PAGES + "/return"),
                Rule.anyone("POST", PAGES + "/return"),
                Rule.anyone("POST", PAGES + "/sign-out"),
                Rule.anyone("GET", PAGES + "/concern"),
                Rule.anyone("GET", PAGES + "/concern/receipt"),
                Rule.anyone("GET", PAGES + "/concern/files/{number}"),
                Rule.anyone("POST", PAGES + "/concern/check"),
                Rule.anyone("POST", PAGES + "/concern/messages"),
                Rule.anyone("POST", PAGES + "/concern/appeal"),
                Rule.anyone("POST", PAGES + "/concern/meetings"),
                Rule.anyone("POST", PAGES + "/concern/questions/{number}/answer"),
                Rule.anyone("POST", PAGES + "/concern/check-ins"),
                Rule.anyone("POST", PAGES + "/concern/openings/{opening}/consent"),
                Rule.anyone("POST", PAGES + "/concern/openings/{opening}/refusal"),
                Rule.anyone("POST", PAGES + "/concern/code"),
                Rule.anyone("GET", PAGES + "/concern/withdraw"),
                Rule.anyone("POST", PAGES + "/concern/withdraw"));
    }

    /** Nothing typed here may ever lie in a session. */
    @Override
    public List<String> neverKept() {
        return List.of(ROOT, ROOT + "/**");
    }
}
