package org.contractethics.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class RepeatingTimersTests {

    @Test
    void a_timer_that_repeats_searches_no_jars_for_what_reads_its_duration() throws DatatypeConfigurationException {
        EngineDefaults.apply(
                new StandaloneInMemProcessEngineConfiguration(), Map.of(), new AbstractBpmnParseListener() {});

        assertThat(System.getProperty(DatatypeFactory.class.getName()))
                .isEqualTo(DatatypeFactory.newDefaultInstance().getClass().getName());
        assertThat(DatatypeFactory.newInstance()).hasSameClassAs(DatatypeFactory.newDefaultInstance());
    }
}
