package org.contractethics.finding.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.contractethics.document.extraction.DocumentType;
import org.contractethics.document.extraction.Reading;
import org.contractethics.document.extraction.Reading.ClauseText;
import org.contractethics.document.extraction.ReadingRequest;
import org.contractethics.document.extraction.TextReader;
import org.contractethics.finding.internal.matching.Excerpt;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The contracts of CUAD v1 (The Atticus Project, CC BY 4.0), read from their PDF by the product, with the labels brought to its
 * clauses: a labelled span belongs to the clause that holds most of its letters and to those of which it covers at least half. Letters and digits alone are compared, because a
 * PDF breaks lines, and running heads stand between, where the labelled text has none.
 */
final class CuadContracts {

    /**
     * @param headings with {@code texts}: one for each clause
     * @param labels of each clause: names of CUAD categories
     * @param sentences the same of each sentence of each clause
     * @param answers categories that the contract has
     */
    record Labelled(
            String id,
            List<String> headings,
            List<String> texts,
            List<Set<String>> labels,
            List<List<Set<String>>> sentences,
            Set<String> answers) {}

    /** A labelled span, by the numbers of its first letter and of the one behind it among the letters of all clauses. */
    private record Span(String category, int from, int to) {

        int overlap(int start, int end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, start));
        }
    }

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
        List<String> texts = text.clauses().stream().map(ClauseText::text).toList();
        List<Span> spans = spans(contract, letters(String.join("", texts)), original.length(), counts);
        List<Set<String>> labels = new ArrayList<>();
        List<List<Set<String>>> sentences = new ArrayList<>();
        Map<Span, Integer> most = new HashMap<>();
        forEachClause(
                texts, (i, from, to) -> spans.forEach(span -> most.merge(span, span.overlap(from, to), Math::max)));
        forEachClause(texts, (i, from, to) -> {
            labels.add(categories(
                    spans,
                    span -> span.overlap(from, to) > 0
                            && (span.overlap(from, to) == most.get(span) || 2 * span.overlap(from, to) >= to - from)));
            sentences.add(sentences(texts.get(i), from, spans));
        });
        return new Labelled(
                contract.get("id").asString(),
                text.clauses().stream().map(ClauseText::heading).toList(),
                texts,
                labels,
                sentences,
                answers(contract));
    }

    private interface OfClause {
        void take(int clause, int from, int to);
    }

    private static void forEachClause(List<String> texts, OfClause what) {
        int from = 0;
        for (int i = 0; i < texts.size(); i++) {
            int to = from + letters(texts.get(i)).length();
            what.take(i, from, to);
            from = to;
        }
    }

    /** A sentence has the label where a span covers at least half of it, or it holds half of the span. */
    private static List<Set<String>> sentences(String text, int start, List<Span> spans) {
        List<Set<String>> labels = new ArrayList<>();
        List<Integer> bounds = Excerpt.bounds(text);
        int from = start;
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int begin = from;
            int end = begin
                    + letters(text.substring(bounds.get(i), bounds.get(i + 1))).length();
            labels.add(categories(spans, span -> {
                int overlap = 2 * span.overlap(begin, end);
                return overlap > 0 && (overlap >= end - begin || overlap >= span.to() - span.from());
            }));
            from = end;
        }
        return labels;
    }

    private static Set<String> categories(List<Span> spans, Predicate<Span> wanted) {
        return spans.stream().filter(wanted).map(Span::category).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> answers(JsonNode contract) {
        Set<String> answers = new TreeSet<>();
        for (JsonNode label : contract.get("labels")) {
            if (!label.get("spans").isEmpty()) {
                answers.add(label.get("category").asString());
            }
        }
        return answers;
    }

    /** At the place nearest to where each stands in the labelled text; a long one is found by how it begins. */
    private static List<Span> spans(JsonNode contract, String all, int length, int[] counts) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode label : contract.get("labels")) {
            for (JsonNode span : label.get("spans")) {
                counts[0]++;
                String words = letters(span.get("text").asString());
                int at = place(all, words, (double) span.get("start").asInt() / Math.max(1, length));
                if (at < 0) {
                    counts[1]++;
                } else {
                    int end = Math.min(at + words.length(), all.length());
                    spans.add(new Span(label.get("category").asString(), at, end));
                }
            }
        }
        return spans;
    }

    private static int place(String all, String span, double at) {
        for (int length : new int[] {span.length(), 120, 60, 30}) {
            int found = length > span.length() || length == 0 ? -1 : nearest(all, span.substring(0, length), at);
            if (found >= 0) {
                return found;
            }
        }
        return -1;
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
        text.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
        return letters.toString();
    }
}
