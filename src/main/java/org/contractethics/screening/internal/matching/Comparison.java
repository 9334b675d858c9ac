package org.contractethics.screening.internal.matching;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.contractethics.screening.internal.lists.EntryKind;

/** Holds two names against each other in the ways that names differ, and takes the way that fits best. */
final class Comparison {

    private static final double EXTRA_OF_PERSON = 0.12;
    private static final double EXTRA_OF_COMMON_PERSON = 0.6;
    private static final double EXTRA_OF_BODY = 0.9;
    private static final double EXTRA_OF_ONE_WORD = 1.2;
    private static final double ENOUGH_RARITY = 0.9;
    private static final int SHORT = 8;
    private static final int SHORT_SKELETON = 5;
    private static final int JOINED_SHORTEST = 8;
    private static final double JOINED_EDITS_PERSON = 2;
    private static final double JOINED_EDITS_BODY = 1;
    private static final double JOINED_STEEPNESS = 1.1;
    private static final int SKELETON_SHORTEST = 4;

    private Comparison() {}

    static List<TokenEvidence> of(
            Name asked, Name listed, EntryKind kind, ToDoubleFunction<Word> weights, ToDoubleFunction<Word> rarity) {
        List<TokenEvidence> words = Pairing.of(asked, listed, weights, extras(asked, listed, kind, rarity));
        TokenEvidence whole = whole(asked, listed, kind);
        return whole.similarity() > Scoring.ofWords(words) ? List.of(whole) : words;
    }

    /** How much a further word on one side alone speaks against: little for persons, who are named by some of their names. */
    private static double extras(Name asked, Name listed, EntryKind kind, ToDoubleFunction<Word> rarity) {
        if (kind != EntryKind.PERSON) {
            return EXTRA_OF_BODY;
        }
        Name fewer = asked.words().size() <= listed.words().size() ? asked : listed;
        List<Word> telling = fewer.telling();
        if (telling.size() < 2) {
            return EXTRA_OF_ONE_WORD;
        }
        double rare = telling.stream().mapToDouble(rarity).sum();
        return rare < ENOUGH_RARITY
                        || asked.syllables() + listed.syllables() > 0
                        || isShort(telling, asked.voweless() != listed.voweless())
                ? EXTRA_OF_COMMON_PERSON
                : EXTRA_OF_PERSON;
    }

    private static boolean isShort(List<Word> words, boolean voweless) {
        int letters = words.stream()
                .mapToInt(word ->
                        voweless ? word.skeleton().length() : word.text().length())
                .sum();
        return letters < (voweless ? SHORT_SKELETON : SHORT);
    }

    /** Whether each has words of this sort and none is shared: sisters of one group, or two persons of one family. */
    private static boolean differ(Name asked, Name listed, Word.Sort sort) {
        Set<String> one = texts(asked, sort);
        Set<String> other = texts(listed, sort);
        return !one.isEmpty() && !other.isEmpty() && Collections.disjoint(one, other);
    }

    private static Set<String> texts(Name name, Word.Sort sort) {
        return name.words().stream()
                .filter(word -> word.sort() == sort)
                .map(Word::text)
                .collect(Collectors.toSet());
    }

    /** Both names without blanks: finds what was run together, and what differs in a letter or two spread over short words. */
    private static TokenEvidence whole(Name asked, Name listed, EntryKind kind) {
        boolean voweless = asked.voweless() != listed.voweless();
        String one = voweless ? Skeleton.joined(asked.words()) : asked.joined();
        String other = voweless ? Skeleton.joined(listed.words()) : listed.joined();
        int longer = Math.max(one.length(), other.length());
        int shorter = Math.min(one.length(), other.length());
        int shortest = voweless ? SKELETON_SHORTEST : JOINED_SHORTEST;
        double most = kind == EntryKind.PERSON ? JOINED_EDITS_PERSON : JOINED_EDITS_BODY;
        boolean differ = differ(asked, listed, Word.Sort.FORM) || differ(asked, listed, Word.Sort.INITIAL);
        if (shorter < shortest || differ || longer - shorter > 2 * most) {
            return new TokenEvidence(one, other, 1, 0);
        }
        double cost = Likeness.cost(one, other);
        double similarity = cost > most ? 0 : Math.max(0, 1 - JOINED_STEEPNESS * cost / longer);
        return new TokenEvidence(one, other, 1, similarity);
    }
}
