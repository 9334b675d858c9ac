package org.contractethics.concern.web;

import java.util.List;
import java.util.UUID;
import org.contractethics.concern.internal.letter.InvalidatingSignatures;
import org.contractethics.concern.internal.letter.OpeningLetters;
import org.contractethics.concern.internal.letter.ReadingLetters;
import org.contractethics.concern.internal.letter.ReadingSignatures;
import org.contractethics.concern.internal.letter.SigningLetters;
import org.contractethics.concern.internal.letter.Wording;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collective letters: their list, the page of one, and what people do on it. */
@Controller
class LetterPages {

    private final ReadingLetters reading;
    private final ReadingSignatures names;
    private final SigningLetters signing;
    private final OpeningLetters opening;
    private final InvalidatingSignatures invalidating;

    LetterPages(
            ReadingLetters reading,
            ReadingSignatures names,
            SigningLetters signing,
            OpeningLetters opening,
            InvalidatingSignatures invalidating) {
        this.reading = reading;
        this.names = names;
        this.signing = signing;
        this.opening = opening;
        this.invalidating = invalidating;
    }

    @GetMapping("/letters")
    String list(Actor viewer, Model model) {
        model.addAttribute("letters", reading.all());
        model.addAttribute("mayOpen", viewer.has(Role.EMPLOYEE));
        return "concern/letters";
    }

    @GetMapping("/letters/{id}")
    ModelAndView letter(@PathVariable ConcernId id, Actor viewer) {
        return page(id, viewer, Typed.NOTHING, List.of());
    }

    @PostMapping("/letters/{id}/signature")
    ModelAndView sign(
            @PathVariable ConcernId id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String consents,
            Actor signer,
            RedirectAttributes redirect) {
        return done(
                id,
                signer,
                Typed.NOTHING,
                redirect,
                "You have signed. Thank you.",
                () -> signing.sign(id, version, consents.equals("yes"), signer));
    }

    @PostMapping("/letters/{id}/signature/withdraw")
    ModelAndView withdraw(@PathVariable ConcernId id, Actor signer, RedirectAttributes redirect) {
        return done(
                id,
                signer,
                Typed.NOTHING,
                redirect,
                "Your signature is taken back; nothing of it is kept.",
                () -> signing.withdraw(id, signer));
    }

    @PostMapping("/letters/{id}/text")
    ModelAndView rewrite(
            @PathVariable ConcernId id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String demands,
            Actor author,
            RedirectAttributes redirect) {
        Typed typed = new Typed(text, demands, "");
        return done(
                id,
                author,
                typed,
                redirect,
                "The new text is in force. It has no signatures yet.",
                () -> opening.rewrite(id, new Wording(text, demands), author));
    }

    @PostMapping("/letters/{id}/close")
    ModelAndView close(@PathVariable ConcernId id, Actor author, RedirectAttributes redirect) {
        return done(
                id,
                author,
                Typed.NOTHING,
                redirect,
                "The letter is closed for signing.",
                () -> opening.close(id, author));
    }

    @PostMapping("/letters/{id}/signatures/{signature}/invalidate")
    ModelAndView invalidate(
            @PathVariable ConcernId id,
            @PathVariable UUID signature,
            @RequestParam(defaultValue = "") String because,
            Actor officer,
            RedirectAttributes redirect) {
        return done(
                id,
                officer,
                new Typed("", "", because),
                redirect,
                "The signature does not count any more.",
                () -> invalidating.invalidate(id, signature, because, officer));
    }

    /** What was typed and is not done yet. */
    private record Typed(String text, String demands, String because) {

        static final Typed NOTHING = new Typed("", "", "");
    }

    /** Back to the letter; or the page as it is now with the reasons of a refusal, and with what was typed. */
    private ModelAndView done(
            ConcernId id, Actor actor, Typed typed, RedirectAttributes redirect, String message, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            return switch (refused.kind()) {
                case INVALID, CONFLICT, UNAVAILABLE -> {
                    ModelAndView page = page(id, actor, typed, problems(refused));
                    page.setStatus(HttpStatus.valueOf(refused.kind().status()));
                    yield page;
                }
                default -> throw refused;
            };
        }
        redirect.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/letters/" + id);
    }

    private static List<FormProblem> problems(Refused refused) {
        return refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem("sign", reason))
                        .toList()
                : refused.fields();
    }

    private ModelAndView page(ConcernId id, Actor viewer, Typed typed, List<FormProblem> problems) {
        ReadingLetters.View view = reading.view(id, viewer);
        boolean typing = !typed.text().isEmpty() || !typed.demands().isEmpty();
        return new ModelAndView("concern/letter")
                .addObject("view", view)
                .addObject("letter", view.letter())
                .addObject("names", names.names(view.letter(), viewer))
                .addObject("own", names.own(view.letter(), viewer).name())
                .addObject("maySign", viewer.has(Role.EMPLOYEE))
                .addObject("issuing", reading.issuingKey(view.letter()).orElse(null))
                .addObject("text", typing ? typed.text() : view.text().text())
                .addObject(
                        "demands",
                        typing ? typed.demands() : String.join("\n", view.text().demands()))
                .addObject("typing", typing)
                .addObject("because", typed.because())
                .addObject("problems", problems);
    }
}
