package org.contractethics.policy.web;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.RuleTable;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules, readable by everyone: which table decides what, for which reason, in every version there ever was. */
@Controller
class RulePages {

    private final PolicyInForce policy;
    private final VersionCards cards;
    private final OpenMatters concerns;

    RulePages(PolicyInForce policy, VersionCards cards, OpenMatters concerns) {
        this.concerns = concerns;
        this.policy = policy;
        this.cards = cards;
    }

    @GetMapping("/rules")
    String index(Actor actor, Model model) {
        EvaluatedPolicy now = policy.now();
        model.addAttribute("version", cards.inForce(actor));
        model.addAttribute("versions", cards.all(actor));
        model.addAttribute("overdueSince", cards.overdueSince());
        model.addAttribute("mayPropose", actor.hasAny(Role.HR_REVIEWER, Role.BOARD_COMMITTEE) && !actor.observes());
        model.addAttribute("text", PolicyText.of(now.content().text()));
        model.addAttribute("tables", now.tables());
        model.addAttribute("rights", now.rights().size());
        model.addAttribute("capabilities", now.capabilities().size());
        model.addAttribute("agencies", now.agencies().rows().size());
        model.addAttribute("redFlagFacts", now.redFlagFacts().rows().size());
        Map<String, Integer> open = new TreeMap<>(concerns.counted(Kind.POLICY, actor));
        open.putAll(concerns.counted(Kind.PROCESS, actor));
        model.addAttribute("concerns", open);
        model.addAttribute(
                "concernsOfCapabilities", concerns.told(Kind.CAPABILITY, actor).size());
        return "policy/rules";
    }

    @GetMapping("/rules/rights")
    String rights(Actor actor, Model model) {
        return rights(policy.now(), actor, model);
    }

    @GetMapping("/rules/versions/{number}/rights")
    String rights(@PathVariable int number, Actor actor, Model model) {
        return rights(policy.version(number), actor, model);
    }

    private String rights(EvaluatedPolicy version, Actor actor, Model model) {
        model.addAttribute("version", cards.of(version.current().number(), actor));
        model.addAttribute("rights", version.catalogue());
        model.addAttribute(
                "labels",
                version.capabilities().stream().collect(Collectors.toMap(Capability::code, Capability::label)));
        return "policy/rights";
    }

    @GetMapping("/rules/capabilities")
    String capabilities(Actor actor, Model model) {
        return capabilities(policy.now(), actor, model);
    }

    @GetMapping("/rules/versions/{number}/capabilities")
    String capabilities(@PathVariable int number, Actor actor, Model model) {
        return capabilities(policy.version(number), actor, model);
    }

    private String capabilities(EvaluatedPolicy version, Actor actor, Model model) {
        model.addAttribute("version", cards.of(version.current().number(), actor));
        model.addAttribute("capabilities", version.capabilities());
        model.addAttribute(
                "concerns",
                concerns.told(Kind.CAPABILITY, actor).stream()
                        .collect(Collectors.toMap(one -> one.matter().code(), any -> 1, Integer::sum)));
        return "policy/capabilities";
    }

    @GetMapping("/rules/{table}")
    String table(@PathVariable String table, Actor actor, Model model) {
        return table(policy.now(), table, actor, model);
    }

    @GetMapping("/rules/versions/{number}/tables/{table}")
    String table(@PathVariable int number, @PathVariable String table, Actor actor, Model model) {
        return table(policy.version(number), table, actor, model);
    }

    private String table(EvaluatedPolicy version, String id, Actor actor, Model model) {
        RuleTable found = version.tables().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("There is no such decision table. The rules page lists them all."));
        model.addAttribute("version", cards.of(version.current().number(), actor));
        model.addAttribute("table", TableView.of(version, found));
        return "policy/table";
    }
}
