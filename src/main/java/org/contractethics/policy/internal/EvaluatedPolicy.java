package org.contractethics.policy.internal;

import java.util.Arrays;
import java.util.Collection;
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
import org.contractethics.policy.TableNames;
import org.contractethics.policy.internal.DecisionTables.Hit;
import org.contractethics.shared.AgencyList;
import org.jspecify.annotations.Nullable;

/** One version of the policy, parsed once. Its answers never change. */
public final class EvaluatedPolicy implements Policy {

    private final PolicyVersion version;
    private final PolicyContent content;
    private final PolicyContent complete;
    private final DecisionTables tables;
    private final TriageTables triageTables;
    private final Map<String, CatalogueRight> rights;
    private final List<Capability> capabilities;
    private final List<Safeguard> safeguards;
    private final KnownAgencies agencies;
    private final RedFlagFacts redFlagFacts;

    EvaluatedPolicy(PolicyVersion version, PolicyContent content) {
        this(version, content, content);
    }

    /** @param lists those that hold where the version has none of its own */
    EvaluatedPolicy(PolicyVersion version, PolicyContent content, PolicyContent lists) {
        this(version, content, content.withLists(lists), new DecisionTables(content.tables()));
    }

    private EvaluatedPolicy(
            PolicyVersion version, PolicyContent content, PolicyContent complete, DecisionTables tables) {
        this.version = version;
        this.content = content;
        this.complete = complete;
        agencies = KnownAgencies.of(complete.catalogue(PolicyContent.AGENCIES));
        redFlagFacts = RedFlagFacts.of(complete.catalogue(PolicyContent.RED_FLAG_FACTS));
        this.tables = tables;
        triageTables = new TriageTables(tables);
        rights = content.catalogue(PolicyContent.RIGHTS).stream()
                .map(CatalogueRight::of)
                .collect(Collectors.toMap(
                        entry -> entry.right().code(), Function.identity(), (a, b) -> a, LinkedHashMap::new));
        capabilities = content.catalogue(PolicyContent.CAPABILITIES).stream()
                .map(row -> new Capability(
                        column(row, "code"),
                        column(row, "label"),
                        Integer.parseInt(column(row, "score")),
                        column(row, "source")))
                .toList();
        safeguards = content.catalogue(PolicyContent.SAFEGUARDS).stream()
                .map(row -> new Safeguard(
                        column(row, "code"), column(row, "label"), column(row, "clauses"), column(row, "source")))
                .toList();
    }

    /** Version 1 as the software carries it, without a database. */
    public static EvaluatedPolicy packed() {
        PolicyContent content = PolicyFiles.packed();
        return new EvaluatedPolicy(new PolicyVersion(1, content.hash(), PolicyFiles.effectiveFrom()), content);
    }

    /** The same version, which answers what it was asked before from memory: for a run over many cases. */
    EvaluatedPolicy remembering() {
        return new EvaluatedPolicy(version, content, complete, tables.remembering());
    }

    @Override
    public PolicyVersion current() {
        return version;
    }

    @Override
    public Policy under(int number) {
        if (number != version.number()) {
            throw new IllegalArgumentException("this is version " + version.number() + " and knows no other");
        }
        return this;
    }

    @Override
    public Set<String> changedSince(int earlier) {
        return differencesFrom((EvaluatedPolicy) under(earlier));
    }

    Set<String> differencesFrom(EvaluatedPolicy other) {
        return complete.files().entrySet().stream()
                .filter(file -> !file.getValue().equals(other.complete.files().get(file.getKey())))
                .map(file -> file.getKey().replace(".dmn", ""))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<String> reason(String table, String rule) {
        return tables().stream()
                .filter(candidate -> candidate.id().equals(table))
                .flatMap(candidate -> candidate.rules().stream())
                .filter(candidate -> candidate.id().equals(rule))
                .map(RuleTable.Rule::reason)
                .findFirst();
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
        return Severity.valueOf(tables.evaluate(TableNames.SEVERITY, inputs).text("severity"));
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
        Hit hit = tables.evaluate(TableNames.DECISION_SPACE, inputs);
        return new DecisionSpace(
                outcomes(hit.text("allowed")), hit.text("decider"), hit.text("majority"), hit.reason(), hit.rule());
    }

    @Override
    public List<Safeguard> safeguards() {
        return safeguards;
    }

    @Override
    public SafeguardGaps safeguardGaps(@Nullable Tier tier, Map<String, SafeguardState> states) {
        return new SafeguardGaps(safeguards.stream()
                .map(safeguard -> gap(safeguard.code(), states.get(safeguard.code()), tier))
                .toList());
    }

    private SafeguardGap gap(String safeguard, @Nullable SafeguardState state, @Nullable Tier tier) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("state", name(state == null ? null : state.counted()));
        inputs.put("safeguard", safeguard);
        inputs.put("tier", name(tier));
        Hit hit = tables.evaluate(TableNames.SAFEGUARDS, inputs);
        return new SafeguardGap(safeguard, state, GapWeight.valueOf(hit.text("gap")), hit.rule(), hit.reason());
    }

    @Override
    public Optional<String> agencyType(String name) {
        return agencies.find(name).map(AgencyList.Entry::type);
    }

    @Override
    public List<UntoldFlag> untold(Collection<String> redFlags, StatedFacts facts) {
        return redFlagFacts.untold(redFlags, facts);
    }

    @Override
    public ConcernRoute concernRoute(ConcernFacts facts) {
        Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
        inputs.put("topic", facts.topic());
        inputs.put("signatories", facts.signatories());
        inputs.put("phase", name(facts.phase()));
        Hit hit = tables.evaluate("concern-routing", inputs);
        return new ConcernRoute(
                hit.text("urgency"),
                hit.number("acknowledgeDays"),
                hit.number("meetingWorkingDays"),
                hit.number("replyDays"),
                ConcernAction.valueOf(hit.text("action")),
                hit.rule(),
                hit.reason());
    }

    /** The files as they were recorded. */
    public PolicyContent content() {
        return content;
    }

    /** The files with the lists that hold, for whoever builds another version on it. */
    public PolicyContent complete() {
        return complete;
    }

    public KnownAgencies agencies() {
        return agencies;
    }

    public RedFlagFacts redFlagFacts() {
        return redFlagFacts;
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
        return Objects.requireNonNull(row.get(name), () -> "a catalogue has no column " + name);
    }
}
