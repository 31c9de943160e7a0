package jp.meguri.review;

import static org.assertj.core.api.Assertions.assertThat;

import jp.meguri.events.content.ReviewState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewRouteTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
			NOT_STARTED, EDIT               , DRAFT
			PENDING    , EDIT               , DRAFT
			DRAFT      , EDIT               , DRAFT
			RETURNED   , EDIT               , RETURNED
			RETURNED   , SUBMIT             , SUBMITTED
			SUBMITTED  , WITHDRAW           , DRAFT
			APPROVED   , WITHDRAW           , SUBMITTED
			SUBMITTED  , APPROVE            , APPROVED
			SUBMITTED  , CORRECT_AND_APPROVE, APPROVED
			SUBMITTED  , RETURN             , RETURNED
			APPROVED   , RETURN             , RETURNED
			APPROVED   , CONFIRM            , CONFIRMED
			""")
	void after_leadsToTheNextStep(ReviewState from, ReviewAction action, ReviewState to) {
		assertThat(ReviewRoute.after(action, from)).contains(to);
	}

	@Test
	void after_isEmpty_whenStepIsNotPossible() {
		assertThat(ReviewRoute.after(ReviewAction.EDIT, ReviewState.CONFIRMED)).isEmpty();
		assertThat(ReviewRoute.after(ReviewAction.CONFIRM, ReviewState.SUBMITTED)).isEmpty();
		assertThat(ReviewRoute.after(ReviewAction.WITHDRAW, ReviewState.CONFIRMED)).isEmpty();
	}

}
