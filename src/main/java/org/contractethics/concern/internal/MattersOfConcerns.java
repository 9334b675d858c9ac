package org.contractethics.concern.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.contractethics.shared.Actor;
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

    MattersOfConcerns(ConcernStore concerns, ConcernRights rights, Matters matters) {
        this.concerns = concerns;
        this.rights = rights;
        this.matters = matters;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenMatter> open(ConcernMatter.Kind kind, Actor viewer) {
        List<Concern> open = concerns.openAbout(kind);
        if (open.isEmpty() || viewer.roles().stream().allMatch(role -> role == Role.EXTERNAL_FILER)) {
            return List.of();
        }
        KeptFrom kept = rights.keptFrom(open);
        return open.stream()
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
