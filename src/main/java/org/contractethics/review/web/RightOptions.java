package org.contractethics.review.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.contractethics.policy.Policy;
import org.contractethics.policy.Policy.HumanRight;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Assessments;
import org.contractethics.review.internal.ReviewCase;
import org.springframework.stereotype.Component;

/** Lets people choose rights: those the assessment found touched as boxes, any other by its code. */
@Component
class RightOptions {

    private final Policy policy;
    private final Assessments assessments;

    RightOptions(Policy policy, Assessments assessments) {
        this.policy = policy;
        this.assessments = assessments;
    }

    String name(String code) {
        return policy.right(code)
                .map(HumanRight::name)
                .map(name -> code + " " + name)
                .orElse(code);
    }

    List<String> names(List<String> codes) {
        return codes.stream().map(this::name).toList();
    }

    /** Why a right is not touched, with what brings it to mind. */
    String because(Untouched right) {
        String brought = policy.capabilityLabels(right.broughtToMindBy());
        return brought.isEmpty() ? right.because() : right.because() + " Brought to mind by: " + brought + ".";
    }

    List<String> touched(ReviewCase review) {
        return assessments.find(review.id(), review.pass()).map(Assessment::impacts).orElse(List.of()).stream()
                .map(rated -> rated.impact().right())
                .toList();
    }

    /** Every right of the catalogue. */
    Map<String, String> all() {
        return options(policy.rights().stream().map(HumanRight::code).toList());
    }

    Map<String, String> options(List<String> codes) {
        Map<String, String> options = new LinkedHashMap<>();
        codes.forEach(code -> options.put(code, name(code)));
        return options;
    }

    List<Field> fields(ReviewCase review, String label) {
        List<Field> fields = new ArrayList<>();
        List<String> touched = touched(review);
        if (!touched.isEmpty()) {
            fields.add(Field.checkboxes("rights", label, options(touched), "The rights the assessment found touched."));
        }
        fields.add(Field.text(
                touched.isEmpty() ? "rights" : "other-rights",
                touched.isEmpty() ? label : "Other rights",
                "Codes of the catalogue, for example R12, R31.",
                false));
        return fields;
    }

    static List<String> chosen(FormValues values) {
        List<String> codes = new ArrayList<>();
        values.list("rights").forEach(value -> codes.addAll(codes(value)));
        codes.addAll(codes(values.text("other-rights")));
        return codes.stream().distinct().toList();
    }

    private static List<String> codes(String text) {
        return Arrays.stream(text.split("[,;\\s]+"))
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .toList();
    }
}
