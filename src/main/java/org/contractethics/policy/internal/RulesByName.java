package org.contractethics.policy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contractethics.policy.NamedRules;
import org.contractethics.policy.internal.RecordedVersion.Step;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Component;

/** Reads the recorded versions. */
@Component
class RulesByName implements NamedRules {

    private final PolicyVersions versions;
    private final PolicyInForce policy;

    RulesByName(PolicyVersions versions, PolicyInForce policy) {
        this.versions = versions;
        this.policy = policy;
    }

    @Override
    public List<NamedVersion> versions() {
        return versions.all().stream()
                .filter(RulesByName::isNameable)
                .map(this::named)
                .toList();
    }

    @Override
    public Optional<NamedVersion> version(int number) {
        return versions.find(number).filter(RulesByName::isNameable).map(this::named);
    }

    @Override
    public Set<String> hands(int number) {
        return versions.find(number).stream()
                .flatMap(version ->
                        Stream.concat(Stream.of(version.author()), version.approval().map(Step::actor).stream()))
                .filter(person -> !person.equals(Actor.SYSTEM.username()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isNameable(RecordedVersion version) {
        return version.state() != VersionState.WITHDRAWN;
    }

    private NamedVersion named(RecordedVersion version) {
        boolean published = version.number() == policy.current().number()
                || version.step(VersionState.IN_FORCE).isPresent();
        return new NamedVersion(version.number(), published, tables(version.number()));
    }

    private Map<String, String> tables(int number) {
        Map<String, String> names = new LinkedHashMap<>();
        policy.version(number).tables().forEach(table -> names.put(table.id(), table.name()));
        return names;
    }
}
