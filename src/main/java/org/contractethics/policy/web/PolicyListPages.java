package org.contractethics.policy.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.policy.Policy.Capability;
import org.contractethics.policy.internal.CommentingVersion;
import org.contractethics.policy.internal.EvaluatedPolicy;
import org.contractethics.policy.internal.KnownAgencies;
import org.contractethics.policy.internal.PolicyInForce;
import org.contractethics.policy.internal.RedFlagFacts;
import org.contractethics.shared.Actor;
import org.contractethics.shared.AgencyList.Entry;
import org.contractethics.shared.CountryNames;
import org.contractethics.shared.RedFlagNames;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lists of the policy, readable by everyone: which class an agency has, and what tells a red flag. */
@Controller
class PolicyListPages {

    private static final Map<String, String> FACTS = Map.of("SECRECY", "Secrecy terms", "RESELLERS", "Resellers");
    private static final CellWords WORDS = new CellWords(Map.of());

    private final PolicyInForce policy;
    private final VersionCards cards;
    private final RedFlagNames names;

    PolicyListPages(PolicyInForce policy, VersionCards cards, RedFlagNames names) {
        this.names = names;
        this.policy = policy;
        this.cards = cards;
    }

    /**
     * @param name empty where each agency keeps its own
     * @param country in English; empty where any is meant
     */
    public record Agency(String pattern, String name, String parent, String type, String country) {

        static Agency of(KnownAgencies.Row row) {
            Entry entry = row.entry();
            return new Agency(
                    row.pattern(),
                    text(entry.name()),
                    text(entry.parent()),
                    WORDS.output(entry.type()),
                    entry.country() == null ? "" : CountryNames.of(entry.country()));
        }

        private static String text(@Nullable String cell) {
            return cell == null ? "" : cell;
        }
    }

    /**
     * @param name empty where nothing is searched for under this number, and outside of the company, where the query set is not read
     * @param capabilities labels, those of the catalogue first
     * @param dataKinds codes in words
     * @param fact name of another fact of the form; empty where none tells it
     */
    public record RedFlag(
            String check, String name, List<String> capabilities, List<String> dataKinds, String fact, String untold) {}

    @GetMapping("/rules/agencies")
    String agencies(Actor actor, Model model) {
        return agencies(policy.now(), actor, model);
    }

    @GetMapping("/rules/versions/{number}/agencies")
    String agencies(@PathVariable int number, Actor actor, Model model) {
        return agencies(policy.version(number), actor, model);
    }

    private String agencies(EvaluatedPolicy version, Actor actor, Model model) {
        model.addAttribute("version", cards.of(version.current().number(), actor));
        model.addAttribute(
                "editable",
                actor.hasAny(Role.HR_REVIEWER, Role.BOARD_COMMITTEE)
                        && !actor.observes()
                        && version.current().number() == policy.current().number());
        model.addAttribute(
                "agencies", version.agencies().rows().stream().map(Agency::of).toList());
        return "policy/agencies";
    }

    @GetMapping("/rules/red-flag-facts")
    String redFlagFacts(Actor actor, Model model) {
        return redFlagFacts(policy.now(), actor, model);
    }

    @GetMapping("/rules/versions/{number}/red-flag-facts")
    String redFlagFacts(@PathVariable int number, Actor actor, Model model) {
        return redFlagFacts(policy.version(number), actor, model);
    }

    private String redFlagFacts(EvaluatedPolicy version, Actor actor, Model model) {
        model.addAttribute("version", cards.of(version.current().number(), actor));
        model.addAttribute(
                "redFlags",
                version.redFlagFacts().rows().stream()
                        .map(row -> redFlag(version, row, actor))
                        .toList());
        return "policy/red-flag-facts";
    }

    private RedFlag redFlag(EvaluatedPolicy version, RedFlagFacts.Row row, Actor viewer) {
        return new RedFlag(
                row.check(),
                CommentingVersion.staff(viewer) ? names.name(row.check()).orElse("") : "",
                version.capabilities().stream()
                        .filter(capability -> row.capabilities().contains(capability.code()))
                        .map(Capability::label)
                        .toList(),
                inWords(row.dataKinds()),
                FACTS.getOrDefault(row.fact(), ""),
                row.untold());
    }

    private static List<String> inWords(Set<String> codes) {
        return codes.stream()
                .map(WORDS::output)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
