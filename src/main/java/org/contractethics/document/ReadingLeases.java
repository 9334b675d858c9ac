package org.contractethics.document;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is reading which file, and how often that was begun: rows of a table with columns {@code reader}, {@code attempts} and
 * {@code lease_until} beside its key. Whoever reads holds a lease that has to be renewed; when a node dies, its leases lapse and another
 * node takes the files up. Times are those of the database, so the clocks of the nodes do not matter.
 */
public final class ReadingLeases {

    /** Renewed about once a second; long enough for a process that collects garbage or a slow database. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** A file that came to no end so often is not tried for ever, whatever stopped it. */
    public static final int ATTEMPTS = 3;

    /** Once, and once more for each attempt: what keeps a node from reading is seldom over at once. */
    public static final Duration PAUSE = Duration.ofMinutes(5);

    private static final String UNTIL = "clock_timestamp() + make_interval(secs => :seconds)";

    private final JdbcClient jdbc;
    private final String table;
    private final List<String> key;
    private final String atBegin;

    /**
     * @param key its columns
     * @param atBegin further columns, each with what it is while nobody has begun
     */
    public ReadingLeases(JdbcClient jdbc, String table, List<String> key, Map<String, String> atBegin) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = List.copyOf(key);
        this.atBegin = atBegin.entrySet().stream()
                .map(column -> ", " + column.getKey() + " = " + column.getValue())
                .collect(Collectors.joining());
    }

    /**
     * @param file the values of the key
     * @param reader names this one attempt
     * @param attempts how often the reading was begun, this time included
     */
    public record Held(List<Object> file, UUID reader, int attempts) {

        public Held {
            file = List.copyOf(file);
        }

        public boolean tooMany() {
            return attempts > ATTEMPTS;
        }
    }

    /**
     * The lease, where the file waits and nobody else holds it. The attempt counts from now on.
     *
     * @param waiting the query of a row, if the file waits; it names the values of the key as parameters, like the columns
     */
    public Optional<Held> claim(List<Object> file, UUID reader, Duration time, String waiting) {
        String columns = String.join(", ", key);
        String values = key.stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return jdbc.sql("insert into " + table + " as r (" + columns + ", reader, attempts, lease_until) select "
                        + values
                        + ", :reader, 1, " + UNTIL + " where exists (" + waiting + ") on conflict (" + columns + ")"
                        + " do update set reader = excluded.reader, attempts = r.attempts + 1, lease_until = excluded.lease_until"
                        + atBegin + " where r.lease_until < clock_timestamp() returning r.attempts")
                .params(parameters(file, reader))
                .param("seconds", seconds(time))
                .query(Integer.class)
                .optional()
                .map(attempts -> new Held(file, reader, attempts));
    }

    /**
     * Renews the lease; false where somebody else holds it by now.
     *
     * @param besides further columns, each with its value
     */
    public boolean renew(Held held, Map<String, Object> besides) {
        String columns = besides.keySet().stream()
                .map(name -> ", " + name + " = :" + name)
                .collect(Collectors.joining());
        return jdbc.sql("update " + table + " set lease_until = " + UNTIL + columns + isHeld())
                        .params(parameters(held.file(), held.reader()))
                        .params(besides)
                        .param("seconds", seconds(LEASE))
                        .update()
                == 1;
    }

    /** Ends the reading; false where somebody else holds the lease by now, whose result will be kept instead. */
    public boolean end(Held held) {
        return jdbc.sql("delete from " + table + isHeld())
                        .params(parameters(held.file(), held.reader()))
                        .update()
                == 1;
    }

    /** Gives the lease back, as if this attempt had not been: the application ends, and others may go on. */
    public void giveBack(Held held) {
        jdbc.sql("update " + table + " set lease_until = clock_timestamp(), attempts = greatest(attempts - 1, 1)"
                        + atBegin + isHeld())
                .params(parameters(held.file(), held.reader()))
                .update();
    }

    /** Leaves the file to whoever comes after a pause. The attempt counts, for nobody can tell that the file had no part in it. */
    public void putOff(Held held) {
        jdbc.sql("update " + table + " set lease_until = " + UNTIL + atBegin + isHeld())
                .params(parameters(held.file(), held.reader()))
                .param("seconds", seconds(PAUSE.multipliedBy(held.attempts())))
                .update();
    }

    private String isHeld() {
        return " where "
                + key.stream().map(column -> column + " = :" + column).collect(Collectors.joining(" and "))
                + " and reader = :reader";
    }

    private Map<String, Object> parameters(List<Object> file, UUID reader) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (int i = 0; i < key.size(); i++) {
            parameters.put(key.get(i), file.get(i));
        }
        parameters.put("reader", reader);
        return parameters;
    }

    private static double seconds(Duration time) {
        return (double) time.toMillis() / 1000;
    }
}
