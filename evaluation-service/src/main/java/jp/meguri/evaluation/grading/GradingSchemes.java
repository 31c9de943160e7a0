package jp.meguri.evaluation.grading;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * The stored copies of the grading schemes.
 */
@Repository
public class GradingSchemes {

	private final DatabaseClient database;

	GradingSchemes(DatabaseClient database) {
		this.database = database;
	}

	/** The scheme in use in a fiscal year; empty where the city does not grade. */
	public Mono<GradingScheme> of(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select * from grading_scheme
				where municipality = :municipality and :year between first_year and last_year
				order by first_year desc, id limit 1
				""").bind("municipality", municipality).bind("year", fiscalYear).map(GradingSchemes::scheme).one();
	}

	/**
	 * Judge something by the scheme of a year, or by null where the city does not grade.
	 */
	public Mono<Void> check(UUID municipality, int fiscalYear, Consumer<@Nullable GradingScheme> rule) {
		return of(municipality, fiscalYear).map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.doOnNext((scheme) -> rule.accept(scheme.orElse(null)))
			.then();
	}

	public Mono<List<GradingScheme>> all(UUID municipality) {
		return this.database.sql("select * from grading_scheme where municipality = :municipality")
			.bind("municipality", municipality)
			.map(GradingSchemes::scheme)
			.all()
			.collectList();
	}

	Mono<Void> keep(UUID municipality, GradingSchemeChanged scheme) {
		return this.database.sql("""
				insert into grading_scheme (municipality, id, name, first_year, last_year, grades)
				values (:municipality, :id, :name, :first, :last, cast(:grades as jsonb))
				on conflict (municipality, id) do update set name = excluded.name, first_year = excluded.first_year,
				    last_year = excluded.last_year, grades = excluded.grades
				""")
			.bind("municipality", municipality)
			.bind("id", scheme.id())
			.bind("name", scheme.name())
			.bind("first", scheme.firstYear())
			.bind("last", scheme.lastYear())
			.bind("grades", StoredJson.write(scheme.grades()))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static GradingScheme scheme(Readable row) {
		return new GradingScheme(Columns.uuid(row, "id"), Columns.text(row, "name"), Columns.integer(row, "first_year"),
				Columns.integer(row, "last_year"), List.of(Columns.json(row, "grades", GradeDefinition[].class)));
	}

}
