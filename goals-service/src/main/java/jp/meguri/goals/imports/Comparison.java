package jp.meguri.goals.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ReadSheet.Base;
import jp.meguri.goals.sheet.StandingGoal;
import jp.meguri.workbook.GoalWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of ours beside the sheet it updates, goal by goal.
 *
 * @param goals what the workbook has, in its order, and then what it lacks
 */
record Comparison(List<Compared> goals) {

	Comparison {
		goals = List.copyOf(goals);
	}

	static Comparison of(StoredImport stored, List<StandingGoal> standing) {
		return new Comparison(new Comparing(stored, standing).compare());
	}

	List<Compared> in(Status... wanted) {
		return this.goals.stream().filter((goal) -> List.of(wanted).contains(goal.status)).toList();
	}

	/** Whether there is nothing to do. */
	boolean isUnchanged() {
		return in(Status.NEW, Status.CHANGED, Status.CONFLICT).isEmpty();
	}

	/**
	 * @param there the goal as it stands, or null
	 * @param content what the workbook says, or null where it lacks the goal
	 * @param base the revision it was written from, or null
	 * @param pointer where in the draft it stands, empty where it does not
	 */
	record Compared(UUID id, GoalKind kind, int number, Status status, @Nullable StandingGoal there,
			@Nullable GoalContent content, @Nullable Base base, String pointer) {
	}

	enum Status {

		/** A row without an id the sheet knows. */
		NEW,
		/** Changed in the workbook, and nowhere else. */
		CHANGED,
		/** The same, or changed on the sheet only. */
		UNCHANGED,
		/** Changed in the workbook and, since it was written, on the sheet too. */
		CONFLICT,
		/** Deleted on the sheet since the workbook was read. */
		GONE,
		/** On the sheet, but not in the workbook; an import deletes nothing. */
		MISSING

	}

	/** One comparison while it is made. */
	private static final class Comparing {

		private final StoredImport stored;

		private final List<StandingGoal> standing;

		private final Map<UUID, StandingGoal> byId;

		private final Map<UUID, Base> bases;

		Comparing(StoredImport stored, List<StandingGoal> standing) {
			this.stored = stored;
			this.standing = standing;
			this.byId = standing.stream().collect(Collectors.toMap(StandingGoal::id, Function.identity()));
			List<Base> all = (stored.read().layout() != null) ? stored.read().layout().bases() : List.of();
			this.bases = all.stream().collect(Collectors.toMap(Base::goal, Function.identity()));
		}

		List<Compared> compare() {
			List<Compared> goals = new ArrayList<>(head().toList());
			List<DraftGoal> drafted = this.stored.draft().goals();
			Set<UUID> taken = new HashSet<>();
			for (int i = 0; i < drafted.size(); i++) {
				DraftGoal goal = drafted.get(i);
				Base base = taken.add(goal.id()) ? this.bases.get(goal.id()) : null;
				goals.add(compared(goal.id(), goal.kind(), goal.number(), goal.content(), base,
						"/draft/goals/" + i + "/content"));
			}
			Set<UUID> there = goals.stream().map(Compared::id).collect(Collectors.toSet());
			this.standing.stream()
				.filter((goal) -> !there.contains(goal.id()))
				.map((goal) -> new Compared(goal.id(), goal.kind(), goal.number(), Status.MISSING, goal, null, null,
						""))
				.forEach(goals::add);
			return goals;
		}

		/** Mission and policies stand by themselves in a draft. */
		private Stream<Compared> head() {
			ImportDraft draft = this.stored.draft();
			Base base = this.bases.values()
				.stream()
				.filter((each) -> each.kind() == GoalKind.MISSION_AND_POLICIES)
				.findFirst()
				.orElse(null);
			if (base == null && draft.mission().isEmpty() && draft.policies().isEmpty()) {
				return Stream.empty();
			}
			UUID id = (base != null) ? base.goal() : this.stored.id();
			StandingGoal there = (base != null) ? this.byId.get(base.goal()) : null;
			GoalContent before = (there != null) ? there.content() : GoalContent.EMPTY;
			return Stream.of(compared(id, GoalKind.MISSION_AND_POLICIES, 1,
					before.withHead(draft.mission(), draft.policies()), base, "/draft"));
		}

		private Compared compared(UUID id, GoalKind kind, int number, GoalContent content, @Nullable Base base,
				String pointer) {
			StandingGoal there = (base != null) ? this.byId.get(base.goal()) : null;
			return new Compared(id, kind, number, status(content, base, there), there, content, base, pointer);
		}

		private static Status status(GoalContent content, @Nullable Base base, @Nullable StandingGoal there) {
			if (base == null) {
				return Status.NEW;
			}
			if (there == null) {
				return Status.GONE;
			}
			if (content.equals(there.content()) || isUntouched(content, base)) {
				return Status.UNCHANGED;
			}
			return (base.revision() == there.revision()) ? Status.CHANGED : Status.CONFLICT;
		}

		private static boolean isUntouched(GoalContent content, Base base) {
			GoalContent checked = (base.kind() == GoalKind.MISSION_AND_POLICIES)
					? GoalContent.EMPTY.withHead(content.mission(), content.policies()) : content;
			return GoalWorkbook.check(checked).equals(base.check());
		}

	}

}
