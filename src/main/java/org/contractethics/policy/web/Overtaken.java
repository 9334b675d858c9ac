package org.contractethics.policy.web;

import java.util.List;
import java.util.function.BiConsumer;
import org.contractethics.shared.FormProblem;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A proposal that was written while another version came into force: nothing typed is lost, and it goes on from that version. */
final class Overtaken {

    static final String FIELD = "overtaken";

    private Overtaken() {}

    /** @param page with what was typed, on the version that is in force now */
    static ModelAndView on(ModelAndView page, int inForce, BiConsumer<ModelAndView, List<FormProblem>> show) {
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject(FIELD, inForce);
        show.accept(
                page,
                List.of(new FormProblem(
                        FIELD,
                        "Version " + inForce
                                + " came into force since you began. Nothing is proposed yet, and what you typed is"
                                + " kept. Look at what it changes, then go on from it: what you send replaces it.")));
        return page;
    }
}
