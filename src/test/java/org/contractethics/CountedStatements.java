package org.contractethics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts the statements that reach the database, where a benchmark asks for it; else the data source stays as it is. */
@Component
public class CountedStatements implements BeanPostProcessor {

    private static final Map<String, LongAdder> COUNTS = new ConcurrentHashMap<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        boolean wanted = System.getProperty("benchmark.reviews") != null;
        return wanted && bean instanceof DataSource source ? counting(source) : bean;
    }

    public static DataSource counting(DataSource source) {
        return new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return CountedStatements.counting(super.getConnection());
            }
        };
    }

    /** What was executed since the last time, by text. */
    public static Map<String, Long> take() {
        Map<String, Long> counts = new TreeMap<>();
        COUNTS.forEach((sql, count) -> {
            long sum = count.sumThenReset();
            if (sum > 0) {
                counts.put(sql, sum);
            }
        });
        return counts;
    }

    private static Connection counting(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments, answer) -> {
            boolean prepared = method.equals("prepareStatement") && answer instanceof PreparedStatement;
            return prepared ? counting((PreparedStatement) answer, (String) arguments[0]) : answer;
        });
    }

    private static PreparedStatement counting(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, statement, (method, arguments, answer) -> {
            if (method.startsWith("execute")) {
                COUNTS.computeIfAbsent(sql, text -> new LongAdder()).increment();
            }
            return answer;
        });
    }

    @FunctionalInterface
    private interface Seen {
        Object answer(String method, Object[] arguments, Object answer);
    }

    private static <T> T proxy(Class<T> type, T target, Seen seen) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return seen.answer(method.getName(), arguments, method.invoke(target, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
        return type.cast(proxy);
    }
}
