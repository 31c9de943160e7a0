package jp.meguri.goals.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.directory.Municipality;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewComment;
import jp.meguri.events.content.ReviewState;
import jp.meguri.goals.Contents;
import jp.meguri.web.MeguriProblem;
import org.junit.jupiter.api.Test;

class GoalTest {

	private final Actor clerk = new Actor(UUID.randomUUID(), "佐藤 花",
			new Municipality(UUID.randomUUID(), "nagisa", "なぎさ市", false, List.of()), List.of());

	private final UUID unit = UUID.randomUUID();

	private final Goal draft = Goal.drafted(UUID.randomUUID(),
			new GoalSheet(UUID.randomUUID(), this.clerk.municipality(), 2026, this.unit, 0, null), this.unit,
			GoalKind.ANNUAL_GOAL, 1, Contents.annualGoal("題名"), this.clerk);

	@Test
	void edit_raisesRevisionAndVersion() {
		Goal edited = this.draft.edited(Contents.annualGoal("別の題名"), this.clerk);
		assertThat(edited.revision()).isEqualTo(2);
		assertThat(edited.version()).isEqualTo(2);
		assertThat(edited.lastWriterName()).isEqualTo("佐藤 花");
	}

	@Test
	void step_raisesTheVersionOnly() {
		Goal submitted = this.draft.after(Step.SUBMIT);
		assertThat(submitted.state()).isEqualTo(ReviewState.SUBMITTED);
		assertThat(submitted.revision()).isEqualTo(1);
		assertThat(submitted.version()).isEqualTo(2);
	}

	@Test
	void correction_isApprovedAsANewRevision() {
		Goal corrected = this.draft.after(Step.SUBMIT).corrected(Contents.annualGoal("直した題名"), this.clerk);
		assertThat(corrected.state()).isEqualTo(ReviewState.APPROVED);
		assertThat(corrected.revision()).isEqualTo(2);
	}

	@Test
	void stepOutOfTurn_isRefused() {
		assertThatExceptionOfType(MeguriProblem.class).isThrownBy(() -> this.draft.after(Step.CONFIRM))
			.satisfies((problem) -> assertThat(problem.name()).isEqualTo("wrong-state"));
	}

	@Test
	void snapshot_carriesOnlyWhatNobodyHasAnswered() {
		UUID answered = UUID.randomUUID();
		List<ReviewComment> said = List.of(comment(answered, null), comment(UUID.randomUUID(), answered),
				comment(UUID.randomUUID(), null));
		assertThat(this.draft.snapshot(7, said).comments()).containsExactly(said.get(2));
		assertThat(this.draft.snapshot(7, said).sheetSeq()).isEqualTo(7);
	}

	private ReviewComment comment(UUID id, UUID inReplyTo) {
		return new ReviewComment(id, null, "確認", this.clerk.person(), this.clerk.name(), 1, inReplyTo,
				Instant.parse("2026-11-21T00:00:00Z"));
	}

}
