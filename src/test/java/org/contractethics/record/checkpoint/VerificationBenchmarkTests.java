package org.contractethics.record.checkpoint;

import org.contractethics.BenchmarkSize;

/** In every build, of the smallest size: it still works. */
class VerificationBenchmarkTests extends VerificationBenchmark {

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(200);
    }
}
