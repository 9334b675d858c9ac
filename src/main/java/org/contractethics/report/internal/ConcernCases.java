package org.contractethics.report.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.contractethics.record.RecordEntry;
import org.jspecify.annotations.Nullable;

/** The concerns that the record tells of, and what was counted of whole quarters where it tells of no single ones. */
final class ConcernCases {

    private final Map<UUID, ConcernCase> cases = new LinkedHashMap<>();
    private final Map<LocalDate, Counted> quarters = new HashMap<>();

    /** What may be shown of a quarter; asked anew when the record has told more. */
    private final Map<Period, Set<ConcernCells.Cell>> shown = new ConcurrentHashMap<>();

    /** The same with what it follows from; worked out anew only when that is another. */
    private final Map<Period, Released> released = new ConcurrentHashMap<>();

    private record Released(Map<Set<ConcernCells.Cell>, Integer> atoms, Set<ConcernCells.Cell> shown) {

        static Released of(ConcernCells cells, @Nullable Released before) {
            Map<Set<ConcernCells.Cell>, Integer> atoms = cells.atoms();
            return before != null && before.atoms().equals(atoms) ? before : new Released(atoms, cells.shown());
        }
    }

    /** Numbers of one quarter, by the names under which the record has them. */
    record Counted(Mark mark, Map<String, Integer> numbers) {

        int number(String name) {
            return numbers.getOrDefault(name, 0);
        }
    }

    void apply(RecordEntry entry) {
        shown.clear();
        Mark mark = Mark.of(entry);
        switch (entry.kind()) {
            case "concern-filed" ->
                FactReader.id(entry, "concernId")
                        .ifPresent(id -> cases.putIfAbsent(
                                id,
                                new ConcernCase(
                                        mark, FactReader.upper(entry, "mode"), FactReader.upper(entry, "topic"))));
            case "concern-acknowledged" -> of(entry, concern -> concern.acknowledged(mark));
            case "concern-escalated" -> of(entry, concern -> concern.becomes(ConcernCase.State.OVERDUE, mark));
            case "concern-answered" -> of(entry, concern -> concern.answered(mark));
            case "concern-withdrawn" -> of(entry, concern -> concern.withdrawn(mark));
            case "concern-appealed" -> of(entry, concern -> concern.appealed(mark));
            case "concern-appeal-decided" -> of(entry, concern -> concern.ruled(mark));
            case "concern-measure-taken" -> of(entry, concern -> concern.acted(mark));
            case "concerns-counted" ->
                FactReader.day(entry, "quarter")
                        .ifPresent(quarter -> quarters.putIfAbsent(quarter, new Counted(mark, numbers(entry))));
            default -> {}
        }
    }

    private void of(RecordEntry entry, Consumer<ConcernCase> change) {
        FactReader.id(entry, "concernId").map(cases::get).ifPresent(change);
    }

    private static Map<String, Integer> numbers(RecordEntry entry) {
        Map<String, Integer> numbers = new HashMap<>();
        entry.facts().keySet().forEach(name -> entry.number(name)
                .ifPresent(number -> numbers.put(name, (int) Math.max(0, number))));
        return numbers;
    }

    Collection<ConcernCase> all() {
        return cases.values();
    }

    /** Whether nobody had filed a concern yet, so that there was nothing to count. */
    boolean noneBefore(Instant moment) {
        return cases.values().stream().noneMatch(concern -> concern.filed().at().isBefore(moment));
    }

    /** Empty where the record does not hold the numbers of this quarter. */
    Optional<Counted> counted(Period quarter) {
        return Optional.ofNullable(quarters.get(quarter.from()));
    }

    Set<ConcernCells.Cell> shown(Period quarter, Casebook book) {
        return shown.computeIfAbsent(quarter, any -> released.compute(
                        quarter, (same, before) -> Released.of(new ConcernCells(book, quarter), before))
                .shown());
    }
}
