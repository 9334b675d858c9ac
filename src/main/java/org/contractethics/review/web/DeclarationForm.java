package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.ContractRegister;
import org.contractethics.review.internal.ConflictDeclarations;
import org.contractethics.review.internal.Recusals.Interest;
import org.contractethics.review.internal.ReviewCase;
import org.contractethics.shared.Actor;
import org.contractethics.shared.FormProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form of the declaration of interests. What was typed into another form before it is carried through it and stands in that form again (H2). */
@Component
class DeclarationForm {

    static final String NONE = "I have no interest in this contract: no pay, family, former employer or shares";

    /** What the form sends instead of a kind of interest. */
    static final String NO_INTEREST = "NONE";

    private static final String CARRIED = "typed.";
    private static final String KEPT = "typedBefore";

    private final ConflictDeclarations declarations;
    private final ContractRegister contracts;

    DeclarationForm(ConflictDeclarations declarations, ContractRegister contracts) {
        this.declarations = declarations;
        this.contracts = contracts;
    }

    /** Path of the declaration that this person has still to sign; null where it is signed. */
    @Nullable
    String missing(ReviewCase review, Onward onward, Actor actor) {
        return declarations.none(review.id(), actor.username()) ? null : onward.declaration(review.id());
    }

    /** In place of the answer to a form of somebody who has not signed yet; empty where they have. */
    Optional<ModelAndView> before(ReviewCase review, Onward onward, FormValues typed, Actor actor) {
        return declarations.none(review.id(), actor.username())
                ? Optional.empty()
                : Optional.of(instead(review, onward, typed));
    }

    /** In place of the answer to a form. */
    ModelAndView instead(ReviewCase review, Onward onward, FormValues typed) {
        Map<String, List<String>> carried = new HashMap<>();
        typed.all().forEach((name, many) -> carried.put(CARRIED + name, many));
        ModelAndView page = page(review, onward, carried, List.of());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    /** @param sent what the form of the declaration sent, with what it carries */
    ModelAndView page(ReviewCase review, Onward onward, Map<String, List<String>> sent, List<FormProblem> problems) {
        ModelAndView page = plain("review/declaration", review, onward, problems);
        Map<String, String> answers = Field.choices(NO_INTEREST, NONE);
        answers.putAll(interests());
        page.addObject("interests", answers);
        Map<String, List<String>> carried = new HashMap<>(sent);
        carried.keySet().removeIf(name -> !name.startsWith(CARRIED));
        page.addObject("carried", carried);
        return page;
    }

    ModelAndView plain(String template, ReviewCase review, Onward onward, List<FormProblem> problems) {
        ModelAndView page = new ModelAndView(template);
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("review", review);
        page.addObject("contract", contracts.get(review.contract()));
        page.addObject("onward", onward);
        page.addObject("problems", problems);
        page.addObject("interests", interests());
        return page;
    }

    private static Map<String, String> interests() {
        Map<String, String> interests = Field.choices();
        Arrays.stream(Interest.values()).forEach(interest -> interests.put(interest.name(), interest.label()));
        return interests;
    }

    /** Gives what the signed form carried to the page that comes next. */
    static void handOn(Map<String, List<String>> sent, RedirectAttributes next) {
        Map<String, List<String>> typed = new HashMap<>();
        sent.forEach((name, many) -> {
            if (name.startsWith(CARRIED)) {
                typed.put(name.substring(CARRIED.length()), new ArrayList<>(many));
            }
        });
        if (!typed.isEmpty()) {
            next.addFlashAttribute(KEPT, typed);
        }
    }

    /** What was typed before the declaration was signed; nothing on every other way to the page. */
    static FormValues typedBefore(Model model) {
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        if (model.getAttribute(KEPT) instanceof Map<?, ?> kept) {
            kept.forEach((name, many) -> {
                if (many instanceof List<?> values) {
                    typed.put(
                            name.toString(),
                            values.stream().map(Object::toString).toList());
                }
            });
        }
        return new FormValues(typed);
    }
}
