package org.contractethics.search.internal;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.access.PeopleDirectory.Person;
import org.contractethics.search.internal.SavedSearch.Share;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Notice;
import org.contractethics.shared.Refused;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a search to others. They read its name and its words, and find with it what they may read themselves. */
@Service
public class SharingSearches {

    private static final Set<Role> SEARCHING = EnumSet.complementOf(EnumSet.of(Role.LEADERSHIP, Role.EXTERNAL_FILER));
    private static final int MOST = 30;

    private final SavedSearches saved;
    private final SavedSearchStore store;
    private final PeopleDirectory people;
    private final ApplicationEventPublisher events;

    SharingSearches(
            SavedSearches saved, SavedSearchStore store, PeopleDirectory people, ApplicationEventPublisher events) {
        this.saved = saved;
        this.store = store;
        this.people = people;
        this.events = events;
    }

    /** The roles that may search at all. */
    public static List<Role> searching() {
        return Arrays.stream(Role.values()).filter(SEARCHING::contains).toList();
    }

    @Transactional
    public void withRole(UUID id, @Nullable Role role, Actor owner) {
        room(saved.own(id, owner));
        if (role == null || !SEARCHING.contains(role)) {
            throw Refused.invalid("Choose a role that may search.");
        }
        store.share(id, new Share(UUID.randomUUID(), role, null));
    }

    /** The person is told by a notice. */
    @Transactional
    public void withPerson(UUID id, String username, Actor owner) {
        SavedSearch search = saved.own(id, owner);
        room(search);
        Person person = people.find(username.strip())
                .filter(found -> found.roles().stream().anyMatch(SEARCHING::contains))
                .orElseThrow(() -> Refused.invalid("Nobody of this account name may search. Check the spelling."));
        if (person.username().equals(owner.username())) {
            throw Refused.invalid("The search is yours already. Enter the account name of somebody else.");
        }
        if (store.isSharedWith(id, new Actor(person.username(), person.displayName(), Set.of()))) {
            return;
        }
        store.share(id, new Share(UUID.randomUUID(), null, person.username()));
        events.publishEvent(Notice.toPerson(
                person.username(),
                "A search was shared with you",
                owner.displayName() + " shares a saved search with you. It finds what you may read yourself.",
                "/search/saved"));
    }

    @Transactional
    public void end(UUID id, UUID share, Actor owner) {
        saved.own(id, owner);
        store.unshare(id, share);
    }

    private void room(SavedSearch search) {
        long shares = store.of(search.owner()).stream()
                .filter(one -> one.id().equals(search.id()))
                .mapToLong(one -> one.shares().size())
                .sum();
        if (shares >= MOST) {
            throw Refused.invalid("A search is shared at most " + MOST + " times. Share it with a role instead.");
        }
    }
}
