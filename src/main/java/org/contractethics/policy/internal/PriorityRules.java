package org.contractethics.policy.internal;

/** Priority: what is not known does not come later than in the version in force; what occurs opens remediation. */
final class PriorityRules implements TableRule {

    @Override
    public String table() {
        return "priority";
    }

    @Override
    public void check(Answers answers, Found found) {
        answers.forEach((inputs, hit) -> {
            String priority = hit.text("priority");
            if (!priority.matches("P[1-4]")) {
                found.example("priority gives something else than P1 to P4", InputSpace.words(inputs));
            } else if (InputSpace.anythingUnknown(inputs)
                    && priority.compareTo(answers.inForce(inputs).text("priority")) > 0) {
                found.example(
                        "priority puts what is not known later than the version in force does (H16)",
                        InputSpace.words(inputs));
            }
            if ("OCCURRING".equals(inputs.get("likelihood"))
                    && answers.inForce(inputs).flag("remediation")
                    && !hit.flag("remediation")) {
                found.example("priority opens no remediation for what is occurring", InputSpace.words(inputs));
            }
        });
    }
}
