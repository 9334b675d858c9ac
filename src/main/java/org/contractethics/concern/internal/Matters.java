package org.contractethics.concern.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.policy.NamedRules;
import org.contractethics.policy.NamedRules.NamedVersion;
import org.contractethics.policy.Policy;
import org.contractethics.shared.Actor;
import org.contractethics.shared.CapabilityCatalogue;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.ConcernMatter.Kind;
import org.contractethics.shared.ReviewOffices;
import org.contractethics.shared.ReviewOffices.Office;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;

/** The capabilities, versions of the policy and offices of the process that a concern can be about. */
@Component
public class Matters {

    /** It is run by nobody who reviews, so the reviews do not know it. */
    private static final Office CONCERNS = new Office("CONCERNS", "S12 Handle concerns", Set.of(Role.OMBUDS));

    private final Policy policy;
    private final CapabilityCatalogue catalogue;
    private final NamedRules rules;
    private final ReviewOffices offices;

    Matters(Policy policy, CapabilityCatalogue catalogue, NamedRules rules, ReviewOffices offices) {
        this.policy = policy;
        this.catalogue = catalogue;
        this.rules = rules;
        this.offices = offices;
    }

    /** Whether this person may name also what is only proposed. */
    static boolean knowsProposals(Actor filer) {
        return filer.has(Role.EMPLOYEE);
    }

    /** What can be chosen by this person: of each kind, as sent, with its words. */
    public Map<Kind, Map<String, String>> choices(Actor filer) {
        return choices(knowsProposals(filer));
    }

    /** What anybody can choose. */
    public Map<Kind, Map<String, String>> choicesForAnybody() {
        return choices(false);
    }

    private Map<Kind, Map<String, String>> choices(boolean proposals) {
        Map<Kind, Map<String, String>> choices = new EnumMap<>(Kind.class);
        Map<String, String> capabilities = new LinkedHashMap<>();
        policy.capabilities()
                .forEach(one -> capabilities.put(new ConcernMatter(Kind.CAPABILITY, one.code()).typed(), one.label()));
        choices.put(Kind.CAPABILITY, capabilities);
        choices.put(Kind.POLICY, versions(proposals));
        Map<String, String> process = new LinkedHashMap<>();
        allOffices().forEach(one -> process.put(new ConcernMatter(Kind.PROCESS, one.code()).typed(), one.label()));
        choices.put(Kind.PROCESS, process);
        return choices;
    }

    /** Each version, and of the one in force each table; a table of another version can be named all the same. */
    private Map<String, String> versions(boolean proposals) {
        Map<String, String> choices = new LinkedHashMap<>();
        int inForce = policy.current().number();
        for (NamedVersion version : rules.versions()) {
            if (proposals || version.published()) {
                List<String> codes = new ArrayList<>(List.of(String.valueOf(version.number())));
                if (version.number() == inForce) {
                    version.tables().keySet().forEach(table -> codes.add(version.number() + "/" + table));
                }
                codes.forEach(code -> {
                    ConcernMatter matter = new ConcernMatter(Kind.POLICY, code);
                    choices.put(matter.typed(), inWords(matter));
                });
            }
        }
        return choices;
    }

    /** What was typed, where this person may name it. */
    public Optional<ConcernMatter> find(String typed, Actor filer) {
        return find(typed, knowsProposals(filer));
    }

    /** The same for anybody at all. */
    public Optional<ConcernMatter> findForAnybody(String typed) {
        return find(typed, false);
    }

    private Optional<ConcernMatter> find(String typed, boolean proposals) {
        return ConcernMatter.parse(typed.strip()).filter(matter -> switch (matter.kind()) {
            case CAPABILITY ->
                policy.capabilities().stream().anyMatch(one -> one.code().equals(matter.code()));
            case POLICY ->
                versionOf(matter.code())
                        .filter(version -> proposals || version.published())
                        .filter(version -> tableOf(matter.code()).isEmpty()
                                || version.tables().containsKey(tableOf(matter.code())))
                        .isPresent();
            case PROCESS -> office(matter.code()).isPresent();
        });
    }

    /** The words shown on screen; a code of earlier rules stands for itself. */
    public String inWords(ConcernMatter matter) {
        return switch (matter.kind()) {
            case CAPABILITY -> catalogue.labels().getOrDefault(matter.code(), matter.code());
            case POLICY -> {
                String version = "Version " + numberOf(matter.code()) + " of the rules";
                String table = tableOf(matter.code());
                yield table.isEmpty()
                        ? version
                        : version + ", table "
                                + versionOf(matter.code())
                                        .map(known -> known.tables().getOrDefault(table, table))
                                        .orElse(table);
            }
            case PROCESS -> office(matter.code()).map(Office::label).orElse(matter.code());
        };
    }

    /** Who runs it; nobody where there is no such office any more. */
    Set<Role> runBy(String office) {
        return office(office).map(Office::runBy).orElse(Set.of());
    }

    /** Who wrote and who approved the version that a concern is about. */
    Set<String> hands(String code) {
        return rules.hands(Integer.parseInt(numberOf(code)));
    }

    private Optional<Office> office(String code) {
        return allOffices().filter(one -> one.code().equals(code)).findFirst();
    }

    private Stream<Office> allOffices() {
        return Stream.concat(offices.all().stream(), Stream.of(CONCERNS));
    }

    private Optional<NamedVersion> versionOf(String code) {
        String number = numberOf(code);
        return number.matches("[1-9][0-9]{0,5}") ? rules.version(Integer.parseInt(number)) : Optional.empty();
    }

    private static String numberOf(String code) {
        int slash = code.indexOf('/');
        return slash < 0 ? code : code.substring(0, slash);
    }

    /** Empty where it is about the version as a whole. */
    private static String tableOf(String code) {
        int slash = code.indexOf('/');
        return slash < 0 ? "" : code.substring(slash + 1);
    }
}
