package org.contractethics.search.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.contractethics.search.internal.SavedSearch.Alert;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The searches people keep. What somebody looks for is theirs: nobody else sees it unless they share it, and it is not recorded.
 * Only the search is shared, never what it finds: everybody runs it with their own rights.
 */
@Service
public class SavedSearches {

    public static final int LONGEST_NAME = 80;
    private static final int MOST = 50;

    /** Characters of the address in which a search is kept; the table takes a little more. */
    static final int LONGEST_QUERY = 8_000;

    private final SavedSearchStore store;
    private final Clock clock;

    SavedSearches(SavedSearchStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The own ones, by name. */
    @Transactional(readOnly = true)
    public List<SavedSearch> of(Actor owner) {
        return store.of(owner.username());
    }

    /** Those that others share with this person or one of their roles, without saying with whom else. */
    @Transactional(readOnly = true)
    public List<SavedSearch> sharedWith(Actor viewer) {
        return store.sharedWith(viewer);
    }

    /** The own one or a shared one; anything else is refused with 404. */
    @Transactional(readOnly = true)
    public SavedSearch get(UUID id, Actor viewer) {
        return store.find(id)
                .filter(found -> found.owner().equals(viewer.username()) || store.isSharedWith(id, viewer))
                .orElseThrow(SavedSearches::missing);
    }

    /** Only the own one; anything else is refused with 404. */
    @Transactional(readOnly = true)
    public SavedSearch own(UUID id, Actor owner) {
        return store.find(id)
                .filter(found -> found.owner().equals(owner.username()))
                .orElseThrow(SavedSearches::missing);
    }

    public SearchQuery query(SavedSearch search) {
        return QueryAddress.read(search.query());
    }

    /** Refuses a name that is missing, too long or in use, and a search for nothing. */
    @Transactional
    public UUID save(String name, SearchQuery query, Actor owner) {
        if (query.isEmpty()) {
            throw Refused.invalid("Search for something first, then save the search.");
        }
        String address = QueryAddress.of(query);
        if (address.length() > LONGEST_QUERY) {
            throw Refused.invalid("The search has too many filters to be saved. Choose fewer values, then save it.");
        }
        List<SavedSearch> own = store.of(owner.username());
        if (own.size() >= MOST) {
            throw Refused.invalid("You have " + MOST + " saved searches, which is the most. Delete one first.");
        }
        String valid = valid(name);
        if (own.stream().anyMatch(one -> one.name().equalsIgnoreCase(valid))) {
            throw inUse();
        }
        var saved = new SavedSearch(UUID.randomUUID(), owner.username(), valid, address, Alert.NONE, List.of());
        try {
            store.add(saved, Timestamp.from(clock.instant()));
        } catch (DuplicateKeyException atOnce) {
            throw inUse();
        }
        return saved.id();
    }

    /** A search that somebody shared becomes one of the own. */
    @Transactional
    public UUID copy(UUID id, Actor actor) {
        SavedSearch shared = get(id, actor);
        return save(shared.name(), QueryAddress.read(shared.query()), actor);
    }

    /** From now on: what was indexed before, also during a pause, is no news. */
    @Transactional
    public void alert(UUID id, Alert wanted, Actor owner) {
        own(id, owner);
        store.alert(id, wanted);
    }

    @Transactional
    public void delete(UUID id, Actor owner) {
        own(id, owner);
        store.delete(id);
    }

    private static String valid(String name) {
        String given = name.strip().replaceAll("\\s+", " ");
        if (given.isEmpty() || given.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid("Enter a name for the search.");
        }
        if (given.length() > LONGEST_NAME) {
            throw Refused.invalid("The name is longer than " + LONGEST_NAME + " characters.");
        }
        return given;
    }

    private static Refused inUse() {
        return Refused.invalid("You have a saved search of this name already. Choose another name.");
    }

    static Refused missing() {
        return Refused.notFound("There is no such saved search, or you may not know of it.");
    }
}
