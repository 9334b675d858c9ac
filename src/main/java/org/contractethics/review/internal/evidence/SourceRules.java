package org.contractethics.review.internal.evidence;

import java.time.LocalDate;
import java.util.List;
import org.contractethics.review.internal.Problems;
import org.contractethics.review.internal.evidence.Source.Description;
import org.contractethics.shared.FormProblem;

/** What has to be known of a source before it can carry anything. */
public final class SourceRules {

    private static final int LONGEST_TITLE = 500;
    private static final int LONGEST_PUBLISHER = 300;
    private static final int LONGEST_LOCATION = 1_000;

    private SourceRules() {}

    /** @param field first part of the names of the fields; empty where the form has one source only */
    public static List<FormProblem> problems(Description source, String field, LocalDate today) {
        LocalDate day = source.publishedOn();
        Source.Kind kind = source.kind();
        return new Problems()
                .text(source.title(), field + "source", "Name the source.")
                .when(source.title().length() > LONGEST_TITLE, field + "source", "Shorten this to 500 characters.")
                .text(source.publisher(), field + "publisher", "Say who published it.")
                .when(
                        source.publisher().length() > LONGEST_PUBLISHER,
                        field + "publisher",
                        "Shorten this to 300 characters.")
                .when(kind == null, field + "kind", "Choose what kind of source it is.")
                .text(
                        source.location(),
                        field + "location",
                        "Say where it can be read: a web address, or a document of the contract.")
                .when(
                        source.location().length() > LONGEST_LOCATION,
                        field + "location",
                        "Shorten this to 1,000 characters.")
                .when(day == null, field + "date", "Give the date of the source.")
                .when(day != null && day.isAfter(today), field + "date", "The date of a source lies in the past.")
                .when(source.reliability() == null, field + "reliability", "Grade the reliability of the source.")
                .when(
                        source.credibility() == null,
                        field + "credibility",
                        "Grade how far what it says can be believed.")
                .when(
                        kind != null && !kind.mayBeIndependent() && source.independent(),
                        field + "independent",
                        "What the customer or the company says is not independent of them.")
                .list();
    }

    /** Whether one source that stands is independent of customer and company. */
    public static boolean anyIndependent(List<Source> sources) {
        return sources.stream()
                .anyMatch(source -> source.stands() && source.described().independent());
    }
}
