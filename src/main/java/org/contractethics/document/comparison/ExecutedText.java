package org.contractethics.document.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.document.comparison.Filling.Found;
import org.contractethics.document.extraction.Reading.PartText;

/**
 * Tells which approved texts an executed copy holds. It holds one where it says the same, word by word; beside that there may stand in
 * it only what is filled into blanks and what signing puts behind the last clause.
 */
public final class ExecutedText {

    /** No honest copy needs a hundredth of it; one that was made to be slow is no copy. */
    private static final int MOST_TRIES = 50_000;

    private final AgreedWords copy;
    private final List<AgreedWords> approved;
    private final boolean[] used;
    private int tries;

    private ExecutedText(List<PartText> copy, List<List<PartText>> approved) {
        this.copy = AgreedWords.of(copy);
        this.approved = approved.stream().map(AgreedWords::of).toList();
        this.used = new boolean[approved.size()];
    }

    /**
     * @param texts places of the texts it holds in the list of approved ones, in the order in which they stand in it
     * @param additions what was filled in or stands behind the end, in its words
     */
    public record Held(List<Integer> texts, List<String> additions) {

        public Held {
            texts = List.copyOf(texts);
            additions = List.copyOf(additions);
        }

        private Held after(int text, List<String> added) {
            return new Held(
                    Stream.concat(Stream.of(text), texts.stream()).toList(),
                    Stream.concat(added.stream(), additions.stream()).toList());
        }
    }

    /** Empty where it says anything else than these texts. */
    public static Optional<Held> of(List<PartText> copy, List<List<PartText>> approved) {
        ExecutedText text = new ExecutedText(copy, approved);
        return text.behind(0, 0).flatMap(text::withFurniture);
    }

    /** What the rest of the copy holds, where everything before is known. */
    private Optional<Held> behind(int end, int room) {
        List<String> words = copy.words();
        int last = Math.min(end + room, words.size());
        for (int start = end; start <= last; start++) {
            for (int text = 0; text < used.length; text++) {
                Optional<Held> found = used[text] ? Optional.empty() : from(end, start, text);
                if (found.isPresent()) {
                    return found;
                }
            }
            if (tries > MOST_TRIES || (start < last && Filling.agrees(words, end, start))) {
                return Optional.empty();
            }
        }
        return last == words.size() && room > 0 ? Optional.of(new Held(List.of(), added(end, last))) : Optional.empty();
    }

    private Optional<Held> from(int end, int start, int text) {
        List<String> words = approved.get(text).words();
        Found found = words.isEmpty() || ++tries > MOST_TRIES
                ? null
                : Filling.at(words, copy.words(), start).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        used[text] = true;
        Optional<Held> rest = behind(found.end(), Filling.MOST_BEHIND_THE_END);
        used[text] = false;
        return rest.map(held -> held.after(
                text,
                Stream.concat(added(end, start).stream(), found.filled().stream())
                        .toList()));
    }

    private List<String> added(int from, int to) {
        String words = Filling.words(copy.words().subList(from, to));
        return words.isEmpty() ? List.of() : List.of(words);
    }

    /** Nothing is agreed at the edge of pages either that was not approved, and nothing that was approved there is gone. */
    private Optional<Held> withFurniture(Held held) {
        Set<String> known = new HashSet<>();
        held.texts().forEach(text -> known.addAll(approved.get(text).furniture()));
        List<String> added = copy.furniture().stream()
                .filter(line -> !known.contains(line) && line.chars().anyMatch(Character::isLetter))
                .toList();
        known.removeAll(copy.furniture());
        boolean agreed =
                Stream.concat(added.stream(), known.stream()).anyMatch(line -> Filling.agree(AgreedWords.words(line)));
        return agreed
                ? Optional.empty()
                : Optional.of(new Held(
                        held.texts(),
                        Stream.concat(held.additions().stream(), added.stream()).toList()));
    }
}
