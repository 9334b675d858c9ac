package org.contractethics.policy;

import java.util.List;

/** The decision tables of a policy by their names, which are those of their files and in the addresses of their pages. */
public final class TableNames {

    public static final String SEVERITY = "severity";
    public static final String DECISION_SPACE = "decision-space";
    public static final String SAFEGUARDS = "safeguards";

    /** In the order in which they are hashed. */
    public static final List<String> ALL = List.of(
            "capability-risk",
            "agency-risk",
            "context-risk",
            "triage-tier",
            SEVERITY,
            "priority",
            DECISION_SPACE,
            SAFEGUARDS,
            "concern-routing");

    private TableNames() {}

    /** Where the pages show a rule of a version. */
    public static String page(int version, String table, String rule) {
        return "/rules/versions/" + version + "/tables/" + table + "#" + rule;
    }
}
