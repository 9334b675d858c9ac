package org.contractethics.concern.web.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.contractethics.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** S22: rows of anonymous concerns tell the day and neither hour nor order. */
@IntegrationTest
class AnonymousRowsIT {

    private final JdbcClient jdbc;
    private final JdbcClient owner;

    AnonymousRowsIT(@Autowired JdbcClient jdbc, @Autowired Environment settings) {
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
    }

    @Test
    void no_column_of_a_concern_is_finer_than_a_day_and_none_counts() {
        assertThat(columns("data_type like 'time%' or data_type = 'interval'"))
                .as("the hour at which a whole quarter was counted")
                .containsExactly("quarter_counted.counted_at");
        assertThat(columns("column_default like 'nextval%' or is_identity = 'YES'"))
                .isEmpty();
    }

    @Test
    void ids_are_random_and_carry_no_time() {
        List<String> inOrder = IntStream.range(0, 3)
                .mapToObj(number -> {
                    new Stranger().file("Concern " + number);
                    return Stranger.newestConcern(jdbc);
                })
                .toList();

        assertThat(inOrder).doesNotHaveDuplicates().allMatch(id -> id.charAt(14) == '4');
        assertThat(jdbc.sql(
                                "select filed_on::text from concern.concern where id = any (string_to_array(:ids, ',')::uuid[])")
                        .param("ids", String.join(",", inOrder))
                        .query(String.class)
                        .list())
                .hasSize(3)
                .containsOnly(LocalDate.now(ZoneOffset.UTC).toString());
    }

    private List<String> columns(String like) {
        return owner.sql("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'concern' and (" + like + ")")
                .query(String.class)
                .list();
    }
}
