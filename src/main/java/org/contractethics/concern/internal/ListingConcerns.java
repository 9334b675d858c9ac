package org.contractethics.concern.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contractethics.access.Pager;
import org.contractethics.concern.internal.ChoosingContract.Chosen;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ConcernId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists of concerns, which know no text: those that somebody filed, and those that are theirs to handle. */
@Service
@Transactional(readOnly = true)
public class ListingConcerns {

    public static final int PAGE_SIZE = 25;

    private final ConcernStore concerns;
    private final Reporters reporters;
    private final ConcernRights rights;
    private final ChoosingContract contracts;
    private final Clock clock;

    ListingConcerns(
            ConcernStore concerns, Reporters reporters, ConcernRights rights, ChoosingContract contracts, Clock clock) {
        this.concerns = concerns;
        this.reporters = reporters;
        this.rights = rights;
        this.contracts = contracts;
        this.clock = clock;
    }

    /** @param contract null where the filer did not know it */
    public record Line(
            Concern concern, @Nullable Chosen contract, String age, String due, boolean overdue, boolean withdrawn) {}

    /** Which concerns a list shows. */
    public enum Filter {
        ALL("All"),
        OPEN("Waiting"),
        OVERDUE("Overdue"),
        ANSWERED("Answered"),
        WITHDRAWN("Withdrawn");

        private final String label;

        Filter(String label) {
            this.label = label;
        }

        /** The words shown on screen. */
        public String label() {
            return label;
        }

        /** The name in addresses, for example {@code overdue}. */
        public String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The filter of an address; what is none means all of them. */
        public static Filter of(@Nullable String path) {
            return Stream.of(values())
                    .filter(filter -> filter.path().equals(path))
                    .findFirst()
                    .orElse(ALL);
        }

        private boolean shows(Concern concern, boolean withdrawn, LocalDate today) {
            return switch (this) {
                case ALL -> true;
                case OPEN -> !withdrawn && concern.open();
                case OVERDUE -> !withdrawn && concern.overdue(today);
                case ANSWERED -> !withdrawn && !concern.open();
                case WITHDRAWN -> withdrawn;
            };
        }
    }

    /**
     * A page of a list.
     *
     * @param number of the page, from 1; the last one where the list is shorter than was asked
     * @param total rows of all pages
     */
    public record Page(int number, int total, List<Line> lines) {

        public int pages() {
            return Pager.pages(total, PAGE_SIZE);
        }
    }

    /**
     * What the viewer filed, page by page: those that wait for their answer first, and before them what they have not seen.
     *
     * @param number below 1 or beyond the end means the first or the last page
     */
    public Page filedBy(Actor viewer, Set<ConcernId> unseen, int number) {
        List<Concern> found = concerns.latestFirst(reporters.filedBy(viewer.username())).stream()
                .sorted(Comparator.comparing(concern -> !unseen.contains(concern.id())))
                .toList();
        return page(found, number, viewer, concerns.withdrawn());
    }

    /**
     * What the viewer has to handle or handled, page by page in the same way: those that wait longest for what is due first, withdrawn
     * ones last.
     */
    public Page handledBy(Actor viewer, Filter filter, int number) {
        Set<ConcernId> withdrawn = concerns.withdrawn();
        return page(handled(viewer, withdrawn, filter), number, viewer, withdrawn);
    }

    private Page page(List<Concern> found, int number, Actor viewer, Set<ConcernId> withdrawn) {
        int last = Pager.pages(found.size(), PAGE_SIZE);
        int shown = Math.min(Math.max(1, number), last);
        List<Concern> rows = found.subList((shown - 1) * PAGE_SIZE, Math.min(found.size(), shown * PAGE_SIZE));
        return new Page(shown, found.size(), lines(rows, viewer, withdrawn));
    }

    /** Who may handle one is told by its contract and its people, and not by its row: so it is asked of each. */
    private List<Concern> handled(Actor viewer, Set<ConcernId> withdrawn, Filter filter) {
        if (!rights.isHandler(viewer)) {
            return List.of();
        }
        List<Concern> all = concerns.all();
        KeptFrom kept = rights.keptFrom(all);
        LocalDate today = today();
        return all.stream()
                .filter(concern -> filter.shows(concern, withdrawn.contains(concern.id()), today))
                .filter(concern -> rights.mayHandle(concern, viewer, kept))
                .sorted(Comparator.comparing(concern -> withdrawn.contains(concern.id())))
                .toList();
    }

    private List<Line> lines(List<Concern> rows, Actor viewer, Set<ConcernId> withdrawn) {
        LocalDate today = today();
        return rows.stream()
                .map(concern -> line(concern, viewer, withdrawn.contains(concern.id()), today))
                .toList();
    }

    private Line line(Concern concern, Actor viewer, boolean withdrawn, LocalDate today) {
        return new Line(
                concern,
                Optional.ofNullable(concern.contract())
                        .flatMap(id -> contracts.find(id, viewer))
                        .orElse(null),
                concern.age(today),
                concern.dueInWords(today),
                concern.overdue(today),
                withdrawn);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
