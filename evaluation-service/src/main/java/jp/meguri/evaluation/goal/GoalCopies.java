package jp.meguri.evaluation.goal;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.GoalContent;
import jp.meguri.events.content.GoalKind;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.goals.GoalSnapshot;
import jp.meguri.review.ReviewScope;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The stored goal copies. Of a draft only its place and state are known here; content is
 * kept once it is confirmed, each revision for good.
 */
@Repository
public class GoalCopies {

	private static final String SELECT = """
			select g.*, r.content from goal_copy g
			left join goal_revision r on r.municipality = g.municipality and r.goal = g.id
			    and r.revision = g.confirmed_revision
			where g.municipality = :municipality and not g.deleted
			""";

	private final DatabaseClient database;

	GoalCopies(DatabaseClient database) {
		this.database = database;
	}

	/** Take over what was announced. */
	public Mono<Void> keep(UUID municipality, GoalSnapshot goal, CycleMode mode) {
		boolean confirmed = GoalCopy.isConfirmed(goal.state());
		GenericExecuteSpec statement = this.database.sql("""
				insert into goal_copy (municipality, id, sheet, owner_unit, fiscal_year, kind, number, state, revision,
				    confirmed_revision, mode, edition, named_units)
				values (:municipality, :id, :sheet, :unit, :year, :kind, :number, :state, :revision,
				    case when :confirmed then :revision end, :mode, :edition, :named)
				on conflict (municipality, id) do update set sheet = excluded.sheet, owner_unit = excluded.owner_unit,
				    fiscal_year = excluded.fiscal_year, kind = excluded.kind, number = excluded.number,
				    state = excluded.state, revision = excluded.revision, mode = excluded.mode, deleted = false,
				    edition = excluded.edition, named_units = excluded.named_units,
				    confirmed_revision = coalesce(excluded.confirmed_revision, goal_copy.confirmed_revision)
				""")
			.bind("municipality", municipality)
			.bind("id", goal.id())
			.bind("sheet", goal.sheet())
			.bind("unit", goal.ownerUnit())
			.bind("year", goal.fiscalYear())
			.bind("kind", goal.kind().name())
			.bind("number", goal.number())
			.bind("state", goal.state().name())
			.bind("revision", goal.revision())
			.bind("confirmed", confirmed)
			.bind("mode", mode.name())
			.bind("named", GoalCopy.namedUnits(goal.content()).toArray(UUID[]::new));
		@Nullable UUID edition = goal.edition();
		return ((edition != null) ? statement.bind("edition", edition) : statement.bindNull("edition", UUID.class))
			.fetch()
			.rowsUpdated()
			.then(confirmed ? keepContent(municipality, goal) : Mono.empty());
	}

	/** The goal no longer exists; what was confirmed of it stays. */
	public Mono<Void> delete(UUID municipality, UUID goal) {
		return this.database.sql("update goal_copy set deleted = true where municipality = :municipality and id = :id")
			.bind("municipality", municipality)
			.bind("id", goal)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/** The goals of a unit's own sheet by kind and number. */
	public Mono<List<GoalCopy>> ofSheet(UUID municipality, int fiscalYear, UUID unit) {
		return this.database.sql(SELECT
				+ " and g.fiscal_year = :year and g.owner_unit = :unit and g.edition is null order by g.kind, g.number")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.map(GoalCopies::goal)
			.all()
			.collectList();
	}

	/** The goals on the sheet of a plan's edition by kind and number. */
	public Mono<List<GoalCopy>> ofPlanSheet(UUID municipality, int fiscalYear, UUID edition) {
		return this.database.sql(SELECT + """
				 and g.fiscal_year = :year and g.edition = :edition
				order by g.kind, g.number
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.bind("edition", edition)
			.map(GoalCopies::goal)
			.all()
			.collectList();
	}

	/** The confirmed goals of a year that are reported on. */
	public Mono<List<GoalCopy>> reportedIn(UUID municipality, int fiscalYear) {
		return this.database.sql(SELECT + " and g.fiscal_year = :year order by g.id")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map(GoalCopies::goal)
			.all()
			.filter((goal) -> goal.isConfirmed() && goal.isReported())
			.collectList();
	}

	/** Whether the person may see any goal on the sheet of a plan's edition. */
	public Mono<Boolean> seen(Actor actor, int fiscalYear, UUID edition) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.database.sql("""
				select exists (select from goal_copy g
				  where not g.deleted and g.fiscal_year = :year and g.edition = :edition and %s) as seen
				""".formatted(scope.on("g"))).bind("year", fiscalYear).bind("edition", edition))
			.map((row) -> Columns.get(row, "seen", Boolean.class))
			.one();
	}

	/** The confirmed content of a goal; empty where there is none. */
	public Mono<GoalContent> contentOf(UUID municipality, UUID goal) {
		return find(municipality, goal).map(GoalCopy::content).defaultIfEmpty(GoalContent.EMPTY);
	}

	public Mono<GoalCopy> find(UUID municipality, UUID goal) {
		return this.database.sql(SELECT + " and g.id = :id")
			.bind("municipality", municipality)
			.bind("id", goal)
			.map(GoalCopies::goal)
			.one();
	}

	private Mono<Void> keepContent(UUID municipality, GoalSnapshot goal) {
		return this.database.sql("""
				insert into goal_revision (municipality, goal, revision, content)
				values (:municipality, :goal, :revision, cast(:content as jsonb))
				on conflict (municipality, goal, revision) do nothing
				""")
			.bind("municipality", municipality)
			.bind("goal", goal.id())
			.bind("revision", goal.revision())
			.bind("content", StoredJson.write(goal.content()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static GoalCopy goal(Readable row) {
		@Nullable String content = row.get("content", String.class);
		@Nullable Long confirmed = row.get("confirmed_revision", Long.class);
		return new GoalCopy(Columns.uuid(row, "id"), Columns.uuid(row, "sheet"), Columns.uuid(row, "owner_unit"),
				Columns.integer(row, "fiscal_year"), Columns.code(row, "kind", GoalKind.class),
				Columns.integer(row, "number"), Columns.code(row, "state", ReviewState.class),
				Columns.number(row, "revision"), (confirmed != null) ? confirmed : 0,
				Columns.code(row, "mode", CycleMode.class),
				(content != null) ? StoredJson.read(content, GoalContent.class) : GoalContent.EMPTY,
				row.get("edition", UUID.class));
	}

}
