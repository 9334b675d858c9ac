package org.contractethics.workflow.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.contractethics.review.Stage;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Role;

/** The steps people work on, to choose from in the inbox. */
final class Steps {

    /** By id of the task in the model, in the order of the procedure. */
    static final Map<String, String> LABELS = labels();

    private Steps() {}

    /** The roles of this person for which there are tasks. */
    static Set<Role> rolesWithTasks(Actor viewer) {
        EnumSet<Role> roles = EnumSet.of(Role.OMBUDS);
        Arrays.stream(Stage.values()).forEach(stage -> roles.addAll(stage.candidates()));
        roles.retainAll(viewer.roles());
        return roles;
    }

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        Arrays.stream(Stage.values()).forEach(stage -> labels.put(stage.taskKey(), stage.code() + " " + stage.label()));
        return Collections.unmodifiableMap(labels);
    }
}
