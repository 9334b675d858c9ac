package org.contractethics.document.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many words of each part of a file, read straight from its XML by somebody else, came out of the reading. */
final class PartRecall {

    private final Map<String, JsonNode> truth = new HashMap<>();
    private final Map<String, int[]> found = new TreeMap<>();
    private final List<String> lost = new ArrayList<>();

    void load(Path truthFile) throws IOException {
        if (Files.exists(truthFile)) {
            for (String line : Files.readAllLines(truthFile)) {
                JsonNode file = JsonMapper.shared().readTree(line);
                truth.put(file.get("file").asString(), file.get("parts"));
            }
        }
    }

    void score(String file, Text text) {
        JsonNode parts = truth.get(file);
        if (parts == null) {
            return;
        }
        StringBuilder live = new StringBuilder();
        StringBuilder deleted = new StringBuilder();
        for (PartText part : text.parts()) {
            boolean struckOut = part.name().equals(Draft.TRACKED_DELETIONS);
            (struckOut ? deleted : live)
                    .append(part.name())
                    .append(' ')
                    .append(part.text())
                    .append('\n');
        }
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            Map<String, Integer> have = words((part.getKey().equals("deleted") ? deleted : live).toString());
            score(file, part.getKey(), words(part.getValue().asString()), have);
        }
    }

    private void score(String file, String part, Map<String, Integer> wanted, Map<String, Integer> have) {
        int[] count = found.computeIfAbsent(part, key -> new int[2]);
        int all = 0;
        int hit = 0;
        for (Map.Entry<String, Integer> word : wanted.entrySet()) {
            all += word.getValue();
            hit += Math.min(word.getValue(), have.getOrDefault(word.getKey(), 0));
        }
        count[0] += hit;
        count[1] += all;
        if (hit < all) {
            lost.add(part + "\t" + hit + "/" + all + "\t" + file);
        }
    }

    private static Map<String, Integer> words(String text) {
        Map<String, Integer> words = new HashMap<>();
        for (String word : CleanText.of(text).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }

    void print() {
        found.forEach((part, count) -> System.out.printf(
                "%s\t%d of %d words\t%.4f%n",
                part, count[0], count[1], count[1] == 0 ? 1.0 : (double) count[0] / count[1]));
        lost.forEach(System.out::println);
    }
}
