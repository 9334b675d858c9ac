package org.contractethics.contract.web;

import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.FactsInUse;
import org.contractethics.contract.internal.AgencyDirectories;
import org.contractethics.contract.internal.CatalogueCapabilities;
import org.contractethics.contract.internal.ContractDraft;
import org.contractethics.contract.internal.ContractForm;
import org.contractethics.contract.internal.RegisterEntry;
import org.contractethics.contract.internal.RegisteringContracts;
import org.contractethics.contract.internal.StaleContract;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.FormProblem;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form that registers a contract or corrects its facts. Whatever is refused comes back with everything that was typed. */
@Controller
class ContractForms {

    private final RegisteringContracts registering;
    private final CatalogueCapabilities capabilities;
    private final AgencyDirectories agencies;

    ContractForms(RegisteringContracts registering, CatalogueCapabilities capabilities, AgencyDirectories agencies) {
        this.agencies = agencies;
        this.capabilities = capabilities;
        this.registering = registering;
    }

    @GetMapping("/contracts/new")
    ModelAndView blank(Model model) {
        return page(model, HttpStatus.OK, null, ContractForm.empty(), List.of());
    }

    @PostMapping("/contracts/new")
    ModelAndView register(
            @RequestParam MultiValueMap<String, String> fields, Actor actor, Model model, RedirectAttributes redirect) {
        ContractForm form = FormFields.read(fields);
        ContractForm.Reading reading = form.read(null, capabilities.inForce(), agencies.inForce());
        if (!reading.problems().isEmpty()) {
            return page(model, HttpStatus.UNPROCESSABLE_CONTENT, null, form, reading.problems());
        }
        try {
            Contract contract = registering.register(reading.draft(), "FORM", actor);
            redirect.addFlashAttribute(
                    "message",
                    contract.reference() + " is registered. Now add its documents, then submit it for review.");
            return new ModelAndView("redirect:/contracts/" + contract.id());
        } catch (Refused refused) {
            return refused(refused, model, null, form);
        }
    }

    @GetMapping("/contracts/{contractId}/edit")
    ModelAndView edit(@PathVariable ContractId contractId, Actor actor, Model model) {
        RegisterEntry entry = registering.editable(contractId, actor);
        ContractForm form = ContractForm.of(ContractDraft.of(entry.contract()), agencies.inForce());
        return page(model, HttpStatus.OK, entry.contract(), form, List.of());
    }

    @PostMapping("/contracts/{contractId}/edit")
    ModelAndView change(
            @PathVariable ContractId contractId,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "-1") int version,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        ContractForm form = FormFields.read(fields);
        try {
            Contract now = registering.demandVersion(contractId, version, actor).contract();
            ContractForm.Reading reading = form.read(now.value(), capabilities.inForce(), agencies.inForce());
            if (!reading.problems().isEmpty()) {
                return page(model, HttpStatus.UNPROCESSABLE_CONTENT, now, form, reading.problems());
            }
            return save(now, reading.draft(), form, actor, model, redirect);
        } catch (StaleContract stale) {
            return conflict(stale, model, form);
        }
    }

    private ModelAndView save(
            Contract now,
            ContractDraft draft,
            ContractForm form,
            Actor actor,
            Model model,
            RedirectAttributes redirect) {
        try {
            Contract contract = registering.change(now.id(), now.version(), draft, actor);
            redirect.addFlashAttribute("message", "The facts of " + contract.reference() + " are saved.");
            return new ModelAndView("redirect:/contracts/" + now.id());
        } catch (StaleContract stale) {
            throw stale;
        } catch (Refused refused) {
            return refused(refused, model, now, form);
        }
    }

    /** Both versions side by side; what was typed stays in the form, ready to be saved on top where it still can be. */
    private ModelAndView conflict(StaleContract stale, Model model, ContractForm form) {
        RegisterEntry current = stale.current();
        ContractForm theirs = ContractForm.of(ContractDraft.of(current.contract()), agencies.inForce());
        model.addAttribute("differences", FormFields.differences(theirs, form, capabilities.inForce()));
        model.addAttribute("signed", stale.isSigned());
        model.addAttribute("changedBy", current.changedBy());
        model.addAttribute("changedAt", current.changedAt());
        return page(model, HttpStatus.CONFLICT, current.contract(), form, List.of());
    }

    private ModelAndView refused(Refused refused, Model model, @Nullable Contract contract, ContractForm form) {
        if (refused.kind() == Refused.Kind.NOT_ALLOWED || refused.kind() == Refused.Kind.NOT_FOUND) {
            throw refused;
        }
        // no single field is to blame where a review holds the facts
        String field = refused instanceof FactsInUse ? "main" : "piid";
        List<FormProblem> problems = refused.reasons().stream()
                .map(reason -> new FormProblem(field, reason))
                .toList();
        return page(model, HttpStatus.valueOf(refused.kind().status()), contract, form, problems);
    }

    private ModelAndView page(
            Model model,
            HttpStatus status,
            @Nullable Contract contract,
            ContractForm form,
            List<FormProblem> problems) {
        FormFields.choices(model, capabilities.inForce());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        if (contract != null) {
            model.addAttribute("contract", contract);
        }
        return new ModelAndView("contract/form", model.asMap(), status);
    }
}
