package org.contractethics.contract.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Codes with the words shown for them, in the order of their reviewed file. */
public final class Catalogue {

    private static final Catalogue PACKED = read("capabilities.csv");
    private static final Catalogue DATA_KINDS = read("data-kinds.csv");

    private final Map<String, String> labels;

    private Catalogue(Map<String, String> labels) {
        this.labels = labels;
    }

    /** What the technology can do, as packed with the software; the version in force may have more. */
    public static Catalogue packedCapabilities() {
        return PACKED;
    }

    static Catalogue of(Map<String, String> labels) {
        return new Catalogue(Collections.unmodifiableMap(new LinkedHashMap<>(labels)));
    }

    /** Kinds of data a contract processes. */
    public static Catalogue dataKinds() {
        return DATA_KINDS;
    }

    public boolean has(String code) {
        return labels.containsKey(code);
    }

    /** The words for the code; a code of an earlier catalogue stands for itself. */
    public String label(String code) {
        return labels.getOrDefault(code, code);
    }

    public List<String> labels(Collection<String> codes) {
        return codes.stream().map(this::label).toList();
    }

    /** Code to words. */
    public Map<String, String> all() {
        return labels;
    }

    private static Catalogue read(String file) {
        Map<String, String> labels = new LinkedHashMap<>();
        PolicyFiles.rows(file).forEach(row -> labels.put(row.get(0), row.get(1)));
        return new Catalogue(Collections.unmodifiableMap(labels));
    }
}
