package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.ReviewState;
import jp.meguri.review.ReviewScope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The sheets. Whoever changes a goal locks its sheet first: that orders the sheet's
 * events and keeps two changes of one goal apart.
 */
@Repository
class SheetRepository {

	private final DatabaseClient client;

	SheetRepository(DatabaseClient client) {
		this.client = client;
	}

	Mono<GoalSheet> find(UUID municipality, int fiscalYear, UUID unit) {
		return this.client.sql("""
				select * from goal_sheet
				where municipality = :municipality and fiscal_year = :year and owner_unit = :unit
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.map(Rows::sheet)
			.one();
	}

	/** The sheet, created if need be, locked until the end of the transaction. */
	Mono<GoalSheet> lockOrCreate(UUID municipality, int fiscalYear, UUID unit) {
		Mono<Void> create = this.client.sql("""
				insert into goal_sheet (id, municipality, fiscal_year, owner_unit)
				values (:id, :municipality, :year, :unit)
				on conflict (municipality, fiscal_year, owner_unit) do nothing
				""")
			.bind("id", Ids.next())
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.then();
		return create.then(lock(municipality, fiscalYear, unit));
	}

	/** The sheet, locked until the end of the transaction; empty where there is none. */
	Mono<GoalSheet> lock(UUID municipality, int fiscalYear, UUID unit) {
		return this.client.sql("""
				select * from goal_sheet
				where municipality = :municipality and fiscal_year = :year and owner_unit = :unit for update
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.map(Rows::sheet)
			.one();
	}

	/** The next place in the order of the sheet's events. */
	Mono<Long> nextSeq(Goal goal) {
		return this.client.sql("""
				update goal_sheet set seq = seq + 1
				where id = :id and municipality = :municipality and owner_unit = :unit returning seq
				""")
			.bind("id", goal.sheet())
			.bind("municipality", goal.municipality())
			.bind("unit", goal.ownerUnit())
			.map((row) -> Rows.get(row, "seq", Long.class))
			.one();
	}

	Mono<Void> restructured(GoalSheet sheet) {
		return this.client.sql("""
				update goal_sheet set structure_revision = structure_revision + 1
				where id = :id and municipality = :municipality and owner_unit = :unit
				""")
			.bind("id", sheet.id())
			.bind("municipality", sheet.municipality())
			.bind("unit", sheet.ownerUnit())
			.then();
	}

	/** How many goals the person may see, by unit and state. */
	Mono<List<StateCount>> counts(Actor actor, int fiscalYear) {
		var scope = ReviewScope.of(actor);
		return scope.bind(this.client.sql("""
				select g.sheet, g.owner_unit, g.state, count(*) as goals from goal g
				where g.fiscal_year = :year and %s
				group by g.sheet, g.owner_unit, g.state
				""".formatted(scope.on("g"))))
			.bind("year", fiscalYear)
			.map((row) -> new StateCount(Rows.uuid(row, "sheet"), Rows.uuid(row, "owner_unit"),
					ReviewState.valueOf(Rows.text(row, "state")), Rows.get(row, "goals", Long.class)))
			.all()
			.collectList();
	}

}
