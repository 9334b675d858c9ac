package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.policy.Policy;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policy this build carries: its files, read and parsed once. */
@Component
public class PolicyInForce implements Policy {

    private final PolicyVersion version;
    private final DecisionTables tables;
    private final TriageTables triageTables;
    private final Map<String, CatalogueRight> rights;
    private final List<Capability> capabilities;

    public PolicyInForce() {
        PolicyFiles files = new PolicyFiles();
        version = files.version();
        tables = new DecisionTables(files.tables());
        triageTables = new TriageTables(tables);
        rights = files.catalogue("rights").stream()
                .map(CatalogueRight::of)
                .collect(Collectors.toMap(
                        entry -> entry.right().code(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        capabilities = files.catalogue("capabilities").stream()
                .map(row -> new Capability(
                        column(row, "code"),
                        column(row, "label"),
                        Integer.parseInt(column(row, "score")),
                        column(row, "source")))
                .toList();
    }

    @Override
    public PolicyVersion current() {
        return version;
    }

    @Override
    public List<HumanRight> rights() {
        return rights.values().stream().map(CatalogueRight::right).toList();
    }

    @Override
    public Optional<HumanRight> right(String code) {
        return Optional.ofNullable(rights.get(code)).map(CatalogueRight::right);
    }

    @Override
    public List<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Triage triage(TriageFacts facts) {
        return triageTables.triage(facts);
    }

    @Override
    public Severity severity(@Nullable Integer scale, @Nullable Integer scope, @Nullable Integer irremediability) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("scale", scale);
        inputs.put("scope", scope);
        inputs.put("irremediability", irremediability);
        return Severity.valueOf(tables.evaluate("severity", inputs).text("severity"));
    }

    @Override
    public Priority priority(@Nullable Severity severity, @Nullable Likelihood likelihood) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("severity", name(severity));
        inputs.put("likelihood", name(likelihood));
        Hit hit = tables.evaluate("priority", inputs);
        return new Priority(hit.text("priority"), hit.flag("remediation"), hit.reason());
    }

    @Override
    public DecisionSpace decisionSpace(DecisionFacts facts) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("blockingGaps", facts.blockingGaps());
        inputs.put("residualSeverity", name(facts.residualSeverity()));
        inputs.put("residualLikelihood", name(facts.residualLikelihood()));
        inputs.put("involvement", name(facts.involvement()));
        inputs.put("leverage", name(facts.leverage()));
        Hit hit = tables.evaluate("decision-space", inputs);
        return new DecisionSpace(
                outcomes(hit.text("allowed")), hit.text("decider"), hit.text("majority"), hit.reason(), hit.rule());
    }

    /** The tables as people read them, in the order they are applied. */
    public List<RuleTable> tables() {
        return tables.tables();
    }

    /** The rights with what else brings them to mind. */
    public List<CatalogueRight> catalogue() {
        return List.copyOf(rights.values());
    }

    private static Set<Outcome> outcomes(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(Outcome::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String column(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), () -> "the capability catalogue has no column " + name);
    }
}
