package org.contractethics.screening.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contractethics.contract.ContractRegister;
import org.contractethics.screening.internal.AnsweringHits;
import org.contractethics.screening.internal.AnsweringHits.Opinion;
import org.contractethics.screening.internal.Hit.Verdict;
import org.contractethics.screening.internal.HitState;
import org.contractethics.screening.internal.ReadingScreenings;
import org.contractethics.screening.internal.ReadingScreenings.OfContract;
import org.contractethics.screening.internal.matching.Band;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hits of all contracts and of one, and what legal reviewers say of them. */
@Controller
class ScreeningPages {

    private final ReadingScreenings screenings;
    private final AnsweringHits answering;
    private final ScreeningViews views;
    private final ContractRegister contracts;

    ScreeningPages(
            ReadingScreenings screenings, AnsweringHits answering, ScreeningViews views, ContractRegister contracts) {
        this.screenings = screenings;
        this.answering = answering;
        this.views = views;
        this.contracts = contracts;
    }

    /** What was typed for which hit. */
    public record Typed(String hit, String verdict, String reason, String endsOn) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping("/screening")
    ModelAndView list(
            @RequestParam(defaultValue = "") String band,
            @RequestParam(defaultValue = "OPEN") String state,
            Actor viewer) {
        ModelAndView page = new ModelAndView("screening/hits");
        page.addObject("rows", screenings.all(constant(Band.class, band), constant(HitState.class, state), viewer));
        page.addObject("bands", bands());
        page.addObject("states", states());
        page.addObject("band", band);
        page.addObject("state", state);
        return page;
    }

    @GetMapping("/contracts/{contractId}/screening")
    ModelAndView show(@PathVariable ContractId contractId, Actor viewer) {
        return page(contractId, Typed.NOTHING, List.of(), 200, viewer);
    }

    @PostMapping("/contracts/{contractId}/screening/hits/{hitId}/answers")
    ModelAndView answer(
            @PathVariable ContractId contractId,
            @PathVariable UUID hitId,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = "ends-on", defaultValue = "") String endsOn,
            @RequestParam(defaultValue = "0") int evidence,
            @RequestParam(defaultValue = "0") int seen,
            Actor actor,
            RedirectAttributes next) {
        Typed typed = new Typed(hitId.toString(), verdict, reason, endsOn);
        Opinion opinion = new Opinion(constant(Verdict.class, verdict), reason, day(endsOn), evidence, seen);
        return done(
                contractId,
                typed,
                actor,
                next,
                "What you said of the hit is kept, with your name and reason.",
                () -> answering.answer(contractId, hitId, opinion, actor));
    }

    @PostMapping("/contracts/{contractId}/screening/hits/{hitId}/approval")
    ModelAndView approve(
            @PathVariable ContractId contractId,
            @PathVariable UUID hitId,
            @RequestParam(defaultValue = "false") boolean approved,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen,
            Actor actor,
            RedirectAttributes next) {
        Typed typed = new Typed(hitId.toString(), "", reason, "");
        String message = approved ? "The clearance is approved." : "The clearance is refused; the hit is open again.";
        return done(
                contractId,
                typed,
                actor,
                next,
                message,
                () -> answering.decide(contractId, hitId, approved, reason, seen, actor));
    }

    private ModelAndView done(
            ContractId contract, Typed typed, Actor actor, RedirectAttributes next, String message, Runnable act) {
        try {
            act.run();
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            return page(
                    contract,
                    typed,
                    problems(typed.hit(), refused),
                    refused.kind().status(),
                    actor);
        }
        next.addFlashAttribute("message", message);
        return new ModelAndView("redirect:/contracts/" + contract + "/screening#hit-" + typed.hit());
    }

    /** The fields carry the id of their hit: there are many such forms on the page. */
    private static List<FormProblem> problems(String hit, Refused refused) {
        return refused.fields().isEmpty()
                ? refused.reasons().stream()
                        .map(reason -> new FormProblem("reason-" + hit, reason))
                        .toList()
                : refused.fields().stream()
                        .map(problem -> new FormProblem(problem.field() + "-" + hit, problem.message()))
                        .toList();
    }

    private ModelAndView page(ContractId id, Typed typed, List<FormProblem> problems, int status, Actor viewer) {
        OfContract found = screenings
                .of(id, viewer)
                .orElseThrow(() -> Refused.notFound("There is no such screening, or you may not know of it."));
        ModelAndView page = new ModelAndView("screening/contract");
        page.setStatus(HttpStatusCode.valueOf(status));
        page.addObject("view", views.view(id, found, viewer));
        page.addObject("reference", contracts.get(id).reference());
        page.addObject("typed", typed);
        page.addObject("problems", problems);
        page.addObject("last", answering.today().plusMonths(12).toString());
        return page;
    }

    private static Map<String, String> bands() {
        Map<String, String> bands = new LinkedHashMap<>();
        bands.put("", "Every band");
        for (Band band : Band.values()) {
            bands.put(band.name(), HitRow.bandWords(band));
        }
        return bands;
    }

    private static Map<String, String> states() {
        Map<String, String> states = new LinkedHashMap<>();
        states.put("", "Every state");
        for (HitState state : HitState.values()) {
            states.put(state.name(), state.label());
        }
        return states;
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> type, String name) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        return null;
    }

    /** What is no day is none; the use case then asks for one. */
    static @Nullable LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
