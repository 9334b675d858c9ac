package org.contractethics.screening.internal.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Which listed names are worth a comparison: those with a word that is alike, rare words first. */
final class Candidates {

    private static final double LEAST = 0.55;
    private static final double LEAST_SHARE = 0.25;
    private static final int LONGEST_DIFFERENCE = 4;
    private static final int[] NONE = {};

    private final String[] words;
    private final int[][] names;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, int[]> grams;
    private final Map<String, int[]> bySkeleton;
    private final int size;

    private Candidates(Map<String, List<Integer>> byWord, Map<String, List<Integer>> bySkeleton, int size) {
        this.size = size;
        this.words = byWord.keySet().toArray(String[]::new);
        this.names = new int[words.length][];
        Map<Integer, List<Integer>> grams = new HashMap<>();
        for (int i = 0; i < words.length; i++) {
            numbers.put(words[i], i);
            names[i] = array(byWord.getOrDefault(words[i], List.of()));
            for (int gram : grams(words[i])) {
                grams.computeIfAbsent(gram, none -> new ArrayList<>()).add(i);
            }
        }
        this.grams = arrays(grams);
        this.bySkeleton = arrays(bySkeleton);
    }

    static Candidates of(List<Listed> listed) {
        Map<String, List<Integer>> byWord = new HashMap<>();
        Map<String, List<Integer>> bySkeleton = new HashMap<>();
        for (int i = 0; i < listed.size(); i++) {
            Name name = listed.get(i).name();
            for (String key : keys(name)) {
                byWord.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
            for (String key : skeletons(name)) {
                bySkeleton.computeIfAbsent(key, none -> new ArrayList<>()).add(i);
            }
        }
        return new Candidates(byWord, bySkeleton, listed.size());
    }

    /** The words, each two neighbours as one, and all of a short name as one. */
    private static Collection<String> keys(Name name) {
        Set<String> keys = new TreeSet<>();
        List<Word> telling = name.words().stream()
                .filter(word -> word.tells() || word.sort() == Word.Sort.INITIAL)
                .toList();
        for (int i = 0; i < telling.size(); i++) {
            keys.add(telling.get(i).text());
            if (i + 1 < telling.size()) {
                keys.add(telling.get(i).text() + telling.get(i + 1).text());
            }
        }
        return keys;
    }

    private static Collection<String> skeletons(Name name) {
        Set<String> keys = new TreeSet<>();
        for (Word word : name.words()) {
            if (word.tells() && word.skeleton().length() > 1) {
                keys.add(word.skeleton());
            }
        }
        String joined = Skeleton.joined(name.words());
        for (int length = 4; length <= Math.min(joined.length(), 6); length += 2) {
            keys.add("^" + joined.substring(0, length));
            keys.add(joined.substring(joined.length() - length) + "^");
        }
        return keys;
    }

    /** Each three letters that follow each other, as one number; the ends of the word count as a letter. */
    private static int[] grams(String word) {
        String padded = "^" + word + "^";
        int[] grams = new int[padded.length() - 2];
        for (int i = 0; i < grams.length; i++) {
            grams[i] = (padded.charAt(i) * 31 + padded.charAt(i + 1)) * 31 + padded.charAt(i + 2);
        }
        return Arrays.stream(grams).distinct().toArray();
    }

    /** The numbers of the most promising names, in no order. */
    List<Integer> of(Name name, int most) {
        Map<Integer, double[]> scores = new HashMap<>();
        for (String key : keys(name)) {
            alike(key, scores);
        }
        for (String key : skeletons(name)) {
            int[] found = bySkeleton.getOrDefault(key, NONE);
            add(found, rarity(found.length), scores);
        }
        PriorityQueue<Map.Entry<Integer, double[]>> best =
                new PriorityQueue<>((one, other) -> Double.compare(one.getValue()[0], other.getValue()[0]));
        for (Map.Entry<Integer, double[]> entry : scores.entrySet()) {
            best.add(entry);
            if (best.size() > most) {
                best.poll();
            }
        }
        return best.stream().map(Map.Entry::getKey).toList();
    }

    private void alike(String key, Map<Integer, double[]> scores) {
        int[] own = grams(key);
        Map<Integer, int[]> shared = new HashMap<>();
        for (int gram : own) {
            for (int word : grams.getOrDefault(gram, NONE)) {
                if (Math.abs(words[word].length() - key.length()) <= LONGEST_DIFFERENCE) {
                    shared.computeIfAbsent(word, none -> new int[1])[0]++;
                }
            }
        }
        shared.forEach((word, count) -> {
            if (count[0] >= LEAST_SHARE * own.length) {
                double similarity = words[word].equals(key) ? 1 : Likeness.ofLetters(key, words[word]);
                if (similarity >= LEAST) {
                    add(names[word], similarity * similarity * rarity(names[word].length), scores);
                }
            }
        });
    }

    private static void add(int[] found, double by, Map<Integer, double[]> scores) {
        for (int name : found) {
            scores.computeIfAbsent(name, none -> new double[1])[0] += by;
        }
    }

    /** Near 1 for a word of one name, near 0 for one of nearly all. */
    double rarity(String word) {
        Integer number = numbers.get(word);
        return number == null ? 1 : rarity(names[number].length);
    }

    private double rarity(int found) {
        return size < 100 ? 1 : Math.log((double) size / Math.max(1, found)) / Math.log(size);
    }

    private static int[] array(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private static <K> Map<K, int[]> arrays(Map<K, List<Integer>> lists) {
        Map<K, int[]> arrays = new HashMap<>();
        lists.forEach((key, list) -> arrays.put(key, array(list)));
        return arrays;
    }
}
