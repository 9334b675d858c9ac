package org.contractethics.record.trail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lists of addresses: whose reads are recorded, and whose are not, each with its reason, and which are parts of a page. What is on neither list is recorded, so
 * that a page that somebody adds is not missed.
 */
@Component
public class RecordedRoutes {

    /**
     * An address whose reads are recorded.
     *
     * @param subject the part of the address, or else its parameter, that names what is shown; null where nothing single is
     */
    public record Recorded(String pattern, AccessKind kind, @Nullable String subject) {

        /** Whether it shows one file of several that belong to what the subject names. */
        boolean ofFile() {
            return pattern.contains("/files/{" + NUMBER + "}");
        }
    }

    /** How addresses of files name the one they show. */
    static final String NUMBER = "number";

    private final Map<String, Recorded> recorded = new LinkedHashMap<>();
    private final Map<String, String> unrecorded = new LinkedHashMap<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    RecordedRoutes() {
        for (String line : lines("/record/recorded-reads.csv")) {
            String[] cells = line.split(",", 3);
            recorded.put(
                    cells[0],
                    new Recorded(cells[0], AccessKind.valueOf(cells[1]), cells[2].isEmpty() ? null : cells[2]));
        }
        for (String line : lines("/record/unrecorded-reads.csv")) {
            String[] cells = line.split(",", 2);
            unrecorded.put(cells[0], cells[1]);
        }
        for (String line : lines("/record/parts-of-pages.csv")) {
            String[] cells = line.split(",", 2);
            parts.put(cells[0], cells[1]);
        }
    }

    public List<Recorded> recorded() {
        return List.copyOf(recorded.values());
    }

    /** Patterns and why nothing is recorded of them. */
    public Map<String, String> unrecorded() {
        return Map.copyOf(unrecorded);
    }

    /** Patterns that pages of the application ask for by themselves while they are open, and why. */
    public Map<String, String> parts() {
        return Map.copyOf(parts);
    }

    /** How a request is recorded; empty where it is not. */
    Optional<Recorded> of(String method, String pattern) {
        return method.equals("GET") || method.equals("HEAD") ? read(pattern) : written(pattern);
    }

    private Optional<Recorded> read(String pattern) {
        return unrecorded.containsKey(pattern)
                ? Optional.empty()
                : Optional.of(recorded.getOrDefault(pattern, new Recorded(pattern, AccessKind.OTHER, null)));
    }

    /** What a program writes is an entry of the record, and where it is refused it is shown nothing of the case. */
    private Optional<Recorded> written(String pattern) {
        return pattern.startsWith("/api/") ? Optional.empty() : above(pattern);
    }

    /** A form that is refused shows the page it was on: that of the same address, or the next one above. */
    private Optional<Recorded> above(String pattern) {
        for (int end = pattern.length(); end > 0; end = pattern.lastIndexOf('/', end - 1)) {
            Recorded page = recorded.get(pattern.substring(0, end));
            if (page != null) {
                return Optional.of(page);
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(String resource) {
        try (InputStream in = RecordedRoutes.class.getResourceAsStream(resource);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
