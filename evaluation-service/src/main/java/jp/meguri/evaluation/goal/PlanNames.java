package jp.meguri.evaluation.goal;

import io.r2dbc.spi.Readable;
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

	/**
	 * An edition by name, as its sheet has it; in the catalog it may go by another id.
	 * Empty while the catalog has not announced it.
	 */
	public Mono<PlanName> of(UUID municipality, UUID edition) {
		return all(municipality).flatMap((names) -> Mono.justOrEmpty(names.get(edition)));
	}

	/** Names of all editions, by every id they go by. */
	public Mono<Map<UUID, PlanName>> all(UUID municipality) {
		return this.database.sql("""
				select edition, name, edition_name from plan_name where municipality = :municipality
				union all
				select m.offered, p.name, p.edition_name from catalog_match m
				join plan_name p on p.municipality = m.municipality and p.edition = m.present
				where m.municipality = :municipality
				""").bind("municipality", municipality).map(PlanName::of).all().collectMap(PlanName::edition);
	}

	Mono<Void> keep(UUID municipality, PlanEditionChanged edition) {
		return this.database
			.sql("""
					insert into plan_name (municipality, edition, dimension, name, edition_name, first_year, last_year)
					values (:municipality, :edition, :dimension, :name, :editionName, :first, :last)
					on conflict (municipality, edition) do update set dimension = excluded.dimension,
					    name = excluded.name, edition_name = excluded.edition_name, first_year = excluded.first_year, last_year = excluded.last_year
					""")
			.bind("municipality", municipality)
			.bind("edition", edition.id())
			.bind("dimension", edition.dimension())
			.bind("name", edition.planName())
			.bind("editionName", edition.name())
			.bind("first", edition.firstYear())
			.bind("last", edition.lastYear())
			.fetch()
			.rowsUpdated()
			.then();
	}

	/**
	 * @param planName e.g. 行政改革実施計画
	 * @param name e.g. 第3次
	 */
	public record PlanName(UUID edition, String planName, String name) {

		static PlanName of(Readable row) {
			return new PlanName(Columns.uuid(row, "edition"), Columns.text(row, "name"),
					Columns.text(row, "edition_name"));
		}

	}

}
