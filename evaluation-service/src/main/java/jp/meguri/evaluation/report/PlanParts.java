package jp.meguri.evaluation.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.evaluation.ImportAnswer.Match;
import jp.meguri.events.goals.ImportEvent.ResultsOffered;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is known of the plans that imports offered to the catalog, and the results that
 * wait for their grades. Offers, answers and schemes come over different topics; all of
 * this is read and written under one lock per city, so that whichever comes last sees the
 * others.
 */
@Repository
class PlanParts {

	private final DatabaseClient database;

	PlanParts(DatabaseClient database) {
		this.database = database;
	}

	/** Until the end of the transaction. */
	Mono<Void> lock(UUID municipality) {
		return this.database.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
			.bind("key", "offered-grades/" + municipality)
			.then();
	}

	/** A plan was offered to the catalog, perhaps with a grading scheme. */
	Mono<Void> offered(UUID municipality, UUID importId, int part, @Nullable UUID scheme) {
		GenericExecuteSpec statement = this.database.sql("""
				insert into plan_part (municipality, import_id, part, scheme)
				values (:municipality, :import, :part, :scheme)
				on conflict (municipality, import_id, part) do update set scheme = excluded.scheme
				""").bind("municipality", municipality).bind("import", importId).bind("part", part);
		return ((scheme != null) ? statement.bind("scheme", scheme) : statement.bindNull("scheme", UUID.class)).fetch()
			.rowsUpdated()
			.then();
	}

	/** The catalog has refused a part; it may be another than a plan. */
	Mono<Void> refused(UUID municipality, UUID importId, int part) {
		return this.database.sql("""
				insert into plan_part (municipality, import_id, part, refused)
				values (:municipality, :import, :part, true)
				on conflict (municipality, import_id, part) do update set refused = true
				""")
			.bind("municipality", municipality)
			.bind("import", importId)
			.bind("part", part)
			.fetch()
			.rowsUpdated()
			.then();
	}

	/** Whether one of these schemes will never come. */
	Mono<Boolean> isRefused(UUID municipality, Collection<UUID> schemes) {
		return this.database.sql("""
				select exists (select from plan_part
				               where municipality = :municipality and scheme = any(:schemes) and refused) as refused
				""")
			.bind("municipality", municipality)
			.bind("schemes", schemes.toArray(UUID[]::new))
			.map((row) -> Columns.get(row, "refused", Boolean.class))
			.one();
	}

	/** What the catalog already had under another id. */
	Mono<Void> keep(UUID municipality, List<Match> matches) {
		return Flux.fromIterable(matches).concatMap((match) -> keep(municipality, match)).then();
	}

	private Mono<Long> keep(UUID municipality, Match match) {
		return this.database.sql("""
				insert into catalog_match (municipality, offered, present) values (:municipality, :offered, :present)
				on conflict (municipality, offered) do nothing
				""")
			.bind("municipality", municipality)
			.bind("offered", match.offered())
			.bind("present", match.present())
			.fetch()
			.rowsUpdated();
	}

	/** The ids the catalog has for these, where they are others. */
	Mono<Map<UUID, UUID>> matches(UUID municipality, Collection<UUID> offered) {
		return this.database.sql("""
				select offered, present from catalog_match
				where municipality = :municipality and offered = any(:offered)
				""")
			.bind("municipality", municipality)
			.bind("offered", offered.toArray(UUID[]::new))
			.map((row) -> Map.entry(Columns.uuid(row, "offered"), Columns.uuid(row, "present")))
			.all()
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	Mono<Void> keepWaiting(OfferedPart part) {
		return this.database.sql("""
				insert into waiting_part (municipality, import_id, part, offer)
				values (:municipality, :import, :part, cast(:offer as jsonb))
				on conflict do nothing
				""")
			.bind("municipality", part.municipality())
			.bind("import", part.offer().importId())
			.bind("part", part.offer().part())
			.bind("offer", StoredJson.write(part))
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Void> dropWaiting(UUID municipality, ResultsOffered offer) {
		return this.database.sql("""
				delete from waiting_part where municipality = :municipality and import_id = :import and part = :part
				""")
			.bind("municipality", municipality)
			.bind("import", offer.importId())
			.bind("part", offer.part())
			.fetch()
			.rowsUpdated()
			.then();
	}

	Mono<List<OfferedPart>> waiting(UUID municipality) {
		return this.database
			.sql("select offer from waiting_part where municipality = :municipality order by import_id, part")
			.bind("municipality", municipality)
			.map((row) -> Columns.json(row, "offer", OfferedPart.class))
			.all()
			.collectList();
	}

}
