package org.contractethics.review.internal.panel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.contractethics.review.internal.Facts;
import org.contractethics.review.internal.Json;
import tools.jackson.core.type.TypeReference;

/**
 * As what somebody does what is the panel chair's to do about a contract outside a vote.
 *
 * @param chairs everybody who holds the role of the panel chair, with what bars each of them; empty where a panel chair acts
 */
public record ActsAs(Capacity capacity, Map<String, String> chairs) {

    public static final ActsAs PANEL_CHAIR = new ActsAs(Capacity.PANEL_CHAIR, Map.of());

    public ActsAs {
        chairs = Map.copyOf(chairs);
    }

    /** Of the columns {@code acts_as} and {@code chairs}. */
    public static ActsAs of(ResultSet row, Json json) throws SQLException {
        return new ActsAs(
                Capacity.valueOf(row.getString("acts_as")),
                json.read(row.getString("chairs"), new TypeReference<>() {}));
    }

    /** In which capacity. */
    public enum Capacity {
        PANEL_CHAIR("as panel chair"),
        ACTING_CHAIR("as acting chair, drawn by lot because conflicts bar everybody who is a panel chair"),
        BOARD_COMMITTEE(
                "for the board committee, because conflicts bar everybody who is a panel chair and no acting chair is drawn");

        private final String words;

        Capacity(String words) {
            this.words = words;
        }

        /** To stand after the name of the person. */
        public String words() {
            return words;
        }
    }

    public boolean inPlaceOfChair() {
        return capacity != Capacity.PANEL_CHAIR;
    }

    /** The words after a name, with a comma before; nothing of a panel chair. */
    public String afterName() {
        return inPlaceOfChair() ? ", " + capacity.words() : "";
    }

    /** The same with a sentence for the record: who acted as what, and what bars each chair. */
    public Facts told(Facts facts) {
        return facts.and("actsAs", capacity.name()).and("chairs", inPlaceOfChair() ? barred() : null);
    }

    private Object barred() {
        return Facts.list(chairs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(chair -> Facts.of("person", chair.getKey()).and("because", chair.getValue()))
                .toList());
    }
}
