package jp.meguri.goals.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Unit;
import jp.meguri.events.content.Responsibility;
import jp.meguri.goals.imports.ImportDraft.DraftGoal;
import jp.meguri.goals.imports.ImportDraft.DraftUnit;
import jp.meguri.reading.layout.Width;
import org.jspecify.annotations.Nullable;

/**
 * Which units of a year's city office a document may mean: those whose name is exactly
 * the printed one, apart from width and blanks, and only where one unit has it. Nothing
 * else is proposed.
 */
final class UnitProposals {

	private final Map<String, List<UUID>> byName;

	UnitProposals(CityDirectory city, int fiscalYear) {
		this.byName = city.units(fiscalYear)
			.stream()
			.collect(Collectors.groupingBy((unit) -> Width.key(unit.nameIn(fiscalYear)),
					Collectors.mapping(Unit::id, Collectors.toList())));
	}

	/** The unit of that name, or null. */
	@Nullable UUID named(String printed) {
		List<UUID> named = this.byName.getOrDefault(Width.key(printed), List.of());
		return (named.size() == 1 && !Width.key(printed).isEmpty()) ? named.get(0) : null;
	}

	ImportDraft in(ImportDraft draft) {
		List<DraftUnit> proposed = draft.organisation()
			.stream()
			.map((unit) -> unit.group() ? unit
					: new DraftUnit(unit.name(), named(unit.name()), false, unit.kind(), false))
			.toList();
		return new ImportDraft(draft.mission(), draft.policies(), draft.review(), draft.goals(), draft.plan(), proposed,
				draft.indicators());
	}

	/** Of a form, which has no list of sections: the names its goals print. */
	ImportDraft inGoals(ImportDraft draft) {
		return new ImportDraft(draft.mission(), draft.policies(), draft.review(),
				draft.goals().stream().map(this::in).toList(), draft.plan(), draft.organisation(), draft.indicators());
	}

	private DraftGoal in(DraftGoal goal) {
		List<Responsibility> tied = goal.content()
			.responsibilities()
			.stream()
			.map((each) -> (each.unit() != null || each.group()) ? each
					: new Responsibility(each.id(), each.role(), named(each.name()), each.name(), false))
			.toList();
		return new DraftGoal(goal.id(), goal.kind(), goal.number(), goal.content().withResponsibilities(tied),
				goal.result(), goal.node());
	}

}
