package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.contractethics.review.internal.Assessment;
import org.contractethics.review.internal.Assessment.Rated;
import org.contractethics.review.internal.Assessment.Untouched;
import org.contractethics.review.internal.Impact;
import org.jspecify.annotations.Nullable;

/**
 * The assessment by right that counts in the present pass.
 *
 * @param proxyReason why the affected were not heard themselves, and who speaks for them; empty where they were
 * @param impacts of the rights touched, the most severe first
 * @param untouched codes of all other rights of the catalogue
 * @param untouchedBecause those of them of which it is said why, with what brings them to mind
 */
@Schema(name = "Assessment")
record AssessmentDocument(
        String assessedBy,
        Instant assessedAt,
        String consultation,
        String proxyReason,
        List<ImpactDocument> impacts,
        List<String> untouched,
        List<UntouchedDocument> untouchedBecause) {

    static AssessmentDocument of(Assessment assessment) {
        return new AssessmentDocument(
                assessment.assessedBy(),
                assessment.assessedAt(),
                assessment.consultation(),
                assessment.proxyReason(),
                assessment.impacts().stream().map(ImpactDocument::of).toList(),
                assessment.untouched().stream().map(Untouched::right).toList(),
                assessment.explained().stream().map(UntouchedDocument::of).toList());
    }

    /** @param broughtToMindBy codes of the capabilities of the contract that bring the right to mind */
    @Schema(name = "UntouchedRight")
    record UntouchedDocument(String right, List<String> broughtToMindBy, String because) {

        static UntouchedDocument of(Untouched right) {
            return new UntouchedDocument(right.right(), right.broughtToMindBy(), right.because());
        }
    }

    /**
     * @param severity what table 2.6 gave for scale, scope and irremediability
     * @param clauses labels of the clauses it rests on
     * @param sources numbers of the sources it rests on
     */
    @Schema(name = "AssessedImpact")
    record ImpactDocument(
            String right,
            String severity,
            @Nullable String kind,
            String affected,
            String vulnerableGroups,
            DimensionDocument scale,
            DimensionDocument scope,
            DimensionDocument irremediability,
            @Nullable String likelihood,
            @Nullable String involvement,
            @Nullable String leverage,
            String leverageUse,
            String mitigation,
            List<String> clauses,
            List<Integer> sources) {

        static ImpactDocument of(Rated rated) {
            Impact impact = rated.impact();
            return new ImpactDocument(
                    impact.right(),
                    rated.severity().name(),
                    name(impact.kind()),
                    impact.affected(),
                    impact.vulnerableGroups(),
                    DimensionDocument.of(impact.scale()),
                    DimensionDocument.of(impact.scope()),
                    DimensionDocument.of(impact.irremediability()),
                    name(impact.likelihood()),
                    name(impact.involvement()),
                    name(impact.leverage()),
                    impact.leverageUse(),
                    impact.mitigation(),
                    impact.clauses().stream().map(Impact.ClauseReference::label).toList(),
                    impact.sources());
        }
    }

    /** @param value 1 to 4; null where not known */
    @Schema(name = "SeverityDimension")
    record DimensionDocument(@Nullable Integer value, String reason) {

        static DimensionDocument of(Impact.Dimension dimension) {
            return new DimensionDocument(dimension.value(), dimension.reason());
        }
    }

    /** The code of what was chosen; null where nothing was. */
    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
