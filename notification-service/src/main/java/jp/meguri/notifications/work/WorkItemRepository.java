package jp.meguri.notifications.work;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
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
				                       state, mode, last_writer, changed_at)
				values (:id, :municipality, :kind, :sheet, :unit, :year, :round, :part, :title, :state, :mode,
				        :writer, :at)
				on conflict (id) do update
				set owner_unit = excluded.owner_unit, title = excluded.title, state = excluded.state,
				    mode = excluded.mode, last_writer = excluded.last_writer, changed_at = excluded.changed_at
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
			.then();
	}

	Mono<Void> delete(UUID municipality, UUID id) {
		return this.database.sql("delete from work_item where id = :id and municipality = :municipality")
			.bind("id", id)
			.bind("municipality", municipality)
			.then();
	}

	/** Everything of one fiscal year. */
	public Mono<List<WorkItem>> ofYear(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select * from work_item
				where municipality = :municipality and fiscal_year = :year
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
				select * from work_item
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
				select * from work_item
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
				row.get("last_writer", UUID.class), row.get("changed_at", Instant.class));
	}

}
