package org.contractethics.screening.internal.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Which word of one name stands for which of the other: most alike first; two words that are one on the other side count as that one. */
final class Pairing {

    private static final double LEAST = 0.55;
    private static final double LEAST_JOINED = 0.8;
    private static final double ORDER = 0.001;

    private final List<Word> asked;
    private final List<Word> listed;
    private final boolean voweless;
    private final ToDoubleFunction<Word> weights;
    private final List<TokenEvidence> paired = new ArrayList<>();
    private final boolean[] askedDone;
    private final boolean[] listedDone;

    private Pairing(Name asked, Name listed, ToDoubleFunction<Word> weights) {
        this.asked = asked.words();
        this.listed = listed.words();
        this.voweless = asked.voweless() != listed.voweless();
        this.weights = weights;
        this.askedDone = new boolean[this.asked.size()];
        this.listedDone = new boolean[this.listed.size()];
    }

    /** Pairs, then the words of either side that found nobody. */
    static List<TokenEvidence> of(Name asked, Name listed, ToDoubleFunction<Word> weights, double extras) {
        Pairing pairing = new Pairing(asked, listed, weights);
        pairing.alike();
        pairing.joined(pairing.asked, pairing.askedDone, pairing.listed, pairing.listedDone, true);
        pairing.joined(pairing.listed, pairing.listedDone, pairing.asked, pairing.askedDone, false);
        pairing.alone(extras);
        return pairing.paired;
    }

    private record Pair(int asked, int listed, double similarity, double rank) {}

    private void alike() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            for (int j = 0; j < listed.size(); j++) {
                double similarity = Likeness.of(asked.get(i), listed.get(j), voweless);
                if (similarity >= LEAST) {
                    pairs.add(new Pair(i, j, similarity, similarity - ORDER * Math.abs(i - j)));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::rank).reversed());
        for (Pair pair : pairs) {
            if (!askedDone[pair.asked()] && !listedDone[pair.listed()]) {
                pair(pair);
            }
        }
    }

    private void pair(Pair pair) {
        Word one = asked.get(pair.asked());
        Word other = listed.get(pair.listed());
        askedDone[pair.asked()] = true;
        listedDone[pair.listed()] = true;
        double weight = one.sort() == Word.Sort.INITIAL || other.sort() == Word.Sort.INITIAL
                ? Math.min(weights.applyAsDouble(one), weights.applyAsDouble(other))
                : Math.max(weights.applyAsDouble(one), weights.applyAsDouble(other));
        paired.add(new TokenEvidence(one.text(), other.text(), weight, pair.similarity()));
    }

    private void joined(
            List<Word> parts, boolean[] partsDone, List<Word> wholes, boolean[] wholesDone, boolean partsAsked) {
        for (int i = 0; i + 1 < parts.size(); i++) {
            for (int j = 0; j < wholes.size() && !partsDone[i] && !partsDone[i + 1]; j++) {
                Word both = Word.of(parts.get(i).text() + parts.get(i + 1).text(), Word.Sort.NAME);
                double similarity = wholesDone[j] ? 0 : Likeness.of(both, wholes.get(j), voweless);
                if (similarity >= LEAST_JOINED) {
                    partsDone[i] = true;
                    partsDone[i + 1] = true;
                    wholesDone[j] = true;
                    String whole = wholes.get(j).text();
                    double weight = weights.applyAsDouble(wholes.get(j));
                    paired.add(new TokenEvidence(
                            partsAsked ? both.text() : whole, partsAsked ? whole : both.text(), weight, similarity));
                }
            }
        }
    }

    /**
     * Words without a partner. What both sides have beyond the pairs speaks against the match in full; what one side alone has further, a
     * second given name say, only by the share that is said.
     */
    private void alone(double extras) {
        double ofAsked = sum(asked, askedDone);
        double ofListed = sum(listed, listedDone);
        double shared = Math.min(ofAsked, ofListed);
        double most = Math.max(ofAsked, ofListed);
        double share = most == 0 ? 1 : (shared + (most - shared) * extras) / most;
        for (int i = 0; i < asked.size(); i++) {
            if (!askedDone[i]) {
                double weight = weights.applyAsDouble(asked.get(i)) * (ofAsked > ofListed ? share : 1);
                paired.add(new TokenEvidence(asked.get(i).text(), "", weight, 0));
            }
        }
        for (int j = 0; j < listed.size(); j++) {
            if (!listedDone[j]) {
                double weight = weights.applyAsDouble(listed.get(j)) * (ofListed > ofAsked ? share : 1);
                paired.add(new TokenEvidence("", listed.get(j).text(), weight, 0));
            }
        }
    }

    private double sum(List<Word> words, boolean[] done) {
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            sum += done[i] ? 0 : weights.applyAsDouble(words.get(i));
        }
        return sum;
    }
}
