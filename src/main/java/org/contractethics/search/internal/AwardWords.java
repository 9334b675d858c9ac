package org.contractethics.search.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.contractethics.contract.FindingAwards;
import org.contractethics.contract.FindingAwards.Need;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What somebody's words look for in award records: things that records call by other names and by products, and words as typed. */
@Component
class AwardWords {

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int LONGEST_ASKED = 4;
    private static final int MOST = 8;
    private static final int LONG_ENOUGH = 4;

    private final Set<String> ignored;
    private final Map<String, Thing> asked = new HashMap<>();

    AwardWords(JsonMapper mapper) {
        Catalogue catalogue = read(mapper);
        ignored = Set.copyOf(catalogue.ignored());
        catalogue.things().forEach(thing -> thing.asked().forEach(words -> asked.put(words, thing)));
    }

    /** @param ignored words that every question about awards may hold */
    record Catalogue(int version, List<String> ignored, List<Thing> things) {

        Catalogue {
            ignored = List.copyOf(ignored);
            things = List.copyOf(things);
        }
    }

    /**
     * Something bought.
     *
     * @param asked how people ask for it
     * @param wordings what records say: its names, its products and who makes nothing else
     */
    record Thing(String name, List<String> asked, List<String> wordings) {

        Thing {
            asked = List.copyOf(asked);
            wordings = List.copyOf(wordings);
        }
    }

    /** Empty where only words were typed that tell nothing. */
    List<Need> needs(String typed) {
        List<String> words = Arrays.stream(SEPARATORS.split(typed.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
        var needs = new ArrayList<Need>();
        int at = 0;
        while (at < words.size() && needs.size() < MOST) {
            int taken = thingAt(words, at, needs);
            if (taken == 0 && !ignored.contains(words.get(at))) {
                needs.add(new Need(List.of(typed(words.get(at)))));
            }
            at += Math.max(1, taken);
        }
        return List.copyOf(needs);
    }

    /** Records run words together: a longer word is found at the beginning of another. */
    private static String typed(String word) {
        return word.length() < LONG_ENOUGH ? word : word + FindingAwards.ANY_ENDING;
    }

    private int thingAt(List<String> words, int from, List<Need> needs) {
        for (int length = Math.min(LONGEST_ASKED, words.size() - from); length > 0; length--) {
            Thing thing = asked.get(String.join(" ", words.subList(from, from + length)));
            if (thing != null) {
                var need = new Need(thing.wordings());
                if (!needs.contains(need)) {
                    needs.add(need);
                }
                return length;
            }
        }
        return 0;
    }

    private static Catalogue read(JsonMapper mapper) {
        try (InputStream file = new ClassPathResource("search/award-words.json").getInputStream()) {
            return mapper.readValue(file, Catalogue.class);
        } catch (IOException e) {
            throw new UncheckedIOException("search/award-words.json cannot be read", e);
        }
    }
}
