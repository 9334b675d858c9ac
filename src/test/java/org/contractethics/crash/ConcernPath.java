package org.contractethics.crash;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contractethics.crash.Step.Prepared;

/** A concern about the contract: filed, acknowledged, answered. */
final class ConcernPath {

    private static final String STATUS = "select 1 from concern.concern where status in (%s)";

    private final MainPath path;

    ConcernPath(MainPath path) {
        this.path = path;
    }

    List<Step> steps() {
        return List.of(
                new Step("file a concern", this::filing, "select 1 from concern.concern"),
                new Step(
                        "acknowledge the concern",
                        this::acknowledging,
                        STATUS.formatted("'ACKNOWLEDGED', 'IN_FOLLOW_UP', 'ANSWERED'")),
                new Step("answer the concern", this::answering, STATUS.formatted("'ANSWERED'")));
    }

    private Prepared filing() throws Exception {
        Person erin = path.person("erin.walsh");
        Map<String, Object> fields = Forms.carriedOn(erin.page("/concerns/new?contract=" + path.contract()));
        fields.put("topic", "END_USE"); // harm would open the review of the signed contract again
        fields.put("mode", "OPEN");
        fields.put("text", "Families may be separated with what we build.");
        String check = erin.next("/concerns/new/check", fields);
        return new Prepared(erin, erin.form("/concerns", Forms.carriedOn(check)));
    }

    private Prepared acknowledging() throws Exception {
        Person olga = path.person("olga.petrova");
        olga.page("/concerns/" + path.concern());
        return new Prepared(olga, olga.form("/concerns/" + path.concern() + "/acknowledge", Map.of()));
    }

    private Prepared answering() throws Exception {
        Person olga = path.person("olga.petrova");
        olga.page("/concerns/" + path.concern());
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("cause", "OTHER");
        answer.put("considered", "The decision and its conditions");
        answer.put("decision", "The conditions forbid use for removal");
        answer.put("article", "ICCPR art. 17");
        answer.put("effect", "None beyond the conditions");
        answer.put("appeal", "To the board committee within 30 days");
        return new Prepared(olga, olga.form("/concerns/" + path.concern() + "/answer", answer));
    }
}
