package org.contractethics.search.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.Csv;
import org.contractethics.shared.RecordedEvent;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands out what a search finds as a file. Who took how much is recorded; the words and the filters they looked for are not,
 * because what people search for would single out those who worry.
 */
@Service
public class ExportingHits {

    /** The most that one file holds. */
    public static final int MOST = 10_000;

    private final AllHits hits;
    private final ContractSearch search;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ExportingHits(
            AllHits hits,
            ContractSearch search,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.hits = hits;
        this.search = search;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The kinds of files. */
    public enum Format {
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        CSV("text/csv;charset=UTF-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * Records that the actor takes this file; nothing may be handed out before this has returned.
     *
     * @throws SearchDown while the cluster does not answer: then nothing is recorded
     */
    public void begin(SearchQuery query, Format format, Actor actor) {
        if (query.isEmpty()) {
            throw Refused.invalid("Search for something first, then download what was found.");
        }
        long clauses = Math.min(MOST, search.find(query, actor).total());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("report", "search-hits");
        facts.put("format", format.name());
        facts.put("clauses", clauses);
        facts.put(
                "filters",
                query.filters().values().stream().mapToInt(List::size).sum());
        var exported = new HitsExported(actor.username(), clock.instant(), Map.copyOf(facts));
        transaction.executeWithoutResult(status -> events.publishEvent(exported));
    }

    public void write(SearchQuery query, Format format, Actor viewer, String baseUrl, OutputStream out)
            throws IOException {
        if (format == Format.XLSX) {
            try (var book = new SXSSFWorkbook(HitSheet.ROWS_IN_MEMORY)) {
                book.setCompressTempFiles(true);
                var sheet = new HitSheet(book);
                hits.each(query, viewer, MOST, clause -> sheet.row(HitCells.of(clause, baseUrl)));
                sheet.finish();
                book.write(out);
            }
        } else {
            csv(query, viewer, baseUrl, out);
        }
    }

    private void csv(SearchQuery query, Actor viewer, String baseUrl, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // spreadsheets take a file for UTF-8 only with this mark
        text.write('\ufeff');
        text.write(Csv.line(List.copyOf(HitCells.HEADS)));
        hits.each(query, viewer, MOST, clause -> {
            try {
                text.write(Csv.line(HitCells.of(clause, baseUrl)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        text.flush();
    }

    private record HitsExported(String actor, Instant occurredAt, Map<String, Object> facts) implements RecordedEvent {

        @Override
        public String kind() {
            return "report-exported";
        }

        @Override
        public @Nullable ContractId contract() {
            return null;
        }
    }
}
