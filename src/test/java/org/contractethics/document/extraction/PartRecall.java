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
import java.util.stream.IntStream;
import org.contractethics.document.extraction.Reading.PartText;
import org.contractethics.document.extraction.Reading.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How many words of each part of a file, read straight from its XML by somebody else, came out of the reading. */
final class PartRecall {

    private final Map<String, JsonNode> truth = new HashMap<>();
    private final Map<String, int[]> found = new TreeMap<>();
    private final List<String> lost = new ArrayList<>();
    private int deletedLive;

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
            StringBuilder into = Parts.struckOut(part.name()) ? deleted : Parts.apart(part.name()) ? null : live;
            if (into != null) {
                into.append(part.name()).append(' ').append(part.text()).append('\n');
            }
        }
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            boolean struckOut = part.getKey().equals("deleted");
            score(file, part.getKey(), words(part.getValue().asString()), (struckOut ? deleted : live).toString());
        }
        if (parts.has("deleted")) {
            countDeletedWordsAmongLiveText(file, parts, live.toString());
        }
    }

    /** Words of deleted text that live text has more often than the live parts of the file have them. */
    private void countDeletedWordsAmongLiveText(String file, JsonNode parts, String live) {
        StringBuilder liveTruth = new StringBuilder();
        for (Map.Entry<String, JsonNode> part : parts.properties()) {
            if (!part.getKey().equals("deleted")) {
                liveTruth.append(part.getValue().asString()).append('\n');
            }
        }
        Map<String, Integer> truth = words(liveTruth.toString());
        Map<String, Integer> have = words(live);
        words(parts.get("deleted").asString()).forEach((word, count) -> {
            int surplus = Math.min(count, have.getOrDefault(word, 0) - truth.getOrDefault(word, 0));
            if (surplus > 0 && !letters(liveTruth.toString()).contains(word)) {
                deletedLive += surplus;
                lost.add("deleted word among live text\t" + word + "\t" + file);
            }
        });
    }

    /** The share of the words of a text that a reading has, counted as often as they stand there. */
    static double share(String wanted, Text text) {
        StringBuilder have = new StringBuilder();
        text.parts().stream().filter(part -> !Parts.apart(part.name())).forEach(part -> have.append(part.text())
                .append('\n'));
        Map<String, Integer> words = words(have.toString());
        String letters = letters(have.toString());
        int all = 0;
        int hit = 0;
        for (Map.Entry<String, Integer> word : words(wanted).entrySet()) {
            all += word.getValue();
            hit += hits(word, words, letters);
        }
        return all == 0 ? 1 : (double) hit / all;
    }

    /** A longer word that does not stand alone counts where its letters follow each other: a break was read, or not. */
    private static int hits(Map.Entry<String, Integer> word, Map<String, Integer> have, String letters) {
        int exact = Math.min(word.getValue(), have.getOrDefault(word.getKey(), 0));
        boolean joined = exact < word.getValue() && word.getKey().length() > 5 && letters.contains(word.getKey());
        return joined ? word.getValue() : exact;
    }

    /** The truth joins the words of a deletion and of a move that stand side by side; the reading keeps them apart. */
    private static boolean ofTwo(String word, Map<String, Integer> have) {
        return IntStream.range(3, word.length() - 2)
                .anyMatch(i -> have.containsKey(word.substring(0, i)) && have.containsKey(word.substring(i)));
    }

    /** Behind a code of a sheet header such as {@code &C}, the truth takes the first letter for a part of the code. */
    private static boolean withoutItsFirstLetter(String word, Map<String, Integer> have) {
        return have.keySet().stream().anyMatch(other -> other.length() == word.length() + 1 && other.endsWith(word));
    }

    private static String letters(String text) {
        return CleanText.of(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    private void score(String file, String part, Map<String, Integer> wanted, String text) {
        int[] count = found.computeIfAbsent(part, key -> new int[3]);
        Map<String, Integer> have = words(text);
        String letters = letters(text);
        int all = 0;
        int exact = 0;
        int hit = 0;
        for (Map.Entry<String, Integer> word : wanted.entrySet()) {
            all += word.getValue();
            exact += Math.min(word.getValue(), have.getOrDefault(word.getKey(), 0));
            boolean cut = part.equals("headerfooter") && withoutItsFirstLetter(word.getKey(), have);
            boolean joined = part.equals("deleted") && ofTwo(word.getKey(), have);
            hit += cut || joined ? word.getValue() : hits(word, have, letters);
        }
        count[0] += hit;
        count[1] += all;
        count[2] += exact;
        if (exact < all) {
            lost.add(part + "\t" + exact + "/" + all + " exact, " + hit + " with other breaks\t" + file);
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
                "%s\t%d of %d words\t%.4f (%d exact)%n",
                part, count[0], count[1], count[1] == 0 ? 1.0 : (double) count[0] / count[1], count[2]));
        System.out.println(deletedLive + " deleted words among live text");
        lost.forEach(System.out::println);
    }
}
