package jp.meguri.evaluation.report;

import java.util.List;
import java.util.UUID;
import jp.meguri.directory.Actor;
import jp.meguri.events.content.Round;
import jp.meguri.review.ReviewScope;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Reports as a person may see them: every statement carries the city and the person's
 * scope, so that foreign and absent look alike.
 */
@Repository
class VisibleReports {

	private static final int MOST = 500;

	private static final int MOST_OF_A_PLAN = 2000;

	private final DatabaseClient database;

	VisibleReports(DatabaseClient database) {
		this.database = database;
	}

	Mono<Report> find(Actor actor, UUID id) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope
			.bind(this.database.sql(ReportRepository.SELECT + " and r.id = :id and " + scope.on("r"))
				.bind("municipality", actor.municipality())
				.bind("id", id))
			.map(ReportRepository::report)
			.one();
	}

	/** The same, locked until the end of the transaction. */
	Mono<Report> locked(Actor actor, UUID id) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope
			.bind(this.database
				.sql(ReportRepository.SELECT + " and r.id = :id and " + scope.on("r") + " for update of r")
				.bind("municipality", actor.municipality())
				.bind("id", id))
			.map(ReportRepository::report)
			.one();
	}

	/** The reports of a unit's own sheet. */
	Mono<List<Report>> ofSheet(Actor actor, int fiscalYear, UUID unit, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.database.sql(ReportRepository.SELECT
				+ " and r.fiscal_year = :year and r.owner_unit = :unit and c.edition is null and r.round = :round and "
				+ scope.on("r") + " order by c.kind desc, c.number, r.id limit " + MOST)
			.bind("municipality", actor.municipality())
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.bind("round", round.name())).map(ReportRepository::report).all().collectList();
	}

	/** The reports on the sheet of a plan's edition. */
	Mono<List<Report>> ofPlanSheet(Actor actor, int fiscalYear, UUID edition, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.database
			.sql(ReportRepository.SELECT
					+ " and r.fiscal_year = :year and c.edition = :edition and r.round = :round and " + scope.on("r")
					+ " order by c.kind desc, c.number, r.id limit " + MOST_OF_A_PLAN)
			.bind("municipality", actor.municipality())
			.bind("year", fiscalYear)
			.bind("edition", edition)
			.bind("round", round.name())).map(ReportRepository::report).all().collectList();
	}

	/** What units' sheets consist of, without contents. */
	Mono<List<Standing>> standings(Actor actor, int fiscalYear, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope
			.bind(this.database.sql("""
					select r.owner_unit as owner, r.state, count(*) as reports from report r
					left join goal_copy c on c.municipality = r.municipality and c.id = r.goal
					where r.municipality = :municipality and r.fiscal_year = :year and r.round = :round
					  and c.edition is null and %s
					group by r.owner_unit, r.state
					""".formatted(scope.on("r")))
				.bind("municipality", actor.municipality())
				.bind("year", fiscalYear)
				.bind("round", round.name()))
			.map(Standing::of)
			.all()
			.collectList();
	}

	/** What plans' sheets consist of, without contents. */
	Mono<List<Standing>> planStandings(Actor actor, int fiscalYear, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope
			.bind(this.database.sql("""
					select c.edition as owner, r.state, count(*) as reports from report r
					join goal_copy c on c.municipality = r.municipality and c.id = r.goal
					where r.municipality = :municipality and r.fiscal_year = :year and r.round = :round
					  and c.edition is not null and %s
					group by c.edition, r.state
					""".formatted(scope.on("r")))
				.bind("municipality", actor.municipality())
				.bind("year", fiscalYear)
				.bind("round", round.name()))
			.map(Standing::of)
			.all()
			.collectList();
	}

}
