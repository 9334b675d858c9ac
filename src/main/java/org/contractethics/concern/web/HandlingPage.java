package org.contractethics.concern.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.contractethics.concern.internal.CauseCode;
import org.contractethics.concern.internal.ReadingConcerns;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page of a concern, put together from what each part of its handling shows; shown again with what was typed where an act of a
 * part is refused.
 */
@Component
class HandlingPage {

    private final ReadingConcerns reading;
    private final List<PagePart> parts;

    HandlingPage(ReadingConcerns reading, List<PagePart> parts) {
        this.reading = reading;
        this.parts = List.copyOf(parts);
    }

    /** What one part of the handling shows on the page, read by its own fragment. */
    interface PagePart {

        void show(ReadingConcerns.View view, Actor viewer, Map<String, Object> model);
    }

    ModelAndView page(ConcernId id, Actor viewer, Typed typed) {
        ReadingConcerns.View view = reading.view(id, viewer);
        Map<String, Object> model = new LinkedHashMap<>();
        parts.forEach(part -> part.show(view, viewer, model));
        return new ModelAndView("concern/concern")
                .addAllObjects(model)
                .addObject("view", view)
                .addObject("concern", view.concern())
                .addObject("typed", new HashMap<>(typed.fields()))
                .addObject("draft", "")
                .addObject("kept", List.of())
                .addObject("filesDraft", "")
                .addObject("answerForm", AnswerForm.EMPTY)
                .addObject("causes", causes())
                .addObject("recusalReason", "")
                .addObject("conflict", List.of())
                .addObject("problems", List.of());
    }

    /** The page as it is now, with what others did meanwhile, and with what was typed; nothing typed is lost to a refusal. */
    static ModelAndView refused(Supplier<ModelAndView> page, String field, Refused refused) {
        return switch (refused.kind()) {
            case INVALID, UNAVAILABLE -> {
                List<FormProblem> problems = refused.fields().isEmpty()
                        ? refused.reasons().stream()
                                .map(reason -> new FormProblem(field, reason))
                                .toList()
                        : refused.fields();
                ModelAndView again = page.get().addObject("problems", problems);
                again.setStatus(HttpStatus.valueOf(refused.kind().status()));
                yield again;
            }
            case CONFLICT -> {
                ModelAndView again = page.get().addObject("conflict", refused.reasons());
                again.setStatus(HttpStatus.CONFLICT);
                yield again;
            }
            default -> throw refused;
        };
    }

    /** Does the act, and goes back to the page; a refusal is shown there beside the field, and nothing typed is lost. */
    ModelAndView after(
            ConcernId id,
            Actor actor,
            RedirectAttributes redirect,
            String done,
            Typed typed,
            String field,
            Runnable act) {
        try {
            act.run();
            redirect.addFlashAttribute("message", done);
            return new ModelAndView("redirect:/concerns/" + id);
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID && refused.kind() != Refused.Kind.CONFLICT) {
                throw refused;
            }
            ModelAndView page = page(id, actor, typed)
                    .addObject(
                            "problems",
                            refused.fields().isEmpty()
                                    ? refused.reasons().stream()
                                            .map(reason -> new FormProblem(field, reason))
                                            .toList()
                                    : refused.fields());
            page.setStatus(HttpStatus.valueOf(refused.kind().status()));
            return page;
        }
    }

    private static Map<String, String> causes() {
        Map<String, String> causes = new LinkedHashMap<>();
        Arrays.stream(CauseCode.values()).forEach(cause -> causes.put(cause.name(), cause.label()));
        return causes;
    }
}
