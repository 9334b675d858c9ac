package org.contractethics.contract.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.redaction.RedactedField;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.contract.internal.redaction.RedactionRequest;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asking that facts of a contract are withheld from staff for a time, deciding on it, and ending it (H18). */
@Controller
class RedactionPages {

    private final RedactingContracts redacting;
    private final RedactionList list;
    private final ContractRegister register;

    RedactionPages(RedactingContracts redacting, RedactionList list, ContractRegister register) {
        this.redacting = redacting;
        this.list = list;
        this.register = register;
    }

    /** The form as it was sent. */
    record RedactionForm(@Nullable List<String> fields, @Nullable String reason, @Nullable String endsOn) {

        static final RedactionForm EMPTY = new RedactionForm(List.of(), "", "");

        RedactionRequest toRequest() {
            Set<RedactedField> chosen = EnumSet.noneOf(RedactedField.class);
            Arrays.stream(RedactedField.values())
                    .filter(field -> fields != null && fields.contains(field.name()))
                    .forEach(chosen::add);
            return new RedactionRequest(chosen, reason == null ? "" : reason, day());
        }

        private @Nullable LocalDate day() {
            try {
                return endsOn == null || endsOn.isBlank() ? null : LocalDate.parse(endsOn.strip());
            } catch (DateTimeParseException noDay) {
                return null;
            }
        }
    }

    @GetMapping("/contracts/redactions")
    ModelAndView all(Actor viewer) {
        return new ModelAndView("contract/redactions", Map.of("rows", list.all(viewer)));
    }

    @GetMapping("/contracts/{contractId}/redaction")
    ModelAndView page(@PathVariable ContractId contractId, Actor viewer) {
        return page(contractId, RedactionForm.EMPTY, Map.of(), List.of(), viewer);
    }

    @PostMapping("/contracts/{contractId}/redaction")
    ModelAndView ask(@PathVariable ContractId contractId, RedactionForm form, Actor actor, RedirectAttributes next) {
        RedactionRequest request = form.toRequest();
        List<FormProblem> problems = redacting.problems(request);
        if (redacting.mayAsk(register.get(contractId), actor) && !problems.isEmpty()) {
            return page(contractId, form, Map.of(), problems, actor);
        }
        redacting.ask(contractId, request, actor);
        next.addFlashAttribute(
                "message", "Asked for. It withholds nothing until the panel chair or the board committee approves it.");
        return new ModelAndView("redirect:/contracts/" + contractId + "/redaction");
    }

    @PostMapping("/contracts/{contractId}/redaction/{id}/approve")
    ModelAndView approve(
            @PathVariable ContractId contractId, @PathVariable UUID id, Actor actor, RedirectAttributes next) {
        redacting.approve(id, actor);
        next.addFlashAttribute("message", "Approved. It ends by itself on its last day.");
        return new ModelAndView("redirect:/contracts/" + contractId + "/redaction");
    }

    @PostMapping("/contracts/{contractId}/redaction/{id}/refuse")
    ModelAndView refuse(
            @PathVariable ContractId contractId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            Actor actor,
            RedirectAttributes next) {
        return deciding(contractId, id, why, actor, () -> {
            redacting.refuse(id, why, actor);
            next.addFlashAttribute("message", "Refused. Staff see what it would withhold.");
        });
    }

    @PostMapping("/contracts/{contractId}/redaction/{id}/end")
    ModelAndView end(
            @PathVariable ContractId contractId,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            Actor actor,
            RedirectAttributes next) {
        return deciding(contractId, id, why, actor, () -> {
            redacting.end(id, why, actor);
            next.addFlashAttribute("message", "Ended. Staff see again what it withheld.");
        });
    }

    private ModelAndView deciding(ContractId contract, UUID id, String why, Actor actor, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/contracts/" + contract + "/redaction");
        } catch (Refused refused) {
            if (refused.kind() != Refused.Kind.INVALID) {
                throw refused;
            }
            String field = "why-" + id;
            List<FormProblem> problems = refused.reasons().stream()
                    .map(reason -> new FormProblem(field, reason))
                    .toList();
            return page(contract, RedactionForm.EMPTY, Map.of(field, why), problems, actor);
        }
    }

    /** @param why what was typed as the reason of a ruling, by the id of its field */
    private ModelAndView page(
            ContractId id, RedactionForm form, Map<String, String> why, List<FormProblem> problems, Actor viewer) {
        Contract contract = register.get(id);
        ModelAndView page = new ModelAndView("contract/redaction");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("contract", contract);
        page.addObject("rows", list.of(contract, viewer));
        page.addObject("mayAsk", redacting.mayAsk(contract, viewer));
        page.addObject("fields", fields());
        page.addObject("form", form);
        page.addObject("why", why);
        page.addObject("problems", problems);
        page.addObject("latest", Times.words(redacting.today().plusMonths(RedactionRequest.LONGEST_MONTHS)));
        return page;
    }

    private static Map<String, String> fields() {
        return Arrays.stream(RedactedField.values())
                .collect(Collectors.toMap(Enum::name, RedactedField::label, (one, other) -> one, LinkedHashMap::new));
    }
}
