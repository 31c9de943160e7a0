package jp.meguri.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Municipality;
import jp.meguri.directory.Role;
import jp.meguri.directory.WindowStatus;
import jp.meguri.directory.WindowStatus.State;
import jp.meguri.events.CycleMode;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.content.ReviewState;
import jp.meguri.web.MeguriProblem;
import jp.meguri.web.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReviewRightsTest {

	private static final UUID CITY = UUID.randomUUID();

	private static final UUID CIVIC = UUID.randomUUID();

	private static final UUID ENVIRONMENT = UUID.randomUUID();

	private static final UUID PLANNING = UUID.randomUUID();

	private static final WindowStatus OPEN = window(State.OPEN);

	private static final WindowStatus CLOSED = window(State.CLOSED);

	@ParameterizedTest
	@CsvSource(textBlock = """
			# who              state      what                 answer
			STAFF            , DRAFT    , EDIT                , allowed
			STAFF            , RETURNED , EDIT                , allowed
			STAFF            , SUBMITTED, EDIT                , wrong-state
			STAFF            , CONFIRMED, EDIT                , wrong-state
			STAFF            , DRAFT    , DELETE              , allowed
			STAFF            , DRAFT    , SUBMIT              , allowed
			STAFF            , SUBMITTED, SUBMIT              , wrong-state
			STAFF            , SUBMITTED, WITHDRAW            , allowed
			STAFF            , APPROVED , WITHDRAW            , wrong-state
			STAFF            , DRAFT    , WITHDRAW            , wrong-state
			STAFF            , SUBMITTED, APPROVE             , forbidden
			STAFF            , SUBMITTED, RETURN              , forbidden
			STAFF            , APPROVED , CONFIRM             , forbidden
			STAFF            , DRAFT    , COMMENT             , allowed
			STAFF            , CLOSED   , COMMENT             , wrong-state
			HEAD             , DRAFT    , EDIT                , allowed
			HEAD             , SUBMITTED, APPROVE             , allowed
			HEAD             , SUBMITTED, CORRECT_AND_APPROVE , allowed
			HEAD             , SUBMITTED, RETURN              , allowed
			HEAD             , APPROVED , RETURN              , wrong-state
			HEAD             , APPROVED , WITHDRAW            , allowed
			HEAD             , DRAFT    , APPROVE             , wrong-state
			HEAD             , APPROVED , CONFIRM             , forbidden
			PLANNING         , DRAFT    , EDIT                , forbidden
			PLANNING         , DRAFT    , SUBMIT              , forbidden
			PLANNING         , SUBMITTED, APPROVE             , forbidden
			PLANNING         , SUBMITTED, RETURN              , wrong-state
			PLANNING         , APPROVED , RETURN              , allowed
			PLANNING         , APPROVED , CONFIRM             , allowed
			PLANNING         , SUBMITTED, CONFIRM             , wrong-state
			PLANNING         , CONFIRMED, PUBLISH             , allowed
			PLANNING         , APPROVED , COMMENT             , allowed
			OTHER_STAFF      , CONFIRMED, EDIT                , forbidden
			OTHER_STAFF      , CONFIRMED, COMMENT             , forbidden
			OTHER_HEAD       , CONFIRMED, APPROVE             , forbidden
			""")
	void decide_answersByRoleThenState(Who who, ReviewState state, ReviewAction action, String answer) {
		Rights rights = ReviewRights.decide(who.actor(), item(state), OPEN, "");
		assertThat(rights.reason(action).orElse("allowed")).isEqualTo(answer);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			STAFF    , DRAFT    , EDIT     , window-closed
			STAFF    , DRAFT    , DELETE   , window-closed
			STAFF    , RETURNED , SUBMIT   , window-closed
			STAFF    , SUBMITTED, WITHDRAW , window-closed
			STAFF    , CONFIRMED, EDIT     , wrong-state
			STAFF    , DRAFT    , COMMENT  , allowed
			HEAD     , SUBMITTED, APPROVE  , allowed
			PLANNING , APPROVED , RETURN   , allowed
			PLANNING , APPROVED , CONFIRM  , allowed
			""")
	void decide_refusesOnlyTheWriters_whenPeriodIsOver(Who who, ReviewState state, ReviewAction action, String answer) {
		Rights rights = ReviewRights.decide(who.actor(), item(state), CLOSED, "政策企画課 内線1234");
		assertThat(rights.reason(action).orElse("allowed")).isEqualTo(answer);
	}

	@Test
	void decide_saysWhenThePeriodEndedAndWhomToAsk() {
		Can can = ReviewRights.decide(Who.STAFF.actor(), item(ReviewState.DRAFT), CLOSED, "政策企画課 内線1234")
			.shown(new Texts())
			.get("submit");
		assertThat(can.allowed()).isFalse();
		assertThat(can.since()).isEqualTo(CLOSED.closesAt());
		assertThat(can.contact()).isEqualTo("政策企画課 内線1234");
		assertThat(can.note()).isEqualTo("議会日程のため");
	}

	@Test
	void planner_registersForADepartment_whenYearIsBackLoaded() {
		var item = new ReviewItem(CITY, CIVIC, ReviewState.DRAFT, Set.of(), CycleMode.BACK_LOADING);
		Rights rights = ReviewRights.decide(Who.PLANNING.actor(), item, CLOSED, "");
		assertThat(rights.allow(ReviewAction.EDIT)).isTrue();
		assertThat(rights.allow(ReviewAction.DELETE)).isTrue();
		assertThat(rights.reason(ReviewAction.SUBMIT)).contains("forbidden");
	}

	@Test
	void planner_writesTheGoalsOfTheOwnUnitAsStaff() {
		var item = new ReviewItem(CITY, PLANNING, ReviewState.DRAFT, Set.of(), CycleMode.LIVE);
		Rights rights = ReviewRights.decide(Who.PLANNING.actor(), item, OPEN, "");
		assertThat(rights.allow(ReviewAction.EDIT)).isTrue();
		assertThat(rights.allow(ReviewAction.SUBMIT)).isTrue();
		assertThat(rights.reason(ReviewAction.APPROVE)).contains("forbidden");
	}

	@Test
	void namedUnit_readsAndComments_butDoesNotWrite() {
		var item = new ReviewItem(CITY, CIVIC, ReviewState.DRAFT, Set.of(ENVIRONMENT), CycleMode.LIVE);
		Actor named = Who.OTHER_STAFF.actor();
		Rights rights = ReviewRights.decide(named, item, OPEN, "");
		assertThat(ReviewScope.of(named).includes(item)).isTrue();
		assertThat(rights.allow(ReviewAction.COMMENT)).isTrue();
		assertThat(rights.reason(ReviewAction.EDIT)).contains("forbidden");
	}

	@ParameterizedTest
	@EnumSource(ReviewState.class)
	void scope_showsOthersOnlyWhatIsConfirmedOrLater(ReviewState state) {
		assertThat(ReviewScope.of(Who.OTHER_STAFF.actor()).includes(item(state))).isEqualTo(state.isConfirmedOrLater());
		assertThat(ReviewScope.of(Who.STAFF.actor()).includes(item(state))).isTrue();
		assertThat(ReviewScope.of(Who.PLANNING.actor()).includes(item(state))).isTrue();
		assertThat(ReviewScope.of(Who.FOREIGN_PLANNING.actor()).includes(item(state))).isFalse();
	}

	@Test
	void require_answersRoleBeforeRevisionBeforeState() {
		Rights staff = ReviewRights.decide(Who.STAFF.actor(), item(ReviewState.DRAFT), OPEN, "");
		assertRefused(() -> staff.require(ReviewAction.APPROVE, 1, 2), 403);
		assertRefused(() -> staff.require(ReviewAction.WITHDRAW, 1, 2), 412);
		assertRefused(() -> staff.require(ReviewAction.WITHDRAW, 2, 2), 409);
	}

	@ParameterizedTest
	@EnumSource(ReviewAction.class)
	void everyRefusalByRoleAndState_isExplainedInBothLanguages(ReviewAction action) {
		Texts texts = new Texts();
		for (String reason : List.of("forbidden", "wrong-state")) {
			String key = "can." + action.key() + "." + reason;
			assertThat(texts.ja(key)).isNotEqualTo(key);
			assertThat(texts.en(key)).isNotEqualTo(key).isNotEqualTo(texts.ja(key));
		}
	}

	private static void assertRefused(Runnable attempt, int status) {
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(attempt::run)
			.satisfies((problem) -> assertThat(problem.status()).isEqualTo(status));
	}

	private static ReviewItem item(ReviewState state) {
		return new ReviewItem(CITY, CIVIC, state, Set.of(), CycleMode.LIVE);
	}

	private static WindowStatus window(State state) {
		return new WindowStatus(state, UUID.randomUUID(), Instant.parse("2026-09-30T15:00:00Z"),
				Instant.parse("2026-12-31T15:00:00Z"), "議会日程のため", 3);
	}

	enum Who {

		STAFF(CITY, new Role(CIVIC, RoleCode.STAFF)), HEAD(CITY, new Role(CIVIC, RoleCode.HEAD)),
		PLANNING(CITY, new Role(ReviewRightsTest.PLANNING, RoleCode.PLANNING)),
		OTHER_STAFF(CITY, new Role(ENVIRONMENT, RoleCode.STAFF)),
		OTHER_HEAD(CITY, new Role(ENVIRONMENT, RoleCode.HEAD)),
		FOREIGN_PLANNING(UUID.randomUUID(), new Role(UUID.randomUUID(), RoleCode.PLANNING));

		private final UUID city;

		private final Role role;

		Who(UUID city, Role role) {
			this.city = city;
			this.role = role;
		}

		Actor actor() {
			var municipality = new Municipality(this.city, "nagisa", "なぎさ市", false, List.of());
			return new Actor(UUID.randomUUID(), name(), municipality, List.of(this.role));
		}

	}

}
