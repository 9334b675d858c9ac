package org.contractethics.contract.internal;

import java.util.Map;

/** The words for where the facts of a contract come from. */
public final class SourceLabel {

    private static final Map<String, String> WORDS = Map.of(
            "FORM", "Entered in the form",
            "API", "Sent by a system of sales",
            "USASPENDING", "Award record of USAspending.gov",
            "OCDS", "Open Contracting data",
            "TEMPLATE", "Spreadsheet template");

    private SourceLabel() {}

    public static String of(String source) {
        return WORDS.getOrDefault(source, source);
    }
}
