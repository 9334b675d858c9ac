package org.contractethics.finding.measure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Minimises a smooth convex function by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno. */
final class Lbfgs {

    private static final int MEMORY = 8;
    private static final int MOST_STEPS = 35;
    private static final double ENOUGH = 1e-3;

    private Lbfgs() {}

    /** Value of the function at a point; writes the gradient there. */
    interface Smooth {
        double at(double[] point, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers of an inner loop; nobody compares them
    private record Pair(double[] step, double[] change, double scale) {}

    static double[] minimise(Smooth function, int size) {
        double[] point = new double[size];
        double[] gradient = new double[size];
        double value = function.at(point, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int i = 0; i < MOST_STEPS && Math.sqrt(dot(gradient, gradient)) > ENOUGH; i++) {
            double[] direction = direction(gradient, pairs);
            double[] next = new double[size];
            double[] nextGradient = new double[size];
            double length = i == 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double slope = dot(gradient, direction);
            double nextValue = move(function, point, direction, length, next, nextGradient);
            while (nextValue > value + 1e-4 * length * slope && length > 1e-8) {
                length /= 2;
                nextValue = move(function, point, direction, length, next, nextGradient);
            }
            remember(pairs, difference(next, point), difference(nextGradient, gradient));
            point = next;
            gradient = nextGradient;
            value = nextValue;
        }
        return point;
    }

    private static double move(
            Smooth function, double[] from, double[] direction, double length, double[] to, double[] gradient) {
        for (int i = 0; i < from.length; i++) {
            to[i] = from[i] + length * direction[i];
        }
        return function.at(to, gradient);
    }

    private static void remember(Deque<Pair> pairs, double[] step, double[] change) {
        double product = dot(step, change);
        if (product > 1e-12) {
            pairs.addFirst(new Pair(step, change, 1 / product));
            if (pairs.size() > MEMORY) {
                pairs.removeLast();
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] direction = gradient.clone();
        double[] parts = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            parts[i] = pair.scale() * dot(pair.step(), direction);
            add(direction, pair.change(), -parts[i]);
            i++;
        }
        if (!pairs.isEmpty()) {
            Pair last = pairs.getFirst();
            scale(direction, 1 / (last.scale() * dot(last.change(), last.change())));
        }
        Iterator<Pair> oldest = pairs.descendingIterator();
        while (oldest.hasNext()) {
            Pair pair = oldest.next();
            i--;
            add(direction, pair.step(), parts[i] - pair.scale() * dot(pair.change(), direction));
        }
        scale(direction, -1);
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] all, double by) {
        for (int i = 0; i < all.length; i++) {
            all[i] *= by;
        }
    }

    private static double[] difference(double[] a, double[] b) {
        double[] difference = a.clone();
        add(difference, b, -1);
        return difference;
    }
}
