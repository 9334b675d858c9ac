package org.contractethics.finding.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The contracts of CUAD v1 (The Atticus Project, CC BY 4.0), read from their PDF by the product, with the labels brought to its
 * clauses: a labelled span belongs to the clause that holds most of its letters. Letters and digits alone are compared, because a
 * PDF breaks lines, and running heads stand between, where the labelled text has none.
 */
final class CuadContracts {

    /**
     * @param headings with {@code texts}: one for each clause
     * @param labels of each clause: names of CUAD categories
     * @param answers categories that the contract has
     */
    record Labelled(
            String id, List<String> headings, List<String> texts, List<Set<String>> labels, Set<String> answers) {}

    /** @param lost spans of which no clause holds the beginning */
    record Pack(List<Labelled> contracts, int spans, int lost) {}

    private static final TextReader READER = new TextReader(Duration.ofMinutes(3));

    private CuadContracts() {}

    static Pack read(Path folder) throws IOException, InterruptedException {
        List<Labelled> contracts = new ArrayList<>();
        int[] counts = new int[2];
        for (JsonNode contract :
                new ObjectMapper().readTree(folder.resolve("labels.json").toFile())) {
            Path pdf = folder.resolve(contract.get("pdf").asString());
            Reading reading = READER.read(ReadingRequest.of(pdf, DocumentType.PDF));
            if (reading instanceof Reading.Text text) {
                contracts.add(labelled(
                        contract,
                        text,
                        Files.readString(folder.resolve(contract.get("txt").asString())),
                        counts));
            } else {
                throw new IllegalStateException("not readable: " + pdf);
            }
        }
        return new Pack(contracts, counts[0], counts[1]);
    }

    private static Labelled labelled(JsonNode contract, Reading.Text text, String original, int[] counts) {
        List<ClauseText> clauses = text.clauses();
        StringBuilder letters = new StringBuilder();
        List<Integer> owner = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            String own = letters(clauses.get(i).text());
            letters.append(own);
            for (int k = 0; k < own.length(); k++) {
                owner.add(i);
            }
        }
        List<Set<String>> labels = new ArrayList<>();
        clauses.forEach(clause -> labels.add(new TreeSet<>()));
        Set<String> answers = new TreeSet<>();
        for (JsonNode label : contract.get("labels")) {
            String category = label.get("category").asString();
            for (JsonNode span : label.get("spans")) {
                counts[0]++;
                answers.add(category);
                double at = (double) span.get("start").asInt() / Math.max(1, original.length());
                List<Integer> held = owners(
                        letters.toString(), owner, letters(span.get("text").asString()), at);
                counts[1] += held.isEmpty() ? 1 : 0;
                held.forEach(clause -> labels.get(clause).add(category));
            }
        }
        return new Labelled(
                contract.get("id").asString(),
                clauses.stream().map(ClauseText::heading).toList(),
                clauses.stream().map(ClauseText::text).toList(),
                labels,
                answers);
    }

    /** The clause with most letters of the span, and those of which the span covers at least half; at the place nearest to where it
     * stands in the labelled text. */
    private static List<Integer> owners(String all, List<Integer> owner, String span, double at) {
        for (int length : new int[] {span.length(), 120, 60, 30}) {
            int best = length > span.length() || length == 0 ? -1 : nearest(all, span.substring(0, length), at);
            if (best >= 0) {
                Map<Integer, Integer> held = new LinkedHashMap<>();
                for (int i = best; i < Math.min(best + span.length(), owner.size()); i++) {
                    held.merge(owner.get(i), 1, Integer::sum);
                }
                int most = held.values().stream().max(Integer::compare).orElseThrow();
                return held.entrySet().stream()
                        .filter(entry ->
                                entry.getValue() == most || 2 * entry.getValue() >= size(owner, best, entry.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
            }
        }
        return List.of();
    }

    private static int size(List<Integer> owner, int near, int clause) {
        int from = near;
        while (from > 0 && owner.get(from - 1) >= clause) {
            from--;
        }
        while (owner.get(from) < clause) {
            from++;
        }
        int to = from;
        while (to < owner.size() && owner.get(to) == clause) {
            to++;
        }
        return to - from;
    }

    private static int nearest(String all, String part, double at) {
        int best = -1;
        for (int i = all.indexOf(part); i >= 0; i = all.indexOf(part, i + 1)) {
            double distance = Math.abs((double) i / all.length() - at);
            if (best < 0 || distance < Math.abs((double) best / all.length() - at)) {
                best = i;
            }
        }
        return best;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(java.util.Locale.ROOT)
                .chars()
                .filter(Character::isLetterOrDigit)
                .forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
