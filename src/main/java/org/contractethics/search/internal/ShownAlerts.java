package org.contractethics.search.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contractethics.document.Documents;
import org.contractethics.shared.Actor;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NoticesShownNow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an alert told is said again as long as its owner may read all of it: a number alone can tell of a secret contract. */
@Component
class ShownAlerts implements NoticesShownNow {

    private static final String NEUTRAL = "What it finds that you may read now stands behind the link.";
    private static final Pattern LINK =
            Pattern.compile("/search/saved/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/new");

    /** Beyond so many contracts nothing is said any more, so that a list of notices is not held up. */
    private static final int MOST = 200;

    private final JdbcClient jdbc;
    private final Documents documents;

    ShownAlerts(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    static String linkOf(UUID search) {
        return "/search/saved/" + search + "/new";
    }

    private record Told(UUID search, Optional<ContractId> contract) {}

    @Override
    public Map<String, String> insteadOf(Collection<String> links, Actor reader) {
        Map<UUID, Boolean> readable = new LinkedHashMap<>();
        links.stream()
                .map(LINK::matcher)
                .filter(Matcher::matches)
                .forEach(link -> readable.put(UUID.fromString(link.group(1)), false));
        Map<String, String> instead = new HashMap<>();
        if (readable.isEmpty()) {
            return instead;
        }
        List<Told> told = told(readable.keySet(), reader);
        if (told.size() <= MOST) {
            judge(told, readable, reader);
        }
        readable.forEach((search, all) -> {
            if (!all) {
                instead.put(linkOf(search), NEUTRAL);
            }
        });
        return instead;
    }

    /** A search of which nothing is known any more keeps the sentence that says nothing. */
    private void judge(List<Told> told, Map<UUID, Boolean> readable, Actor reader) {
        Map<ContractId, Boolean> known = new HashMap<>();
        told.forEach(one -> readable.put(one.search(), true));
        told.forEach(one -> {
            boolean may = one.contract()
                    .map(contract -> known.computeIfAbsent(contract, id -> documents.mayRead(id, reader)))
                    .orElse(false);
            readable.computeIfPresent(one.search(), (search, all) -> all && may);
        });
    }

    private List<Told> told(Collection<UUID> searches, Actor reader) {
        return jdbc.sql(
                        """
                select distinct h.search, h.contract
                  from search.alert_hit h join search.saved_search s on s.id = h.search
                 where s.owner = :owner and h.search = any(:searches) limit :most""")
                .param("owner", reader.username())
                .param("searches", searches.toArray(UUID[]::new))
                .param("most", MOST + 1)
                .query((row, n) -> new Told(
                        Objects.requireNonNull(row.getObject("search", UUID.class)),
                        Optional.ofNullable(row.getObject("contract", UUID.class))
                                .map(ContractId::new)))
                .list();
    }
}
