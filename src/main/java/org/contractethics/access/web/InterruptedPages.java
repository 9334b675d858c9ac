package org.contractethics.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.contractethics.access.internal.InterruptedForms;
import org.contractethics.access.internal.KeptForm;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** Forms that arrived while nobody was signed in, to be sent again or discarded. */
@Controller
class InterruptedPages {

    private final PageFrame frame;

    InterruptedPages(PageFrame frame) {
        this.frame = frame;
    }

    /** The form that was typed while the sign-in expired. */
    @GetMapping(InterruptedForms.PAGE)
    String interrupted(HttpServletRequest request, Actor actor, Model model) {
        HttpSession session = request.getSession();
        KeptForm form = KeptForm.in(session, actor.username()).orElse(null);
        if (form == null) {
            KeptForm.discard(session);
            return "redirect:/";
        }
        model.addAttribute("form", form);
        model.addAttribute("kept", true);
        return "access/interrupted";
    }

    @PostMapping("/interrupted/discard")
    String discard(HttpSession session) {
        KeptForm.discard(session);
        return "redirect:/";
    }

    /** A form that could not be kept on the server: it stays in the browser, in the answer to the request that brought it. */
    @PostMapping(InterruptedForms.UNSENT)
    String unsent(
            @RequestAttribute(name = InterruptedForms.FORM_ATTRIBUTE, required = false) KeptForm form, Model model) {
        if (form == null) {
            return "redirect:/";
        }
        model.addAttribute("form", form);
        model.addAttribute("kept", false);
        model.addAttribute("signedIn", frame.actor() != null);
        return "access/interrupted";
    }
}
