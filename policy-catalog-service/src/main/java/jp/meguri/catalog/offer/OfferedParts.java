package jp.meguri.catalog.offer;

import java.util.UUID;
import jp.meguri.events.goals.ImportEvent;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Which parts of which imports were answered, and with which refusal.
 */
@Repository
class OfferedParts {

	private final DatabaseClient database;

	OfferedParts(DatabaseClient database) {
		this.database = database;
	}

	/**
	 * Until the end of the transaction nobody else takes over anything in that city, so
	 * that two documents about the same plan find each other's.
	 * @return true the first time a part is offered, false ever after
	 */
	Mono<Boolean> claim(UUID municipality, ImportEvent part) {
		return this.database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.bind("key", "catalog-offer/" + municipality)
			.then()
			.then(this.database.sql("""
					insert into import_part (municipality, import_id, part) values (:municipality, :import, :part)
					on conflict do nothing
					""")
				.bind("municipality", municipality)
				.bind("import", part.importId())
				.bind("part", part.part())
				.fetch()
				.rowsUpdated()
				.map((rows) -> rows == 1));
	}

	Mono<Void> refuse(UUID municipality, ImportEvent part, String reasonKey) {
		return this.database.sql("""
				update import_part set refusal = :refusal
				where municipality = :municipality and import_id = :import and part = :part
				""")
			.bind("refusal", reasonKey)
			.bind("municipality", municipality)
			.bind("import", part.importId())
			.bind("part", part.part())
			.fetch()
			.rowsUpdated()
			.then();
	}

}
