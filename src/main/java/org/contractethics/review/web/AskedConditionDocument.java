package org.contractethics.review.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.contractethics.review.internal.Decision.AnsweredCondition;

/**
 * A condition that a vote asked for, and what the decision made of it.
 *
 * @param voter account name
 * @param takenUp whether a condition of the decision says it word for word
 * @param answer why not, or which condition stands for it; can be empty where it is taken up
 */
@Schema(name = "AskedCondition")
record AskedConditionDocument(String voter, String role, String text, boolean takenUp, String answer) {

    static AskedConditionDocument of(AnsweredCondition asked) {
        return new AskedConditionDocument(
                asked.condition().voter(),
                asked.condition().role().name(),
                asked.condition().text(),
                asked.takenUp(),
                asked.answer());
    }
}
