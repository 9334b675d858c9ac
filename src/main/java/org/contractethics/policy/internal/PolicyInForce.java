package org.contractethics.policy.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.contractethics.policy.Policy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers by the version in force now. Versions never change, so each is read and parsed once. */
@Component
public class PolicyInForce implements Policy {

    private final PolicyVersions versions;
    private final Clock clock;
    private final Map<Integer, EvaluatedPolicy> parsed = new ConcurrentHashMap<>();

    PolicyInForce(PolicyVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** The version in force now, whose answers do not change while it is used. */
    public EvaluatedPolicy now() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return version(NumberOfRequest.ask(today, () -> inForce(today)));
    }

    private int inForce(LocalDate today) {
        return versions.inForce(today)
                .orElseThrow(() -> new IllegalStateException("no version of the policy is in force"));
    }

    /** Any version, in force or not; refuses with 404 where there is none. */
    public EvaluatedPolicy version(int number) {
        return parsed.computeIfAbsent(number, this::read);
    }

    private EvaluatedPolicy read(int number) {
        RecordedVersion version = versions.get(number);
        PolicyContent content = versions.content(number);
        if (!content.hash().equals(version.contentHash())) {
            throw new IllegalStateException("the files of policy version " + number + " do not have its hash");
        }
        return new EvaluatedPolicy(
                version.cited(), content, versions.firstLists().orElseGet(PolicyFiles::packed));
    }

    @Override
    public Policy under(int number) {
        return version(number);
    }

    @Override
    public Set<String> changedSince(int earlier) {
        return now().differencesFrom(version(earlier));
    }

    @Override
    public PolicyVersion current() {
        return now().current();
    }

    @Override
    public Optional<String> reason(String table, String rule) {
        return now().reason(table, rule);
    }

    @Override
    public List<HumanRight> rights() {
        return now().rights();
    }

    @Override
    public Optional<HumanRight> right(String code) {
        return now().right(code);
    }

    @Override
    public List<Capability> capabilities() {
        return now().capabilities();
    }

    @Override
    public Triage triage(TriageFacts facts) {
        return now().triage(facts);
    }

    @Override
    public Severity severity(@Nullable Integer scale, @Nullable Integer scope, @Nullable Integer irremediability) {
        return now().severity(scale, scope, irremediability);
    }

    @Override
    public Priority priority(@Nullable Severity severity, @Nullable Likelihood likelihood) {
        return now().priority(severity, likelihood);
    }

    @Override
    public DecisionSpace decisionSpace(DecisionFacts facts) {
        return now().decisionSpace(facts);
    }

    @Override
    public List<Safeguard> safeguards() {
        return now().safeguards();
    }

    @Override
    public SafeguardGaps safeguardGaps(@Nullable Tier tier, Map<String, SafeguardState> states) {
        return now().safeguardGaps(tier, states);
    }

    @Override
    public Optional<String> agencyType(String name) {
        return now().agencyType(name);
    }

    @Override
    public List<UntoldFlag> untold(Collection<String> redFlags, StatedFacts facts) {
        return now().untold(redFlags, facts);
    }

    @Override
    public ConcernRoute concernRoute(ConcernFacts facts) {
        return now().concernRoute(facts);
    }
}
