package org.contractethics.screening.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contractethics.screening.internal.matching.NameIndex;
import org.contractethics.shared.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every source with the version of its list that counts now, and the index of its names, made once for each version. */
@Component
class ListsInForce {

    private final ListStore lists;
    private final Map<UUID, NameIndex> indexes = new ConcurrentHashMap<>();

    ListsInForce(ListStore lists) {
        this.lists = lists;
    }

    /** @param version null where none was ever taken */
    record Held(ListSource source, @Nullable ListVersion version) {

        UUID sourceId() {
            return source.id();
        }
    }

    List<Held> all() {
        Map<UUID, ListVersion> versions =
                lists.inForce().stream().collect(Collectors.toMap(ListVersion::source, Function.identity()));
        return lists.sources().stream()
                .map(source -> new Held(source, versions.get(source.id())))
                .toList();
    }

    /** Changes with every source and version: a contract that was screened against another set is due. */
    static String fingerprint(List<Held> held) {
        List<String> parts = new ArrayList<>();
        for (Held one : held) {
            ListVersion version = one.version();
            parts.add(one.sourceId() + " " + (version == null ? "-" : version.id()));
        }
        return Sha256.hex(String.join("\n", parts.stream().sorted().toList()));
    }

    /** Two that ask at once may both make it; the same list gives the same index. */
    NameIndex index(UUID version) {
        NameIndex known = indexes.get(version);
        if (known != null) {
            return known;
        }
        NameIndex made = NameIndex.of(lists.entries(version));
        indexes.put(version, made);
        return made;
    }

    /** Lets go of the indexes of versions that are no longer in force. */
    void keepOnly(List<Held> held) {
        List<UUID> counted = new ArrayList<>();
        for (Held one : held) {
            ListVersion version = one.version();
            if (version != null) {
                counted.add(version.id());
            }
        }
        indexes.keySet().retainAll(counted);
    }
}
