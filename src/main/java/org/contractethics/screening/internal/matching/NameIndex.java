package org.contractethics.screening.internal.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.contractethics.screening.internal.lists.EntryKind;
import org.contractethics.screening.internal.lists.ListEntry;
import org.contractethics.screening.internal.lists.ListedName;
import org.contractethics.screening.internal.lists.NameStrength;

/** All names of all lists in force, held in memory. Cannot be changed; any number of threads may ask it at once. */
public final class NameIndex {

    private static final int CANDIDATES = 80;
    private static final double LONE_WORD = 0.94;
    private static final double LONE_LONG = 0.85;
    private static final int LONG = 8;
    private static final double GENERAL = 0.62;
    private static final Comparator<Match> BEST_FIRST = Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparing(Comparator.comparingDouble(Match::adjustment).reversed())
            .thenComparing(match -> match.entry().id());

    private final List<Listed> persons = new ArrayList<>();
    private final List<Listed> bodies = new ArrayList<>();
    private final Candidates ofPersons;
    private final Candidates ofBodies;

    private NameIndex(Collection<ListEntry> entries) {
        for (ListEntry entry : entries) {
            if (entry.kind() == EntryKind.PERSON || entry.kind() == EntryKind.UNKNOWN) {
                add(entry, EntryKind.PERSON, persons);
            }
            if (entry.kind() != EntryKind.PERSON) {
                add(entry, EntryKind.BODY, bodies);
            }
        }
        this.ofPersons = Candidates.of(persons);
        this.ofBodies = Candidates.of(bodies);
    }

    private static void add(ListEntry entry, EntryKind as, List<Listed> listed) {
        Set<String> seen = new HashSet<>();
        for (ListedName said : entry.names()) {
            for (String text : Name.within(said.text())) {
                Name name = Name.of(text, as);
                if (!name.words().isEmpty() && seen.add(name.words().toString())) {
                    listed.add(new Listed(entry, said, name));
                }
            }
        }
    }

    /** An index of these entries; takes seconds for tens of thousands of names, so make one per change of the lists. */
    public static NameIndex of(Collection<ListEntry> entries) {
        return new NameIndex(entries);
    }

    /**
     * The entries that a reviewer should look at, best first, each once with the name of it that fits best. Nothing is below the threshold
     * of review; an empty answer means that no name is alike, not that the party is clear.
     *
     * @param most how many at most
     */
    public List<Match> match(Subject subject, int most) {
        Map<ListEntry, Match> best = new HashMap<>();
        for (String text : Name.within(subject.name())) {
            if (subject.kind() == EntryKind.PERSON || subject.kind() == EntryKind.UNKNOWN) {
                compare(subject, Name.of(text, EntryKind.PERSON), EntryKind.PERSON, best);
            }
            if (subject.kind() != EntryKind.PERSON) {
                compare(subject, Name.of(text, EntryKind.BODY), EntryKind.BODY, best);
            }
        }
        return best.values().stream().sorted(BEST_FIRST).limit(most).toList();
    }

    private void compare(Subject subject, Name asked, EntryKind as, Map<ListEntry, Match> best) {
        List<Listed> listed = as == EntryKind.PERSON ? persons : bodies;
        Candidates candidates = as == EntryKind.PERSON ? ofPersons : ofBodies;
        if (asked.words().isEmpty()) {
            return;
        }
        for (int number : candidates.of(asked, CANDIDATES)) {
            Listed one = listed.get(number);
            Match match = match(subject, asked, one, as, candidates);
            if (match.score() >= Scoring.REVIEW) {
                best.merge(one.entry(), match, (was, is) -> BEST_FIRST.compare(was, is) <= 0 ? was : is);
            }
        }
    }

    private static Match match(Subject subject, Name asked, Listed listed, EntryKind as, Candidates candidates) {
        List<TokenEvidence> tokens =
                Comparison.of(asked, listed.name(), as, Word::weight, word -> candidates.rarity(word.text()));
        Qualifiers qualifiers =
                Qualifiers.of(subject, listed.entry(), listed, asked, isGeneral(listed.name(), candidates));
        double adjustment = qualifiers.adjustment();
        List<String> said = new ArrayList<>(qualifiers.said());
        if (isLone(listed.name()) && !agreesAlone(asked, listed.name(), Scoring.ofWords(tokens))) {
            said.add("one word alone, which has to agree in full");
            adjustment -= 0.3;
        }
        double score = Match.recompute(tokens, adjustment);
        boolean strong = score >= Scoring.STRONG && listed.said().strength() != NameStrength.WEAK;
        return new Match(
                listed.entry(), listed.said(), score, strong ? Band.STRONG : Band.REVIEW, tokens, said, adjustment);
    }

    /** One word tells so little that it has to agree: letter for letter, by its consonants, or nearly so where it is long. */
    private static boolean agreesAlone(Name asked, Name listed, double score) {
        List<Word> telling = asked.telling();
        boolean alike = telling.size() == 1
                && telling.get(0).skeleton().equals(listed.telling().get(0).skeleton());
        return score >= LONE_WORD
                || (score >= LONE_LONG && (alike || listed.joined().length() >= LONG));
    }

    private static boolean isLone(Name name) {
        return name.telling().size() == 1;
    }

    /** Whether bodies of many countries are named so: no word of it is a name of its own or rare. */
    private static boolean isGeneral(Name name, Candidates candidates) {
        return name.telling().stream()
                .allMatch(word -> word.sort() != Word.Sort.NAME || candidates.rarity(word.text()) < GENERAL);
    }
}
