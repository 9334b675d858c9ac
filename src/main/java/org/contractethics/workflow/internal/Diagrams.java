package org.contractethics.workflow.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.contractethics.shared.Refused;
import org.springframework.stereotype.Service;

/** The models as they were deployed; a review keeps showing the version it runs by. */
@Service
public class Diagrams {

    private final RepositoryService repository;

    Diagrams(RepositoryService repository) {
        this.repository = repository;
    }

    /** The BPMN file of a version of the review procedure; refuses with 404 what is none. */
    public byte[] ofReview(String definition) {
        if (!definition.startsWith(ProcessNames.CONTRACT_REVIEW + ":")
                && !definition.startsWith(ProcessNames.DELTA_REVIEW + ":")) {
            throw Refused.notFound("There is no such procedure.");
        }
        try (InputStream model = repository.getProcessModel(definition)) {
            return model.readAllBytes();
        } catch (NullValueException | NotFoundException unknown) {
            throw Refused.notFound("There is no such version of the procedure.");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
