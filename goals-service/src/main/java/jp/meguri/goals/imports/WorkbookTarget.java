package jp.meguri.goals.imports;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.meguri.directory.Actor;
import jp.meguri.directory.CityDirectory;
import jp.meguri.directory.Unit;
import jp.meguri.goals.sheet.StandingGoal;
import jp.meguri.workbook.SheetNames;
import jp.meguri.workbook.WorkbookCover;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The sheet a workbook of ours updates: what the sender said, else what its cover says,
 * if the sender writes for that unit.
 *
 * @param unit null where it updates no sheet
 * @param goals what stands there now, as far as the sender sees it
 */
record WorkbookTarget(Actor actor, CityDirectory city, WorkbookCover cover, @Nullable UUID unit, int fiscalYear,
		List<StandingGoal> goals) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static WorkbookTarget of(Actor actor, CityDirectory city, WorkbookCover cover, Upload upload) {
		UUID said = upload.unit();
		Integer saidYear = upload.fiscalYear();
		UUID unit = (said != null) ? said : cover.owner();
		int year = (saidYear != null) ? saidYear : cover.fiscalYear();
		boolean known = ImportService.mayImportFor(actor, unit)
				&& city.unit(unit).flatMap((found) -> found.in(year)).isPresent();
		return new WorkbookTarget(actor, city, cover, known ? unit : null, year, List.of());
	}

	WorkbookTarget with(List<StandingGoal> standing) {
		return new WorkbookTarget(this.actor, this.city, this.cover, this.unit, this.fiscalYear, standing);
	}

	/** Whether it is the very sheet the workbook was written from. */
	boolean isOfTheCover() {
		return this.cover.owner().equals(this.unit) && this.cover.fiscalYear() == this.fiscalYear;
	}

	/** Ids of the goals and of everything in them. */
	Set<UUID> ids() {
		Set<UUID> ids = new HashSet<>();
		this.goals.forEach((goal) -> {
			ids.add(goal.id());
			JSON.valueToTree(goal.content())
				.findValues("id")
				.stream()
				.filter(JsonNode::isString)
				.forEach((id) -> ids.add(UUID.fromString(id.asString())));
		});
		return ids;
	}

	SheetNames names() {
		return new SheetNames(this.actor.city().name(), this.cover.name(),
				this.city.units(this.fiscalYear)
					.stream()
					.collect(Collectors.toMap(Unit::id, (found) -> found.nameIn(this.fiscalYear))));
	}

}
