package org.contractethics.concern.internal.investigation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.concern.internal.Concern;
import org.contractethics.concern.internal.FindingsOfConcerns.Finding;
import org.contractethics.concern.internal.HandledConcerns;
import org.contractethics.concern.internal.HandledConcerns.Reader;
import org.contractethics.concern.internal.investigation.FindingRows.Row;
import org.contractethics.concern.internal.vault.Opening;
import org.contractethics.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Findings with their versions and sources, for those who handle the concern; and those of the answer, for its filer. */
@Service
public class ReadingFindings {

    private final HandledConcerns concerns;
    private final FindingRows findings;
    private final PeopleDirectory people;

    ReadingFindings(HandledConcerns concerns, FindingRows findings, PeopleDirectory people) {
        this.concerns = concerns;
        this.findings = findings;
        this.people = people;
    }

    /** @param by name of whoever recorded this version */
    public record Version(Finding finding, List<Source> sources, String by, LocalDate recordedOn) {}

    /** @param earlier the newest first */
    public record OnAllegation(Version last, List<Version> earlier) {}

    /** For somebody who handles the concern; that was asked before. */
    @Transactional
    public List<OnAllegation> all(Concern concern, Actor officer) {
        List<Row> rows = findings.all(concern.id());
        if (rows.isEmpty() || concerns.isWithdrawn(concern.id())) {
            return List.of();
        }
        Opening words = concerns.openingOfWords(concern, officer);
        Reader sources = concerns.reader(concern, officer);
        Map<Integer, List<Version>> byAllegation = new LinkedHashMap<>();
        rows.forEach(row -> byAllegation
                .computeIfAbsent(row.allegation(), key -> new ArrayList<>())
                .add(version(row, words, sources)));
        return byAllegation.values().stream()
                .map(versions -> new OnAllegation(versions.get(0), versions.subList(1, versions.size())))
                .toList();
    }

    /** On which the answer rests, for its filer and for those who handle the concern; which was asked before. */
    @Transactional
    public List<Finding> ofAnswer(Concern concern, Actor viewer) {
        List<Row> rows = findings.cited(concern.id());
        if (rows.isEmpty() || concerns.isWithdrawn(concern.id())) {
            return List.of();
        }
        Opening words = concerns.openingOfWords(concern, viewer);
        return rows.stream().map(row -> FindingRows.finding(row, words)).toList();
    }

    /** What the answer begins with, to be edited: each allegation with what was found and why. */
    public static String summary(List<OnAllegation> found) {
        return found.stream()
                .map(one -> one.last().finding())
                .map(one -> "Allegation %s: %s\n%s. %s"
                        .formatted(one.allegation(), one.claim(), one.result().label(), one.facts()))
                .collect(Collectors.joining("\n\n"));
    }

    private Version version(Row row, Opening words, Reader sources) {
        String field = FindingRows.field(row.allegation(), row.version(), "sources");
        return new Version(
                FindingRows.finding(row, words),
                Source.ofLines(sources.text(field, row.sources())),
                people.displayName(row.officer()),
                row.recordedOn());
    }
}
