package jp.meguri.evaluation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.evaluation.release.ReleaseCheck.Finding;
import jp.meguri.evaluation.report.Report;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.Block;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import jp.meguri.events.evaluation.ReleaseEvent.Item;
import jp.meguri.events.evaluation.ReleaseEvent.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReleaseCheckTest {

	private static final UUID UNIT = id(1);

	private static final ReleaseOwner OWNER = new ReleaseOwner(UNIT, "civic", "くらし協働部", "部長", "", 1, null);

	private final GoalCopy annual = goal(10, GoalKind.ANNUAL_GOAL, ReviewState.CONFIRMED, 3, 3);

	private final GoalCopy midTerm = goal(11, GoalKind.MID_TERM_GOAL, ReviewState.CONFIRMED, 2, 2);

	@Test
	void initialRelease_namesConfirmedGoalsAndNoReports() {
		ReleaseCheck check = check(Kind.INITIAL, List.of(this.annual, this.midTerm), Map.of());
		assertThat(check.isReady()).isTrue();
		assertThat(check.items()).containsExactly(new Item(id(10), 3, null, null), new Item(id(11), 2, null, null));
	}

	@Test
	void finalRelease_needsTheReportOfEveryReportedGoal() {
		ReleaseCheck check = check(Kind.FINAL, List.of(this.annual, this.midTerm), Map.of());
		assertThat(check.isReady()).isFalse();
		assertThat(check.findings()).extracting(Finding::key).containsExactly("release.report-missing");
	}

	@Test
	void finalRelease_namesReportsWithTheirRevision() {
		ReleaseCheck check = check(Kind.FINAL, List.of(this.annual, this.midTerm),
				Map.of(id(10), report(ReviewState.CONFIRMED, "開きました。")));
		assertThat(check.isReady()).isTrue();
		assertThat(check.items()).containsExactly(new Item(id(10), 3, id(20), 5L), new Item(id(11), 2, null, null));
	}

	@ParameterizedTest
	@EnumSource(value = ReviewState.class, names = { "PENDING", "DRAFT", "SUBMITTED", "APPROVED", "RETURNED" })
	void finalRelease_isRefused_whileAReportIsOnItsWay(ReviewState state) {
		ReleaseCheck check = check(Kind.FINAL, List.of(this.annual), Map.of(id(10), report(state, "")));
		assertThat(check.findings()).extracting(Finding::key).contains("release.report-not-confirmed");
		assertThat(check.findings().get(0).link(2026, OWNER))
			.isEqualTo("/results/2026/%s?round=YEAR_END#report-%s".formatted(UNIT, id(20)));
	}

	@ParameterizedTest
	@EnumSource(value = ReviewState.class,
			names = { "DRAFT", "SUBMITTED", "APPROVED", "RETURNED", "AMENDING", "NOT_STARTED" })
	void release_isRefused_whileAGoalIsOnItsWay(ReviewState state) {
		ReleaseCheck check = check(Kind.INITIAL, List.of(goal(10, GoalKind.ANNUAL_GOAL, state, 3, 2)), Map.of());
		assertThat(check.isReady()).isFalse();
		assertThat(check.items()).isEmpty();
		assertThat(check.findings().get(0).link(2026, OWNER))
			.isEqualTo("/sheets/2026/%s#goal-%s".formatted(UNIT, id(10)));
	}

	@Test
	void emptySheet_isNotReleased() {
		assertThat(check(Kind.INITIAL, List.of(), Map.of()).isReady()).isFalse();
	}

	@Test
	void placeholderInAResult_isHintedAt() {
		ReleaseCheck check = check(Kind.FINAL, List.of(this.annual),
				Map.of(id(10), report(ReviewState.CONFIRMED, "【今年度末に記載】")));
		assertThat(check.isReady()).isTrue();
		assertThat(check.findings()).extracting(Finding::key).containsExactly("release.pending-text");
	}

	@Test
	void namedItems_mustBeExactlyWhatIsConfirmed() {
		ReleaseCheck check = check(Kind.INITIAL, List.of(this.annual, this.midTerm), Map.of());
		Item first = new Item(id(10), 3, null, null);
		Item second = new Item(id(11), 2, null, null);
		assertThat(check.isExactly(List.of(second, first))).isTrue();
		assertThat(check.isExactly(List.of(first))).isFalse();
		assertThat(check.isExactly(List.of(first, first))).isFalse();
		assertThat(check.isExactly(List.of(first, new Item(id(11), 1, null, null)))).isFalse();
		assertThat(check.isExactly(List.of(first, new Item(id(12), 2, null, null)))).isFalse();
		assertThat(check.isExactly(List.of(first, second, new Item(id(12), 1, null, null)))).isFalse();
	}

	private static ReleaseCheck check(Kind kind, List<GoalCopy> goals, Map<UUID, Report> reports) {
		return ReleaseCheck.of(kind, goals, reports, Round.YEAR_END);
	}

	private static GoalCopy goal(int id, GoalKind kind, ReviewState state, long revision, long confirmed) {
		return new GoalCopy(id(id), id(2), UNIT, 2026, kind, 1, state, revision, confirmed, CycleMode.LIVE,
				GoalContent.EMPTY, null);
	}

	private static Report report(ReviewState state, String text) {
		ReportContent content = new ReportContent(List.of(), List.of(Block.paragraph(id(30), text)), List.of(),
				List.of(), List.of(), null, null);
		return new Report(id(20), id(3), id(10), 3, "", id(2), UNIT, Set.of(), 2026, Round.YEAR_END, CycleMode.LIVE,
				state, 5, 9, content, true, null, "", null);
	}

	private static UUID id(int number) {
		return UUID.fromString("018f2f6e-0000-7000-8000-%012d".formatted(number));
	}

}
