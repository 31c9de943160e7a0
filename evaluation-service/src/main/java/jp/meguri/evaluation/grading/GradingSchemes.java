package jp.meguri.evaluation.grading;

import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.catalog.CatalogEvent.GradeDefinition;
import jp.meguri.events.catalog.CatalogEvent.GradingSchemeChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
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

	/**
	 * The schemes in use on a sheet, the one to choose from first: those of the plan's
	 * edition, else the city's of that fiscal year. Empty where the city does not grade.
	 * @param edition the plan's edition, or null for a unit's sheet
	 */
	public Mono<List<GradingScheme>> of(UUID municipality, int fiscalYear, @Nullable UUID edition) {
		return (edition == null) ? ofUnits(municipality, fiscalYear)
				: ofEdition(municipality, edition).filter((schemes) -> !schemes.isEmpty())
					.switchIfEmpty(ofUnits(municipality, fiscalYear));
	}

	private Mono<List<GradingScheme>> ofUnits(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select * from grading_scheme
				where municipality = :municipality and edition is null and :year between first_year and last_year
				order by first_year desc, id limit 1
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map(GradingSchemes::scheme)
			.all()
			.collectList();
	}

	// The edition may be in the catalog under another id than the sheet has it. The ids
	// of
	// schemes grow with time: the legend of the latest document first.
	private Mono<List<GradingScheme>> ofEdition(UUID municipality, UUID edition) {
		return this.database.sql("""
				select * from grading_scheme
				where municipality = :municipality and edition = coalesce(
				    (select present from catalog_match where municipality = :municipality and offered = :edition),
				    :edition)
				order by id desc
				""")
			.bind("municipality", municipality)
			.bind("edition", edition)
			.map(GradingSchemes::scheme)
			.all()
			.collectList();
	}

	/** All schemes of the city. */
	public Mono<List<GradingScheme>> all(UUID municipality) {
		return this.database.sql("select * from grading_scheme where municipality = :municipality")
			.bind("municipality", municipality)
			.map(GradingSchemes::scheme)
			.all()
			.collectList();
	}

	/** Takes over what was announced. */
	public Mono<Void> keep(UUID municipality, GradingSchemeChanged scheme) {
		GenericExecuteSpec statement = this.database.sql("""
				insert into grading_scheme (municipality, id, name, first_year, last_year, grades, edition)
				values (:municipality, :id, :name, :first, :last, cast(:grades as jsonb), :edition)
				on conflict (municipality, id) do update set name = excluded.name, first_year = excluded.first_year,
				    last_year = excluded.last_year, grades = excluded.grades, edition = excluded.edition
				""")
			.bind("municipality", municipality)
			.bind("id", scheme.id())
			.bind("name", scheme.name())
			.bind("first", scheme.firstYear())
			.bind("last", scheme.lastYear())
			.bind("grades", StoredJson.write(scheme.grades()));
		@Nullable UUID edition = scheme.edition();
		return ((edition != null) ? statement.bind("edition", edition) : statement.bindNull("edition", UUID.class))
			.fetch()
			.rowsUpdated()
			.then();
	}

	private static GradingScheme scheme(Readable row) {
		return new GradingScheme(Columns.uuid(row, "id"), Columns.text(row, "name"), Columns.integer(row, "first_year"),
				Columns.integer(row, "last_year"), List.of(Columns.json(row, "grades", GradeDefinition[].class)),
				row.get("edition", UUID.class));
	}

}
