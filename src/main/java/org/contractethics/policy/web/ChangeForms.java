package org.contractethics.policy.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contractethics.policy.internal.EditingTables;
import org.contractethics.policy.internal.EditingTables.Preview;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.Proposal;
import org.contractethics.policy.internal.ProposingVersion;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What every form has that changes the rules: it checks, shows what would change beside what is in force, and proposes. */
@Component
class ChangeForms {

    private static final String CHECK = "check";
    private static final String PROPOSE = "propose";

    private final EditingTables editing;
    private final ProposingVersion proposing;
    private final PolicyInForce policy;

    ChangeForms(EditingTables editing, ProposingVersion proposing, PolicyInForce policy) {
        this.editing = editing;
        this.proposing = proposing;
        this.policy = policy;
    }

    /**
     * What was typed besides the rules.
     *
     * @param act the button that was pressed
     */
    record Words(int basedOn, String act, String reason, String effectiveOn) {

        static Words of(MultiValueMap<String, String> sent) {
            return new Words(
                    number(text(sent, "based-on")),
                    text(sent, "act"),
                    text(sent, "reason"),
                    text(sent, "effective-on"));
        }

        static Words none(int basedOn) {
            return new Words(basedOn, "", "", "");
        }

        static String text(MultiValueMap<String, String> sent, String field) {
            String typed = sent.getFirst(field);
            return typed == null ? "" : typed.strip();
        }

        /** 0 for what is no number. */
        static int number(String typed) {
            return typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        }

        /** Whether it is checked or proposed, and not only laid out anew. */
        boolean weighs() {
            return act.equals(CHECK) || act.equals(PROPOSE);
        }

        private Proposal proposal(String text, Map<String, String> files) {
            return new Proposal(basedOn, text, files, reason, day());
        }

        private @Nullable LocalDate day() {
            try {
                return LocalDate.parse(effectiveOn);
            } catch (DateTimeParseException none) {
                return null;
            }
        }
    }

    /**
     * A page of a form, before anything is known to be wrong with the version as a whole.
     *
     * @param problems what is wrong with what was typed
     * @param files text of each changed file by its name; empty where something is wrong
     */
    record Shown(ModelAndView page, List<FormProblem> problems, Map<String, String> files) {}

    ModelAndView page(String view, Words words, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("basedOn", words.basedOn());
        page.addObject("reason", words.reason());
        page.addObject("effectiveOn", words.effectiveOn());
        page.addObject("hintOfDay", proposing.hintOfDay());
        page.addObject("run", null);
        problems(page, problems);
        return page;
    }

    /** The same words on the version that is in force now. */
    Words onNow(Words words) {
        return new Words(policy.current().number(), words.act(), words.reason(), words.effectiveOn());
    }

    /** @param anew what was typed, in the form of the version that is in force now */
    Object answer(Words words, Shown shown, Supplier<ModelAndView> anew, Actor actor, RedirectAttributes next) {
        List<FormProblem> problems = new ArrayList<>(shown.problems());
        boolean proposes = words.act().equals(PROPOSE);
        Proposal proposal =
                words.proposal(policy.version(words.basedOn()).content().text(), shown.files());
        if (proposes) {
            problems.addAll(proposing.problems(proposal));
        }
        if (!problems.isEmpty()) {
            return wrong(shown.page(), problems);
        }
        try {
            return proposes ? proposed(proposal, actor, next) : previewed(shown, words);
        } catch (Refused refused) {
            if (refused.kind() == Refused.Kind.CONFLICT) {
                return Overtaken.on(anew.get(), policy.current().number(), ChangeForms::problems);
            }
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            return wrong(shown.page(), ofRules(refused.reasons()));
        }
    }

    private String proposed(Proposal proposal, Actor actor, RedirectAttributes next) {
        int number = proposing.propose(proposal, actor);
        next.addFlashAttribute(
                "message", "Version " + number + " is proposed. Staff can comment; the board committee decides.");
        return "redirect:/rules/versions/" + number;
    }

    private ModelAndView previewed(Shown shown, Words words) {
        if (words.basedOn() != policy.current().number()) {
            throw Refused.conflict("Another version came into force since you began. Begin anew from that one.");
        }
        Preview preview = editing.preview(shown.files());
        if (!preview.problems().isEmpty()) {
            return wrong(shown.page(), ofRules(preview.problems()));
        }
        shown.page().addObject("differences", Differences.between(preview.inForce(), preview.proposed()));
        shown.page().addObject("run", preview.run());
        return shown.page();
    }

    private static List<FormProblem> ofRules(List<String> reasons) {
        return reasons.stream().map(reason -> new FormProblem("rules", reason)).toList();
    }

    private static ModelAndView wrong(ModelAndView page, List<FormProblem> problems) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        problems(page, problems);
        return page;
    }

    private static void problems(ModelAndView page, List<FormProblem> problems) {
        page.addObject("problems", problems);
        page.addObject("wrong", problems.stream().map(FormProblem::field).collect(Collectors.toSet()));
        page.addObject(
                "messages",
                problems.stream()
                        .collect(Collectors.toMap(FormProblem::field, FormProblem::message, (first, other) -> first)));
    }
}
