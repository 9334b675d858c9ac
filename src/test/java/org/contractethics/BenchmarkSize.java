package org.contractethics;

import java.util.Locale;

/**
 * How large a benchmark is: as asked for on the command line, or of the smallest size, in which every build runs it to see that it
 * still works. Such a run prints nothing, since it could be taken for a measurement, and judges no time.
 *
 * @param isMeasured whether somebody asked for a measurement
 */
public record BenchmarkSize(int count, boolean isMeasured) {

    /** @param property what a measurement is asked for by, for example {@code benchmark.reviews} */
    public static BenchmarkSize of(String property, int smallest) {
        Integer asked = Integer.getInteger(property);
        return asked == null ? smallest(smallest) : measured(asked);
    }

    public static BenchmarkSize measured(int count) {
        return new BenchmarkSize(count, true);
    }

    public static BenchmarkSize smallest(int count) {
        return new BenchmarkSize(count, false);
    }

    /** The first where somebody measures, the second in every build. */
    public int either(int measured, int smallest) {
        return isMeasured ? measured : smallest;
    }

    /** Says a figure where somebody measures. */
    public void say(String format, Object... values) {
        if (isMeasured) {
            System.out.printf(Locale.ROOT, format, values);
        }
    }
}
