package org.contractethics.finding.measure;

/** Found and labelled, found and not labelled, labelled and not found. */
final class Score {
    int right;
    int wrong;
    int missed;

    void add(boolean found, boolean labelled) {
        right += found && labelled ? 1 : 0;
        wrong += found && !labelled ? 1 : 0;
        missed += !found && labelled ? 1 : 0;
    }

    double precision() {
        return right == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return right == 0 ? 0 : (double) right / (right + missed);
    }

    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2.0 * right + wrong + missed);
    }
}
