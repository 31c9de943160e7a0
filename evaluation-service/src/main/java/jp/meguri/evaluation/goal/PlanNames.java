package jp.meguri.evaluation.goal;

import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.events.catalog.CatalogEvent.PlanEditionChanged;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * What the plans are called (総合計画, 基本政策), by dimension: releases copy the names in.
 */
@Repository
public class PlanNames {

	private final DatabaseClient database;

	PlanNames(DatabaseClient database) {
		this.database = database;
	}

	/** Names by dimension, of the editions valid in that year. */
	public Mono<Map<String, String>> in(UUID municipality, int fiscalYear) {
		return this.database.sql("""
				select distinct on (dimension) dimension, name from plan_name
				where municipality = :municipality
				order by dimension, (:year between first_year and last_year) desc, first_year desc
				""")
			.bind("municipality", municipality)
			.bind("year", fiscalYear)
			.map((row) -> Map.entry(Columns.text(row, "dimension"), Columns.text(row, "name")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	Mono<Void> keep(UUID municipality, PlanEditionChanged edition) {
		return this.database.sql("""
				insert into plan_name (municipality, edition, dimension, name, first_year, last_year)
				values (:municipality, :edition, :dimension, :name, :first, :last)
				on conflict (municipality, edition) do update set dimension = excluded.dimension,
				    name = excluded.name, first_year = excluded.first_year, last_year = excluded.last_year
				""")
			.bind("municipality", municipality)
			.bind("edition", edition.id())
			.bind("dimension", edition.dimension())
			.bind("name", edition.planName())
			.bind("first", edition.firstYear())
			.bind("last", edition.lastYear())
			.fetch()
			.rowsUpdated()
			.then();
	}

}
