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

	Mono<List<Report>> ofSheet(Actor actor, int fiscalYear, UUID unit, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope.bind(this.database
			.sql(ReportRepository.SELECT
					+ " and r.fiscal_year = :year and r.owner_unit = :unit and r.round = :round and " + scope.on("r")
					+ " order by c.kind desc, c.number, r.id limit " + MOST)
			.bind("municipality", actor.municipality())
			.bind("year", fiscalYear)
			.bind("unit", unit)
			.bind("round", round.name())).map(ReportRepository::report).all().collectList();
	}

	/** What sheets consist of, without contents. */
	Mono<List<Standing>> standings(Actor actor, int fiscalYear, Round round) {
		ReviewScope scope = ReviewScope.of(actor);
		return scope
			.bind(this.database.sql("""
					select r.owner_unit, r.state, count(*) as reports from report r
					where r.municipality = :municipality and r.fiscal_year = :year and r.round = :round and %s
					group by r.owner_unit, r.state
					""".formatted(scope.on("r")))
				.bind("municipality", actor.municipality())
				.bind("year", fiscalYear)
				.bind("round", round.name()))
			.map(Standing::of)
			.all()
			.collectList();
	}

}
