package jp.meguri.catalog.heartbeat;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.catalog.municipality.MunicipalityRepository;
import jp.meguri.database.Ids;
import jp.meguri.database.WorkerTransaction;
import jp.meguri.events.CycleMode;
import jp.meguri.events.EventActor;
import jp.meguri.events.EventEnvelope;
import jp.meguri.events.Topics;
import jp.meguri.events.catalog.CatalogEvent.Heartbeat;
import jp.meguri.outbox.Outbox;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Announces a heartbeat for every city, through the outbox: it arrives after everything
 * that was announced before it.
 */
@Component
final class Heartbeats {

	private final MunicipalityRepository municipalities;

	private final WorkerTransaction transaction;

	private final DatabaseClient client;

	private final Outbox outbox;

	Heartbeats(MunicipalityRepository municipalities, WorkerTransaction transaction, DatabaseClient client,
			Outbox outbox) {
		this.municipalities = municipalities;
		this.transaction = transaction;
		this.client = client;
		this.outbox = outbox;
	}

	Mono<Void> beat() {
		return this.municipalities.ids()
			.flatMapMany(Flux::fromIterable)
			.concatMap((municipality) -> this.transaction.in(municipality, beat(municipality)))
			.then();
	}

	// System time, not business time: freshness must survive a moved business clock.
	private Mono<Void> beat(UUID municipality) {
		return this.client.sql("""
				insert into heartbeat (municipality, id, version) values (:municipality, :id, 1)
				on conflict (municipality) do update set version = heartbeat.version + 1
				returning id, version
				""")
			.bind("municipality", municipality)
			.bind("id", Ids.next())
			.map((row) -> envelope(municipality, Objects.requireNonNull(row.get("id", UUID.class)),
					Objects.requireNonNull(row.get("version", Long.class))))
			.one()
			.flatMap((event) -> this.outbox.append(event, Topics.CATALOG));
	}

	private static EventEnvelope<Heartbeat> envelope(UUID municipality, UUID id, long version) {
		Instant now = Instant.now();
		return EventEnvelope.of(municipality, "heartbeat", id, version, municipality, now, CycleMode.LIVE,
				EventActor.SYSTEM, null, new Heartbeat(municipality, now));
	}

}
