package org.contractethics.finding.web;

import java.util.List;
import org.contractethics.finding.internal.NewByVersion;
import org.contractethics.finding.internal.NewByVersion.News;
import org.contractethics.finding.internal.QuerySets;
import org.contractethics.finding.internal.QuerySets.Version;
import org.contractethics.shared.Actor;
import org.contractethics.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a version of the query set found anew, in the contracts whose documents the viewer may read. */
@Component
class NewFindingsView {

    private static final int MOST = 200;

    private final NewByVersion news;
    private final QuerySets querySets;

    NewFindingsView(NewByVersion news, QuerySets querySets) {
        this.news = news;
        this.querySets = querySets;
    }

    /**
     * The new findings by one version.
     *
     * @param scanning whether documents have yet to be scanned with it
     * @param more how many contracts follow those shown
     */
    public record Fresh(Version version, boolean first, boolean scanning, List<Row> rows, int more) {}

    /** @param left how many of the findings nobody has judged, in words */
    public record Row(String contract, String reference, List<Count> counts, String left) {}

    public record Count(String check, String label, int found) {}

    /** Of the newest version; null before the first begins. */
    @Nullable
    Fresh newest(Actor viewer) {
        return querySets.all().stream()
                .findFirst()
                .map(version -> fresh(version, viewer))
                .orElse(null);
    }

    Fresh of(int number, Actor viewer) {
        return querySets
                .find(number)
                .map(version -> fresh(version, viewer))
                .orElseThrow(() -> Refused.notFound("There is no such version of the query set."));
    }

    private Fresh fresh(Version version, Actor viewer) {
        List<News> all = news.of(version.number(), viewer);
        return new Fresh(
                version,
                version.number() == 1,
                news.scanning(version.number()),
                all.stream().limit(MOST).map(this::row).toList(),
                Math.max(0, all.size() - MOST));
    }

    private Row row(News one) {
        List<Count> counts = one.byCheck().entrySet().stream()
                .map(entry -> new Count(entry.getKey(), label(entry.getKey()), entry.getValue()))
                .toList();
        String left = one.unjudged() == 0 ? "All judged" : one.unjudged() + " of " + one.found();
        return new Row(one.contract().id().toString(), one.contract().reference(), counts, left);
    }

    private String label(String check) {
        return querySets
                .checks()
                .find(check)
                .map(found -> check + " " + found.name())
                .orElse(check);
    }
}
