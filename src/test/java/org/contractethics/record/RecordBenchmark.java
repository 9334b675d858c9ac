package org.contractethics.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.contractethics.BenchmarkSize;
import org.contractethics.access.PeopleDirectory;
import org.contractethics.record.internal.RecordFixtures;
import org.contractethics.record.internal.RecordFixtures.Happened;
import org.contractethics.shared.ConcernKnowledge;
import org.contractethics.shared.ContractId;
import org.contractethics.shared.NothingWithheld;
import org.contractethics.shared.Role;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * R35, R37: how fast the record grows and how fast it is verified; prints, and judges no time. Run by {@code mvn test -Dtest=RecordBenchmark};
 * an empty database with durable commits can be given by {@code -Dbenchmark.url} and {@code -Dbenchmark.owner}.
 */
class RecordBenchmark {

    private static final int BLOCK = 100;
    private static final String SECRET = "YmVuY2htYXJrLWJlbmNobWFyay1iZW5jaG1hcmstYmU=";
    private static final String ROLE = "contract_ethics";

    /** Of entries. */
    private final BenchmarkSize size = size();

    private final int acts = size.either(1_500, BLOCK);

    BenchmarkSize size() {
        return BenchmarkSize.measured(100_000);
    }

    @Test
    void measure() throws IOException {
        String given = System.getProperty("benchmark.url", "");
        if (!given.isEmpty()) {
            measure(given, System.getProperty("benchmark.owner", "postgres"));
            return;
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            measure(server.getJdbcUrl("postgres", "postgres"), "postgres");
        }
    }

    private void measure(String url, String owner) {
        DataSource owners = new DriverManagerDataSource(url, owner, "");
        JdbcClient.create(owners).sql("create role " + ROLE + " login").update();
        Flyway.configure()
                .dataSource(owners)
                .locations("classpath:db/migration")
                .placeholders(Map.of("app_role", ROLE))
                .load()
                .migrate();
        JdbcClient.create(owners)
                .sql("create table public.act (id uuid primary key, note text)")
                .update();
        JdbcClient.create(owners).sql("grant insert on public.act to " + ROLE).update();
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + url,
                            "spring.datasource.username=" + ROLE,
                            "contract-ethics.record.origin=benchmark.example/record",
                            "contract-ethics.record.signer-key=" + SECRET,
                            "contract-ethics.record.mac-key=" + SECRET)
                    .applyTo(context);
            context.register(RecordAlone.class);
            context.refresh();
            measureAppending(context);
            measureVerifying(context);
        }
    }

    /** The same business act with and without its fact, in alternating blocks so that both meet the same weather. */
    private void measureAppending(AnnotationConfigApplicationContext context) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        IntConsumer act = number -> jdbc.sql("insert into public.act values (?, ?)")
                .params(UUID.randomUUID(), "act " + number)
                .update();
        long plain = 0;
        long recorded = 0;
        for (int block = 0; block < acts / BLOCK + 2; block++) {
            long without = time(number -> transaction.executeWithoutResult(status -> act.accept(number)));
            long with = time(number -> transaction.executeWithoutResult(status -> {
                act.accept(number);
                context.publishEvent(decision(number));
            }));
            if (block >= 2) {
                plain += without;
                recorded += with;
            }
        }
        print("acts per second without a fact", acts / (plain / 1e9));
        print("acts per second with their fact", acts / (recorded / 1e9));
        print("time with / time without", (double) recorded / plain);
    }

    private void measureVerifying(AnnotationConfigApplicationContext context) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        RecordReader record = context.getBean(RecordReader.class);
        long before = record.head().size();
        long start = System.nanoTime();
        for (int done = 0; done < size.count() - before; done += BLOCK) {
            transaction.executeWithoutResult(status -> {
                for (int i = 0; i < BLOCK; i++) {
                    context.publishEvent(decision(i));
                }
            });
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        print("entries per second in transactions of " + BLOCK, (record.head().size() - before) / seconds);
        for (int round = 1; round <= size.either(3, 1); round++) {
            RecordVerification verification = record.verify("system");
            assertThat(verification.problem()).isNull();
            print("milliseconds to verify " + verification.head().size() + " entries, round " + round, (double)
                    verification.millis());
        }
    }

    private static long time(IntConsumer act) {
        long start = System.nanoTime();
        for (int i = 0; i < BLOCK; i++) {
            act.accept(i);
        }
        return System.nanoTime() - start;
    }

    private void print(String what, double value) {
        size.say("%-60s %,12.2f%n", what, value);
    }

    private static Happened decision(int number) {
        Happened decision = RecordFixtures.aLongDecision(number);
        return new Happened(
                decision.kind(), new ContractId(UUID.randomUUID()), "ruth.castillo", Instant.now(), decision.facts());
    }

    /** The record with nothing around it. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {
                "org.contractethics.record.internal",
                "org.contractethics.record.verification",
                "org.contractethics.record.checkpoint"
            },
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(IT|Tests)(\\$.*)?"))
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        TransactionAutoConfiguration.class,
        TransactionManagerCustomizationAutoConfiguration.class
    })
    @ConfigurationPropertiesScan("org.contractethics.record.internal")
    static class RecordAlone {

        @Bean
        ConcernKnowledge nobodyKnowsOfConcerns() {
            return new NothingWithheld();
        }

        @Bean
        Clock clock() {
            return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        }

        @Bean
        PeopleDirectory directory() {
            return new PeopleDirectory() {
                @Override
                public Optional<Person> find(String username) {
                    return Optional.of(new Person(username, username, "", Set.of()));
                }

                @Override
                public List<Person> withRole(Role role) {
                    return List.of();
                }
            };
        }
    }
}
