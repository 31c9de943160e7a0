package jp.meguri.goals.sheet;

import java.util.List;
import java.util.UUID;
import jp.meguri.database.Ids;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.ReviewState;
import jp.meguri.review.ReviewScope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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

	Mono<GoalSheet> find(UUID municipality, SheetAddress address) {
		return at(municipality, address, "").map(Rows::sheet).one();
	}

	/** The sheet, created if need be, locked until the end of the transaction. */
	Mono<GoalSheet> lockOrCreate(UUID municipality, SheetAddress address) {
		String owner = address.ofPlan() ? "edition" : "owner_unit";
		Mono<Void> create = this.client.sql("""
				insert into goal_sheet (id, municipality, fiscal_year, %s)
				values (:id, :municipality, :year, :owner) on conflict do nothing
				""".formatted(owner))
			.bind("id", Ids.next())
			.bind("municipality", municipality)
			.bind("year", address.fiscalYear())
			.bind("owner", address.owner())
			.then();
		return create.then(lock(municipality, address));
	}

	/** The sheet, locked until the end of the transaction; empty where there is none. */
	Mono<GoalSheet> lock(UUID municipality, SheetAddress address) {
		return at(municipality, address, "for update").map(Rows::sheet).one();
	}

	/** The goal's sheet, locked until the end of the transaction. */
	Mono<GoalSheet> lock(Goal goal) {
		return this.client
			.sql("select * from goal_sheet s where s.id = :id and s.municipality = :municipality for update")
			.bind("id", goal.sheet())
			.bind("municipality", goal.municipality())
			.map(Rows::sheet)
			.one();
	}

	private GenericExecuteSpec at(UUID municipality, SheetAddress address, String suffix) {
		return address.bind(this.client.sql("""
				select * from goal_sheet s where s.municipality = :municipality and %s %s
				""".formatted(address.on("s"), suffix))).bind("municipality", municipality);
	}

	/** The next place in the order of the sheet's events. */
	Mono<Long> nextSeq(Goal goal) {
		return this.client.sql("""
				update goal_sheet set seq = seq + 1
				where id = :id and municipality = :municipality and (owner_unit = :unit or edition is not null)
				returning seq
				""")
			.bind("id", goal.sheet())
			.bind("municipality", goal.municipality())
			.bind("unit", goal.ownerUnit())
			.map((row) -> Rows.get(row, "seq", Long.class))
			.one();
	}

	Mono<Void> restructured(GoalSheet sheet) {
		return sheet.address()
			.bind(this.client.sql("""
					update goal_sheet set structure_revision = structure_revision + 1
					where id = :id and municipality = :municipality and %s
					""".formatted(sheet.address().on("goal_sheet"))))
			.bind("id", sheet.id())
			.bind("municipality", sheet.municipality())
			.then();
	}

	/** How many goals of units' sheets the person may see, by unit and state. */
	Mono<List<StateCount>> counts(Actor actor, int fiscalYear) {
		return counts(actor, fiscalYear, "g.edition is null");
	}

	/** How many goals of plans' sheets the person may see, by sheet, owner and state. */
	Mono<List<StateCount>> planCounts(Actor actor, int fiscalYear) {
		return counts(actor, fiscalYear, "g.edition is not null");
	}

	private Mono<List<StateCount>> counts(Actor actor, int fiscalYear, String which) {
		var scope = ReviewScope.of(actor);
		return scope.bind(this.client.sql("""
				select g.sheet, g.owner_unit, g.state, count(*) as goals from goal g
				where g.fiscal_year = :year and %s and %s
				group by g.sheet, g.owner_unit, g.state
				""".formatted(which, scope.on("g"))))
			.bind("year", fiscalYear)
			.map((row) -> new StateCount(Rows.uuid(row, "sheet"), Rows.uuid(row, "owner_unit"),
					ReviewState.valueOf(Rows.text(row, "state")), Rows.get(row, "goals", Long.class)))
			.all()
			.collectList();
	}

}
