package jp.meguri.evaluation.report;

import java.time.Instant;
import java.util.UUID;
import jp.meguri.evaluation.Columns;
import jp.meguri.evaluation.StoredJson;
import jp.meguri.events.EventActor;
import jp.meguri.events.content.ReportContent;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Results an imported document offers, kept until their goal is confirmed.
 */
@Repository
class OfferedResults {

	private final DatabaseClient database;

	OfferedResults(DatabaseClient database) {
		this.database = database;
	}

	/** The latest offer for a goal counts. */
	Mono<Void> keep(UUID municipality, UUID goal, UUID importId, int part, Offer offer, Instant at) {
		var statement = this.database
			.sql("""
					insert into offered_result (municipality, goal, import_id, part, content, person, person_name, offered_at)
					values (:municipality, :goal, :import, :part, cast(:content as jsonb), :person, :name, :at)
					on conflict (municipality, goal) do update set import_id = excluded.import_id, part = excluded.part,
					    content = excluded.content, person = excluded.person, person_name = excluded.person_name,
					    offered_at = excluded.offered_at
					""")
			.bind("municipality", municipality)
			.bind("goal", goal)
			.bind("import", importId)
			.bind("part", part)
			.bind("content", StoredJson.write(offer.content()))
			.bind("name", offer.from().name())
			.bind("at", at);
		@Nullable UUID person = offer.from().person();
		return ((person != null) ? statement.bind("person", person) : statement.bindNull("person", UUID.class)).fetch()
			.rowsUpdated()
			.then();
	}

	Mono<Offer> take(UUID municipality, UUID goal) {
		return this.database.sql("""
				delete from offered_result where municipality = :municipality and goal = :goal
				returning content, person, person_name
				""")
			.bind("municipality", municipality)
			.bind("goal", goal)
			.map((row) -> new Offer(Columns.json(row, "content", ReportContent.class),
					new EventActor(row.get("person", UUID.class), Columns.text(row, "person_name"))))
			.one();
	}

	/** True the first time a part is answered, false ever after. */
	Mono<Boolean> answer(UUID municipality, UUID importId, int part, @Nullable String refusal) {
		var statement = this.database.sql("""
				insert into import_part (municipality, import_id, part, refusal)
				values (:municipality, :import, :part, :refusal)
				on conflict do nothing
				""").bind("municipality", municipality).bind("import", importId).bind("part", part);
		return ((refusal != null) ? statement.bind("refusal", refusal) : statement.bindNull("refusal", String.class))
			.fetch()
			.rowsUpdated()
			.map((rows) -> rows == 1);
	}

	/**
	 * @param from who registered the document
	 */
	record Offer(ReportContent content, EventActor from) {
	}

}
