package jp.meguri.notifications.work;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReviewState;
import org.springframework.r2dbc.core.DatabaseClient;

import reactor.core.publisher.Mono;

/**
 * Goals and reports of one city; every query names the city and runs in its transaction.
 */
public final class WorkItemRepository {

	private final DatabaseClient database;

	public WorkItemRepository(DatabaseClient database) {
		this.database = database;
	}

	Mono<Void> save(WorkItem item) {
		return this.database.sql("""
				insert into work_item (id, municipality, kind, sheet, owner_unit, fiscal_year, round, part, title,
				                       state, mode, last_writer, changed_at, goal, edition)
				values (:id, :municipality, :kind, :sheet, :unit, :year, :round, :part, :title, :state, :mode,
				        :writer, :at, :goal, :edition)
				on conflict (id) do update
				set owner_unit = excluded.owner_unit, title = excluded.title, state = excluded.state,
				    mode = excluded.mode, last_writer = excluded.last_writer, changed_at = excluded.changed_at,
				    goal = excluded.goal, edition = excluded.edition
				where work_item.municipality = excluded.municipality
				""")
			.bind("id", item.id())
			.bind("municipality", item.municipality())
			.bind("kind", item.kind().name())
			.bind("sheet", item.sheet())
			.bind("unit", item.ownerUnit())
			.bind("year", item.fiscalYear())
			.bind("round", item.round())
			.bind("part", item.part())
			.bind("title", item.title())
			.bind("state", item.state().name())
			.bind("mode", item.mode().name())
			.bind("writer", (item.lastWriter() != null) ? Parameters.in(item.lastWriter()) : Parameters.in(UUID.class))
			.bind("at", item.changedAt())
			.bind("goal", item.goal())
			.bind("edition", (item.edition() != null) ? Parameters.in(item.edition()) : Parameters.in(UUID.class))
			.then();
	}

	Mono<Void> delete(UUID municipality, UUID id) {
		return this.database.sql("delete from work_item where id = :id and municipality = :municipality")
			.bind("id", id)
			.bind("municipality", municipality)
			.then();
	}

	/** A plan as the catalog announced it. */
	Mono<Void> savePlanName(UUID municipality, UUID edition, String name) {
		return this.database.sql("""
				insert into plan_name (municipality, edition, name) values (:municipality, :edition, :name)
				on conflict (municipality, edition) do update set name = excluded.name
				""").bind("municipality", municipality).bind("edition", edition).bind("name", name).then();
	}

	/** The same plan under another id; nothing where it is none. */
	Mono<Void> copyPlanName(UUID municipality, UUID edition, UUID alias) {
		return this.database.sql("""
				insert into plan_name (municipality, edition, name)
				select municipality, :alias, name from plan_name
				where municipality = :municipality and edition = :edition
				on conflict (municipality, edition) do update set name = excluded.name
				""").bind("municipality", municipality).bind("edition", edition).bind("alias", alias).then();
	}

	/** The plans' names by edition; a plan that is not announced yet is absent. */
	public Mono<Map<UUID, String>> planNames(UUID municipality) {
		return this.database.sql("select edition, name from plan_name where municipality = :municipality")
			.bind("municipality", municipality)
			.map((row) -> Map.entry(row.get("edition", UUID.class), row.get("name", String.class)))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	/** Everything of one fiscal year on units' own sheets. */
	public Mono<List<WorkItem>> ofYear(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select *, coalesce(goal, id) as about from work_item
				where municipality = :municipality and fiscal_year = :year and edition is null
				order by owner_unit, kind, part, id
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map(WorkItemRepository::read)
			.all()
			.collectList();
	}

	/** Everything in the given states, over all years. */
	public Mono<List<WorkItem>> inStates(UUID municipality, List<ReviewState> states) {
		return this.database.sql("""
				select *, coalesce(goal, id) as about from work_item
				where municipality = :municipality and state = any(:states)
				order by fiscal_year desc, owner_unit, kind, part, id
				""")
			.bind("municipality", municipality)
			.bind("states", states.stream().map(Enum::name).toArray(String[]::new))
			.map(WorkItemRepository::read)
			.all()
			.collectList();
	}

	/** What a unit still owes for one kind and round. */
	public Mono<List<WorkItem>> ofUnit(UUID municipality, UUID unit, int fiscalYear, WorkKind kind, String round) {
		return this.database.sql("""
				select *, coalesce(goal, id) as about from work_item
				where municipality = :municipality and owner_unit = :unit and fiscal_year = :year and kind = :kind
				  and round = :round
				order by id
				""")
			.bind("municipality", municipality)
			.bind("unit", unit)
			.bind("year", fiscalYear)
			.bind("kind", kind.name())
			.bind("round", round)
			.map(WorkItemRepository::read)
			.all()
			.collectList();
	}

	private static WorkItem read(Readable row) {
		return new WorkItem(row.get("id", UUID.class), row.get("municipality", UUID.class),
				WorkKind.valueOf(row.get("kind", String.class)), row.get("sheet", UUID.class),
				row.get("owner_unit", UUID.class), row.get("fiscal_year", Integer.class),
				row.get("round", String.class), row.get("part", String.class), row.get("title", String.class),
				ReviewState.valueOf(row.get("state", String.class)), CycleMode.valueOf(row.get("mode", String.class)),
				row.get("last_writer", UUID.class), row.get("changed_at", Instant.class), row.get("about", UUID.class),
				row.get("edition", UUID.class));
	}

}
