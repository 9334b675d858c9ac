package org.contractethics.review.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.review.internal.evidence.Consultation;
import org.contractethics.review.internal.evidence.Consultation.Account;
import org.contractethics.review.internal.evidence.Consultation.Kind;
import org.contractethics.review.internal.evidence.Consultation.Manner;
import org.contractethics.review.internal.evidence.Consultations;
import org.contractethics.review.internal.evidence.LoggingConsultations;
import org.contractethics.review.web.EvidenceFrame.Typed;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.ReviewId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** S6: the consultation log of a review. */
@Controller
@RequestMapping("/reviews/{reviewId}/consultations")
class ConsultationPages {

    private final LoggingConsultations logging;
    private final Consultations consultations;
    private final EvidenceFrame frame;
    private final PeopleDirectory people;

    ConsultationPages(
            LoggingConsultations logging, Consultations consultations, EvidenceFrame frame, PeopleDirectory people) {
        this.logging = logging;
        this.consultations = consultations;
        this.frame = frame;
        this.people = people;
    }

    /** @param credibility why the proxy is credible; empty where it is none */
    public record ConsultationRow(
            int number,
            String kind,
            String consulted,
            String credibility,
            @Nullable LocalDate heldOn,
            String manner,
            String said,
            String changed,
            String loggedBy,
            Instant loggedAt) {}

    @GetMapping
    ModelAndView log(@PathVariable ReviewId reviewId, Model model, Actor viewer) {
        Typed typed = Typed.before(DeclarationForm.typedBefore(model));
        return page(frame.readable(reviewId, viewer), typed, viewer);
    }

    @PostMapping
    Object add(
            @PathVariable ReviewId reviewId,
            @RequestParam MultiValueMap<String, String> sent,
            Actor actor,
            RedirectAttributes next) {
        ReviewCase review = frame.readable(reviewId, actor);
        FormValues values = new FormValues(sent);
        if (logging.mayLog(review, actor)) {
            Optional<ModelAndView> undeclared = frame.undeclared(review, Onward.CONSULTATIONS, values, actor);
            if (undeclared.isPresent()) {
                return undeclared.get();
            }
        }
        Account account = account(values);
        List<FormProblem> problems =
                Section.together(Section.unreadable(List.of(form()), values), logging.problems(account));
        if (!problems.isEmpty() && logging.mayLog(review, actor)) {
            return page(review, Typed.wrong(values, problems), actor);
        }
        logging.log(reviewId, account, actor);
        next.addFlashAttribute(
                "message", "The consultation is logged. It cannot be changed; a correction is a new entry.");
        return "redirect:/reviews/" + reviewId + "/consultations";
    }

    private static Account account(FormValues values) {
        return new Account(
                values.constant("kind", Kind.class),
                values.text("consulted"),
                values.text("credibility"),
                values.date("held-on"),
                values.constant("manner", Manner.class),
                values.text("said"),
                values.text("changed"));
    }

    private ModelAndView page(ReviewCase review, Typed typed, Actor viewer) {
        ModelAndView page = frame.page("review/consultations", review, typed, Onward.CONSULTATIONS, viewer);
        page.addObject(
                "entries", consultations.of(review.id()).stream().map(this::row).toList());
        page.addObject("form", logging.mayLog(review, viewer) ? List.of(form()) : List.of());
        return page;
    }

    private static Section form() {
        Map<String, String> kinds = new LinkedHashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> kinds.put(kind.name(), kind.label()));
        Map<String, String> manners = new LinkedHashMap<>();
        Arrays.stream(Manner.values()).forEach(manner -> manners.put(manner.name(), manner.label()));
        return Section.of(
                "Log a consultation",
                "Write no name of a person at risk and nothing by which one can be found.",
                Field.radios("kind", "Who was consulted", kinds, null, true),
                Field.text("consulted", "Group", "The group, or who speaks for it.", true),
                Field.area(
                        "credibility",
                        "If a proxy: why it is credible",
                        "What ties it to the affected, and that nobody pays it to agree.",
                        false,
                        2),
                Field.date("held-on", "Day", null, true),
                Field.select("manner", "How", manners, null, true),
                Field.area("said", "What they said", null, true, 4),
                Field.area("changed", "What was changed by it", "Or why nothing was.", true, 3));
    }

    private ConsultationRow row(Consultation entry) {
        Account account = entry.account();
        return new ConsultationRow(
                entry.number(),
                Objects.requireNonNull(account.kind()).label(),
                account.consulted(),
                account.credibility(),
                account.heldOn(),
                Objects.requireNonNull(account.manner()).label(),
                account.said(),
                account.changed(),
                people.displayName(entry.loggedBy()),
                entry.loggedAt());
    }
}
