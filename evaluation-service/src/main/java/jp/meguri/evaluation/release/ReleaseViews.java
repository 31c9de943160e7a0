package jp.meguri.evaluation.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.goal.GoalCopy;
import jp.meguri.events.catalog.CatalogEvent.RoleCode;
import jp.meguri.events.evaluation.ReleaseEvent;
import jp.meguri.web.HasRevision;
import jp.meguri.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Releases and their check as people see them.
 */
final class ReleaseViews {

	private ReleaseViews() {
	}

	/**
	 * @param unit the unit, or the plan's edition where {@code ofPlan}
	 * @param address where anyone reads it
	 * @param can what this person may do, and why not
	 */
	record ReleaseView(UUID id, int fiscalYear, UUID unit, String unitCode, String unitName, ReleaseEvent.Kind kind,
			int edition, ReleaseState state, LocalDate decisionDate, String documentNumber, Instant publishAt,
			String sha256, String withdrawnWhy, String address, List<ReleaseEvent.Item> items, long revision,
			Map<String, ReleaseCan> can, boolean ofPlan) implements HasRevision {

		static ReleaseView of(Release release, Actor actor, Texts texts) {
			return new ReleaseView(release.id(), release.fiscalYear(), release.ownerUnit(), release.unitCode(),
					release.unitName(), release.kind(), release.edition(), release.state(), release.decisionDate(),
					release.documentNumber(), release.publishAt(), release.sha256(), release.withdrawnWhy(),
					release.address(), release.items(), release.version(),
					Map.of("withdraw", ReleaseCan.withdraw(release, actor, texts)), release.ofPlan());
		}

	}

	record ReleaseCan(boolean allowed, @Nullable String reason, @Nullable String ja, @Nullable String en) {

		static ReleaseCan withdraw(Release release, Actor actor, Texts texts) {
			if (!actor.is(RoleCode.PLANNING)) {
				return refused("forbidden", texts);
			}
			return (release.state() == ReleaseState.WITHDRAWN) ? refused("wrong-state", texts)
					: new ReleaseCan(true, null, null, null);
		}

		private static ReleaseCan refused(String reason, Texts texts) {
			String key = "can.release.withdraw." + reason;
			return new ReleaseCan(false, reason, texts.ja(key), texts.en(key));
		}

	}

	/**
	 * 公表前チェック.
	 *
	 * @param items what a release names
	 */
	record CheckView(ReleaseEvent.Kind kind, boolean ready, List<ReleaseEvent.Item> items, List<ProblemView> problems) {

		static CheckView of(ReleaseCheck check, int fiscalYear, ReleaseOwner owner, Texts texts) {
			return new CheckView(check.kind(), check.isReady(), check.items(),
					check.findings()
						.stream()
						.map((finding) -> ProblemView.of(finding, fiscalYear, owner, texts))
						.toList());
		}

	}

	/**
	 * @param blocking whether it must be settled first; a hint otherwise
	 * @param link where it can be settled
	 */
	record ProblemView(String key, boolean blocking, String ja, String en, String link) {

		static ProblemView of(ReleaseCheck.Finding finding, int fiscalYear, ReleaseOwner owner, Texts texts) {
			@Nullable GoalCopy goal = finding.goal();
			Object[] arguments = (goal != null) ? new Object[] { texts.ja("kind." + goal.kind()), goal.number() }
					: new Object[0];
			Object[] english = (goal != null) ? new Object[] { texts.en("kind." + goal.kind()), goal.number() }
					: new Object[0];
			return new ProblemView(finding.key(), finding.blocking(), texts.ja(finding.key(), arguments),
					texts.en(finding.key(), english), finding.link(fiscalYear, owner));
		}

	}

}
