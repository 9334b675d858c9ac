package org.contractethics.concern.internal.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contractethics.concern.internal.survey.SurveyAnswer.NO;
import static org.contractethics.concern.internal.survey.SurveyAnswer.OTHER;
import static org.contractethics.concern.internal.survey.SurveyAnswer.PARTLY;
import static org.contractethics.concern.internal.survey.SurveyAnswer.UNSAID;
import static org.contractethics.concern.internal.survey.SurveyAnswer.YES;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ToldAnswersTests {

    @Test
    void each_number_is_told_where_none_is_small() {
        assertThat(ToldAnswers.of(Map.of(YES, 20, PARTLY, 5, NO, 0, UNSAID, 7)))
                .isEqualTo(Map.of(YES, 20, PARTLY, 5, NO, 0, UNSAID, 7));
        assertThat(ToldAnswers.of(Map.of(NO, 10))).isEqualTo(Map.of(YES, 0, PARTLY, 0, NO, 10, UNSAID, 0));
    }

    @Test
    void a_small_number_leaves_yes_and_anything_but_yes() {
        assertThat(ToldAnswers.of(Map.of(YES, 20, PARTLY, 6, NO, 1, UNSAID, 0))).isEqualTo(Map.of(YES, 20, OTHER, 7));
        assertThat(ToldAnswers.of(Map.of(YES, 0, PARTLY, 9, NO, 4))).isEqualTo(Map.of(YES, 0, OTHER, 13));
    }

    @Test
    void nothing_is_told_where_either_half_is_small_or_fewer_than_ten_took_part() {
        assertThat(ToldAnswers.of(Map.of(YES, 20, NO, 4))).isEmpty();
        assertThat(ToldAnswers.of(Map.of(YES, 1, NO, 40))).isEmpty();
        assertThat(ToldAnswers.of(Map.of(YES, 9))).isEmpty();
        assertThat(ToldAnswers.of(Map.of())).isEmpty();
    }
}
