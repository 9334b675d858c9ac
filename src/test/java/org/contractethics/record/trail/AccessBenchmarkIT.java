package org.contractethics.record.trail;

import org.contractethics.BenchmarkSize;
import org.contractethics.IntegrationTest;
import org.contractethics.contract.internal.RegisteringContracts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** In every build, of the smallest size: it still works. */
@IntegrationTest
class AccessBenchmarkIT extends AccessBenchmark {

    @Autowired
    AccessBenchmarkIT(AccessTrail trail, FixingAccess fixing, MockMvcTester mvc, RegisteringContracts registering) {
        super(trail, fixing, mvc, registering);
    }

    @Override
    BenchmarkSize size() {
        return BenchmarkSize.smallest(4);
    }
}
