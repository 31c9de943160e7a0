package jp.meguri.evaluation.report;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.CycleMode;
import jp.meguri.events.content.ReportContent;
import jp.meguri.events.content.ReviewState;
import jp.meguri.events.content.Round;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reports in the database. Every statement names the city; what a person asks for carries
 * the person's scope too, see {@link VisibleReports}.
 */
@Repository
public class ReportRepository {

	static final String SELECT = """
			select r.*, coalesce(g.content ->> 'title', r.goal_title) as title,
			       c.edition
			from report r
			left join goal_copy c on c.municipality = r.municipality and c.id = r.goal
			left join goal_revision g on g.municipality = c.municipality and g.goal = c.id
			    and g.revision = c.confirmed_revision
			where r.municipality = :municipality
			""";

	private final DatabaseClient database;

	ReportRepository(DatabaseClient database) {
		this.database = database;
	}

	/** Open it, once per goal and round; empty where it is open already. */
	Mono<Report> open(Report report, Instant at) {
		return bind(
				this.database
					.sql("""
							insert into report (municipality, id, goal, goal_revision, goal_title, sheet, owner_unit, named_units,
							    fiscal_year, round, mode, state, revision, version, content, touched, last_writer, last_writer_name, updated_at)
							values (:municipality, :id, :goal, :goalRevision, :title, :sheet, :unit, :named, :year, :round, :mode, :state,
							    :revision, :version, cast(:content as jsonb), :touched, :writer, :writerName, :at)
							on conflict (municipality, goal, round) do nothing
							"""),
				report, at)
			.bind("goal", report.goal())
			.bind("goalRevision", report.goalRevision())
			.bind("title", report.goalTitle())
			.bind("sheet", report.sheet())
			.bind("unit", report.ownerUnit())
			.bind("named", report.namedUnits().toArray(UUID[]::new))
			.bind("year", report.fiscalYear())
			.bind("round", report.round().name())
			.bind("mode", report.mode().name())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.map((rows) -> report);
	}

	/**
	 * Store what it became. No row is changed when somebody else was faster: empty.
	 */
	Mono<Report> save(Report report, Instant at) {
		return bind(this.database.sql("""
				update report set state = :state, revision = :revision, version = :version,
				    content = cast(:content as jsonb), touched = :touched, last_writer = :writer,
				    last_writer_name = :writerName, updated_at = :at
				where municipality = :municipality and id = :id and version = :version - 1
				"""), report, at).fetch().rowsUpdated().filter((rows) -> rows == 1).map((rows) -> report);
	}

	/** The report of a goal and round, locked until the end of the transaction. */
	Mono<Report> lockedOf(UUID municipality, UUID goal, Round round) {
		return this.database.sql(SELECT + " and r.goal = :goal and r.round = :round for update of r")
			.bind("municipality", municipality)
			.bind("goal", goal)
			.bind("round", round.name())
			.map(ReportRepository::report)
			.one();
	}

	/** A report, locked until the end of the transaction. */
	Mono<Report> locked(UUID municipality, UUID id) {
		return this.database.sql(SELECT + " and r.id = :id for update of r")
			.bind("municipality", municipality)
			.bind("id", id)
			.map(ReportRepository::report)
			.one();
	}

	/** Reports of goals in a round, for a release. */
	public Mono<List<Report>> ofGoals(UUID municipality, Collection<UUID> goals, Round round) {
		return this.database.sql(SELECT + " and r.goal = any(:goals) and r.round = :round")
			.bind("municipality", municipality)
			.bind("goals", goals.toArray(UUID[]::new))
			.bind("round", round.name())
			.map(ReportRepository::report)
			.all()
			.collectList();
	}

	static Report report(Readable row) {
		return new Report(Columns.uuid(row, "id"), Columns.uuid(row, "municipality"), Columns.uuid(row, "goal"),
				Columns.number(row, "goal_revision"), Columns.text(row, "title"), Columns.uuid(row, "sheet"),
				Columns.uuid(row, "owner_unit"), Set.of(Columns.get(row, "named_units", UUID[].class)),
				Columns.integer(row, "fiscal_year"), Columns.code(row, "round", Round.class),
				Columns.code(row, "mode", CycleMode.class), Columns.code(row, "state", ReviewState.class),
				Columns.number(row, "revision"), Columns.number(row, "version"),
				Columns.json(row, "content", ReportContent.class), Columns.get(row, "touched", Boolean.class),
				row.get("last_writer", UUID.class), Columns.text(row, "last_writer_name"),
				row.get("edition", UUID.class));
	}

	private static GenericExecuteSpec bind(GenericExecuteSpec statement, Report report, Instant at) {
		GenericExecuteSpec bound = statement.bind("municipality", report.municipality())
			.bind("id", report.id())
			.bind("state", report.state().name())
			.bind("revision", report.revision())
			.bind("version", report.version())
			.bind("content", StoredJson.write(report.content()))
			.bind("touched", report.touched())
			.bind("writerName", report.lastWriterName())
			.bind("at", at);
		@Nullable UUID writer = report.lastWriter();
		return (writer != null) ? bound.bind("writer", writer) : bound.bindNull("writer", UUID.class);
	}

}
