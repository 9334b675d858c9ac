package org.contractethics.contract.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contractethics.contract.Contract;
import org.contractethics.contract.ContractRegister;
import org.contractethics.contract.internal.RegisterLines;
import org.contractethics.contract.internal.SecrecyLabel;
import org.contractethics.contract.internal.Visibility;
import org.contractethics.contract.internal.Watchers;
import org.contractethics.contract.internal.redaction.RedactingContracts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CasePanel;
import org.contractethics.shared.CasePanel.Column;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one contract: its heading, and what every module has to show of it. */
@Controller
class CasePages {

    private static final Logger LOG = LoggerFactory.getLogger(CasePages.class);
    private static final String FAILED = "contract/panel-failed";

    private final ContractRegister register;
    private final RegisterLines lines;
    private final RedactingContracts redacting;
    private final Watchers watchers;
    private final List<CasePanel> panels;
    private final PanelRehearsal rehearsal;

    CasePages(
            ContractRegister register,
            RegisterLines lines,
            RedactingContracts redacting,
            Watchers watchers,
            List<CasePanel> panels,
            PanelRehearsal rehearsal) {
        this.register = register;
        this.lines = lines;
        this.redacting = redacting;
        this.watchers = watchers;
        this.panels = panels;
        this.rehearsal = rehearsal;
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
        model.addAttribute("mayTake", contract.submitter() == null && viewer.has(Role.SUBMITTER));
        List<CasePanel.View> views = views(contractId, viewer, request, response);
        model.addAttribute("full", in(Column.FULL, views));
        model.addAttribute("main", in(Column.MAIN, views));
        model.addAttribute("side", in(Column.SIDE, views));
        return "contract/case";
    }

    @PostMapping("/contracts/{contractId}/take")
    String take(@PathVariable ContractId contractId, Actor actor, RedirectAttributes redirect) {
        Contract contract = register.take(contractId, actor);
        redirect.addFlashAttribute(
                "message",
                "You are now the account owner of " + contract.reference()
                        + ". Complete its facts, then add its documents.");
        return "redirect:/contracts/" + contractId;
    }

    private List<CasePanel.View> views(
            ContractId contract, Actor viewer, HttpServletRequest request, HttpServletResponse response) {
        List<CasePanel.View> views = new ArrayList<>();
        for (CasePanel panel : panels) {
            view(panel, contract, viewer, request, response).ifPresent(views::add);
        }
        views.sort(Comparator.comparingInt(CasePanel.View::order));
        return views;
    }

    private Optional<CasePanel.View> view(
            CasePanel panel,
            ContractId contract,
            Actor viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        int order = 800;
        Column column = Column.MAIN;
        try {
            Optional<CasePanel.View> view = panel.panel(contract, viewer);
            if (view.isPresent()) {
                order = view.get().order();
                column = view.get().column();
                rehearsal.rehearse(view.get(), request, response);
            }
            return view;
        } catch (Exception failed) { // whatever one module throws, the others' panels are still wanted
            LOG.error(
                    "panel failed contract={} panel={}",
                    contract,
                    panel.getClass().getSimpleName(),
                    failed);
            return Optional.of(new CasePanel.View(order, column, FAILED, Map.of()));
        }
    }

    private static List<CasePanel.View> in(Column column, List<CasePanel.View> views) {
        return views.stream().filter(view -> view.column() == column).toList();
    }
}
