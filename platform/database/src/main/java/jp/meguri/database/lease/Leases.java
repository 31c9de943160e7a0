package jp.meguri.database.lease;

import java.time.Duration;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The leases of this process, by the database's clock.
 */
public final class Leases {

	private final UUID self = UUID.randomUUID();

	private final DatabaseClient worker;

	public Leases(DatabaseClient worker) {
		this.worker = worker;
	}

	/** Takes or renews a lease; empty while another process holds it. */
	public Mono<Lease> acquire(String name, Duration validFor) {
		return this.worker.sql("""
				insert into lease as held (name, holder, epoch, valid_until)
				values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
				on conflict (name) do update set
				    holder = excluded.holder,
				    epoch = held.epoch + case when held.holder = excluded.holder then 0 else 1 end,
				    valid_until = excluded.valid_until
				where held.holder = excluded.holder or held.valid_until < clock_timestamp()
				returning epoch
				""")
			.bind(0, name)
			.bind(1, this.self)
			.bind(2, validFor.toMillis())
			.map((row) -> new Lease(name, row.get("epoch", Long.class)))
			.one();
	}

	/** Gives a lease up, so that another process need not wait. */
	public Mono<Void> release(String name) {
		return this.worker.sql("update lease set valid_until = '-infinity' where name = $1 and holder = $2")
			.bind(0, name)
			.bind(1, this.self)
			.then();
	}

}
