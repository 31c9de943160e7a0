package jp.meguri.reading.draft;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A document as it was read. Every character of the source that is not blank is either in
 * a field or in a leftover.
 *
 * @param family what kind of document it is
 * @param header the head of the sheet
 * @param fiscalYear the proposed year
 * @param mission 部局の使命
 * @param policies 取り組み方針
 * @param review 取り組みの総括
 * @param goals the goals in document order
 * @param plan what a plan's document says, or null for a department's sheet
 * @param remarks what a person should look at, in document order
 * @param leftovers what is in no field, in document order
 */
public record Reading(Family family, SheetHeader header, YearProposal fiscalYear, List<Entry> mission,
		List<Entry> policies, List<Entry> review, List<GoalDraft> goals, @Nullable PlanDraft plan, List<Remark> remarks,
		List<Leftover> leftovers) {

	public Reading {
		mission = List.copyOf(mission);
		policies = List.copyOf(policies);
		review = List.copyOf(review);
		goals = List.copyOf(goals);
		remarks = List.copyOf(remarks);
		leftovers = List.copyOf(leftovers);
	}

	/** The same reading with more to look at. */
	public Reading with(List<Remark> more) {
		List<Remark> all = Stream.concat(this.remarks.stream(), more.stream())
			.sorted(Comparator.comparing(Remark::span))
			.toList();
		return new Reading(this.family, this.header, this.fiscalYear, this.mission, this.policies, this.review,
				this.goals, this.plan, all, this.leftovers);
	}

	/** How many decisions are asked of the person who registers it. */
	public long decisions() {
		return this.remarks.stream().filter(Remark::decision).count();
	}

	/** Families of documents (domain guide 2). */
	public enum Family {

		/** 部局別の目標シート. */
		DEPARTMENT_GOAL_SHEET,
		/** 改革プラン: items of several years with initiatives, phases and targets. */
		REFORM_PLAN,
		/** 計画の進捗評価: initiatives with progress, issues, next step and grade. */
		PLAN_PROGRESS,
		/** 実施計画の取組み結果 in the columns Plan, Do, Check, Action. */
		PDCA_RESULTS,
		/** No reader knows it. */
		UNKNOWN

	}

}
