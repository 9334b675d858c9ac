package org.contractethics.record.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.contractethics.access.RouteRights;
import org.contractethics.record.RecordEntry;
import org.contractethics.record.trail.Access;
import org.contractethics.record.trail.AccessEntry;
import org.contractethics.shared.Role;
import org.jspecify.annotations.Nullable;

/** A row of the access trail as the page and its file show it. */
record AccessLine(AccessEntry entry, String who) {

    static final List<String> HEADS = List.of(
            "Number",
            "When (UTC)",
            "Account",
            "Name",
            "Kind",
            "Id",
            "Contract id",
            "Method",
            "Address",
            "Allowed by",
            "Task",
            "Shown");

    /** Whether the reader must not be known; then only the day is. */
    public boolean unnamed() {
        return entry.access().actor().equals(RecordEntry.UNNAMED);
    }

    public Instant at() {
        return entry.access().at();
    }

    public LocalDate day() {
        return at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The roles as people call them. */
    public String right() {
        String allowed = entry.access().allowedBy();
        return allowed.equals(RouteRights.SIGNED_IN)
                ? "Every signed-in person"
                : Arrays.stream(allowed.split(" ", -1))
                        .map(role -> Role.valueOf(role).label())
                        .collect(Collectors.joining(", "));
    }

    /** Where the thing itself can be opened; null where it has no page of its own. */
    public @Nullable String link() {
        Access access = entry.access();
        String subject = access.subject();
        return switch (access.kind()) {
            case DOCUMENT ->
                access.contract() == null ? null : "/contracts/" + access.contract() + "/documents/" + subject;
            case CASE, EXPORT -> access.contract() == null ? null : "/contracts/" + access.contract();
            case RECORD -> subject == null ? "/audit" : "/audit/" + subject;
            default -> null;
        };
    }

    List<@Nullable Object> cells() {
        Access access = entry.access();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(entry.index());
        cells.add(unnamed() ? day() : at());
        cells.add(access.actor());
        cells.add(who);
        cells.add(access.kind().label());
        cells.add(access.subject());
        cells.add(access.contract());
        cells.add(access.method());
        cells.add(access.route());
        cells.add(right());
        cells.add(access.task());
        cells.add(entry.shown() ? "Yes" : "No");
        return cells;
    }
}
