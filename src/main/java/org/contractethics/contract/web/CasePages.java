package org.contractethics.contract.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisterLines;
import org.contractethics.contract.internal.SecrecyLabel;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.Watchers;
import org.contractethics.contract.internal.owner.HandingOver;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.contract.web.RenderingPanels.Rendered;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel.Column;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one contract: its heading, and what every module has to show of it. */
@Controller
class CasePages {

    private final ContractRegister register;
    private final RegisterLines lines;
    private final RedactingContracts redacting;
    private final Watchers watchers;
    private final RenderingPanels panels;
    private final HandingOver handingOver;

    CasePages(
            ContractRegister register,
            RegisterLines lines,
            RedactingContracts redacting,
            Watchers watchers,
            RenderingPanels panels,
            HandingOver handingOver) {
        this.register = register;
        this.lines = lines;
        this.redacting = redacting;
        this.watchers = watchers;
        this.panels = panels;
        this.handingOver = handingOver;
    }

    @GetMapping("/contracts/{contractId}")
    String show(
            @PathVariable ContractId contractId,
            Actor viewer,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Visibility.demandRegister(viewer);
        Contract contract = register.get(contractId);
        boolean owner = Visibility.owns(contract, viewer);
        model.addAttribute("line", lines.of(contract, viewer));
        model.addAttribute("secrecy", SecrecyLabel.of(contract.secrecy()));
        model.addAttribute("mayEdit", owner && !contract.state().signed());
        model.addAttribute("watched", watchers.watches(contractId, viewer));
        model.addAttribute("mayLookAtRedactions", redacting.mayLook(contract, viewer));
        model.addAttribute("mayHandOver", handingOver.mayLook(contract, viewer));
        model.addAttribute("mayTake", contract.submitter() == null && viewer.has(Role.SUBMITTER));
        List<Rendered> rendered = panels.of(contractId, viewer, request, response);
        model.addAttribute("full", in(Column.FULL, rendered));
        model.addAttribute("main", in(Column.MAIN, rendered));
        model.addAttribute("side", in(Column.SIDE, rendered));
        return "contract/case";
    }

    @PostMapping("/contracts/{contractId}/take")
    String take(@PathVariable ContractId contractId, Actor actor, RedirectAttributes redirect) {
        Contract contract = register.entrust(contractId, actor, actor);
        redirect.addFlashAttribute(
                "message",
                "You are now the account owner of " + contract.reference()
                        + ". Complete its facts, then add its documents.");
        return "redirect:/contracts/" + contractId;
    }

    private static List<Rendered> in(Column column, List<Rendered> panels) {
        return panels.stream().filter(panel -> panel.column() == column).toList();
    }
}
