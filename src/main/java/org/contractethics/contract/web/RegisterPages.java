package org.contractethics.contract.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.contractethics.access.Pager;
import org.contractethics.contract.AgencyType;
import org.contractethics.contract.ContractState;
import org.contractethics.contract.internal.Countries;
import org.contractethics.contract.internal.RegisterFilter;
import org.contractethics.contract.internal.RegisterOrder;
import org.contractethics.contract.internal.RegisterPage;
import org.contractethics.contract.internal.RegisterSearch;
import org.contractethics.contract.internal.ValueBand;
import org.contractethics.contract.internal.imports.Importing;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register as everyone in the company sees it. */
@Controller
class RegisterPages {

    private final RegisterSearch register;

    RegisterPages(RegisterSearch register) {
        this.register = register;
    }

    @GetMapping("/contracts")
    String register(@RequestParam MultiValueMap<String, String> parameters, Actor viewer, Model model) {
        RegisterQuery query = RegisterQuery.of(parameters);
        RegisterPage page = register.page(query.filter(), viewer);
        model.addAttribute("filter", query.filter());
        model.addAttribute("active", query.active());
        model.addAttribute("found", page);
        model.addAttribute(
                "pager", new Pager(page.number(), RegisterSearch.PAGE, page.total(), "/contracts", query.parameters()));
        model.addAttribute("sales", viewer.has(Role.SUBMITTER));
        model.addAttribute("mayImport", Importing.mayImport(viewer) || viewer.has(Role.AUDITOR));
        choices(model, query.filter());
        return "contract/register";
    }

    private void choices(Model model, RegisterFilter filter) {
        Map<String, String> types = any("Any class");
        Stream.of(AgencyType.values()).forEach(type -> types.put(type.name(), type.label()));
        Map<String, String> states = any("Any state");
        Stream.of(ContractState.values()).forEach(state -> states.put(state.name(), state.label()));
        Map<String, String> tiers = any("Any tier");
        List.of("T1", "T2", "T3", "T4").forEach(tier -> tiers.put(tier, tier));
        tiers.put(RegisterFilter.NO_TIER, "No tier yet");
        Map<String, String> years = any("Any year");
        register.years().forEach(year -> years.put(year.toString(), year.toString()));
        Map<String, String> values = any("Any amount");
        Stream.of(ValueBand.values()).forEach(band -> values.put(band.name(), band.label()));
        Map<String, String> countries = any("Any country");
        countries.putAll(Countries.labels());
        Map<String, String> orders = new LinkedHashMap<>();
        Stream.of(RegisterOrder.values()).forEach(order -> orders.put(order.name(), order.label()));
        model.addAttribute("agencies", AgencyChoices.of(register.agencies(), filter.agency()));
        model.addAttribute("types", types);
        model.addAttribute("states", states);
        model.addAttribute("tiers", tiers);
        model.addAttribute("years", years);
        model.addAttribute("values", values);
        model.addAttribute("countries", countries);
        model.addAttribute("orders", orders);
    }

    private static Map<String, String> any(String label) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", label);
        return choices;
    }
}
