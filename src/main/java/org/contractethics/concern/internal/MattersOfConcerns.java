package org.contractethics.concern.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.contractethics.shared.ConcernMatter;
import org.contractethics.shared.OpenMatters;
import org.contractethics.shared.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells people of the company which concerns about capabilities, the policy and the process are open, as of contracts. */
@Component
class MattersOfConcerns implements OpenMatters {

    private final ConcernStore concerns;
    private final ConcernRights rights;
    private final Matters matters;
    private final Untold untold;

    MattersOfConcerns(ConcernStore concerns, ConcernRights rights, Matters matters, Untold untold) {
        this.untold = untold;
        this.concerns = concerns;
        this.rights = rights;
        this.matters = matters;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> open(ConcernMatter.Kind kind, Actor viewer) {
        Set<ConcernId> withdrawn = concerns.withdrawn();
        return known(kind, concern -> !withdrawn.contains(concern.id()), viewer);
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> told(ConcernMatter.Kind kind, Actor viewer) {
        Set<ConcernId> withdrawn = new HashSet<>(concerns.withdrawn());
        withdrawn.removeAll(untold.ofKind(Untold.WITHDRAWAL));
        Set<ConcernId> filed = untold.ofKind(Untold.FILING);
        return known(kind, concern -> !withdrawn.contains(concern.id()) && !filed.contains(concern.id()), viewer);
    }

    private List<OpenMatter> known(ConcernMatter.Kind kind, Predicate<Concern> shown, Actor viewer) {
        List<Concern> waiting =
                concerns.unansweredAbout(kind).stream().filter(shown).toList();
        if (waiting.isEmpty() || viewer.roles().stream().allMatch(role -> role == Role.EXTERNAL_FILER)) {
            return List.of();
        }
        KeptFrom kept = rights.keptFrom(waiting);
        return waiting.stream()
                .filter(concern -> !kept.isWithheld(concern, viewer.username()))
                .sorted(Comparator.comparing(concern -> concern.id().value()))
                .map(this::told)
                .toList();
    }

    private OpenMatter told(Concern concern) {
        ConcernMatter matter = Objects.requireNonNull(concern.matter(), "found by it");
        return new OpenMatter(concern.id(), concern.topic().label(), matter, matters.inWords(matter));
    }
}
