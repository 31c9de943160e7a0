package jp.meguri.audit;

import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.meguri.database.WorkerTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Seals what was appended and checks what is sealed. Entries are sealed in the order in
 * which they are found, so one that commits late is not missed.
 */
final class AuditChain {

	private static final int PAGE = 500;

	private final DatabaseClient worker;

	private final WorkerTransaction transaction;

	AuditChain(DatabaseClient worker, WorkerTransaction transaction) {
		this.worker = worker;
		this.transaction = transaction;
	}

	/** Seals what waits; says how many entries that were. */
	Mono<Integer> seal() {
		return this.worker
			.sql("select " + StoredEntry.COLUMNS + " from audit_entry where number is null order by seq" + " limit "
					+ PAGE)
			.map(StoredEntry::of)
			.all()
			.collectMultimap(StoredEntry::municipality)
			.flatMapIterable((byCity) -> byCity.entrySet())
			.concatMap((city) -> this.transaction.in(city.getKey(), seal(city.getKey(), List.copyOf(city.getValue()))))
			.reduce(0, Integer::sum);
	}

	private Mono<Integer> seal(UUID municipality, List<StoredEntry> entries) {
		return end(municipality, " for update").flatMap((end) -> Flux.fromIterable(entries)
			.scan(new Sealed(end, null), Sealed::next)
			.skip(1)
			.concatMap(this::store)
			.last()
			.flatMap((last) -> moveEnd(municipality, last.end()))
			.thenReturn(entries.size()));
	}

	private Mono<Sealed> store(Sealed sealed) {
		return this.worker.sql("update audit_entry set number = $1, hash = $2 where seq = $3 and number is null")
			.bind(0, sealed.end().number())
			.bind(1, sealed.end().hash())
			.bind(2, Objects.requireNonNull(sealed.entry()).seq())
			.fetch()
			.rowsUpdated()
			.filter((rows) -> rows == 1)
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("Entry sealed by somebody else")))
			.thenReturn(sealed);
	}

	private Mono<Void> moveEnd(UUID municipality, ChainEnd end) {
		return this.worker.sql("""
				insert into audit_chain (municipality, number, hash) values ($1, $2, $3)
				on conflict (municipality) do update set number = excluded.number, hash = excluded.hash
				""").bind(0, municipality).bind(1, end.number()).bind(2, end.hash()).then();
	}

	Mono<AuditVerification> verify(UUID municipality) {
		return this.transaction.in(municipality, end(municipality, ""))
			.flatMap((end) -> verifyAfter(municipality, ChainEnd.START, end));
	}

	private Mono<AuditVerification> verifyAfter(UUID municipality, ChainEnd start, ChainEnd end) {
		return page(municipality, start.number()).flatMap((page) -> {
			ChainEnd reached = start;
			for (StoredEntry entry : page) {
				ChainEnd next = reached.after(entry);
				if (!Objects.equals(entry.number(), next.number())) {
					return Mono.just(AuditVerification.broken(next.number(), "missing"));
				}
				if (!Arrays.equals(entry.hash(), next.hash())) {
					return Mono.just(AuditVerification.broken(next.number(), "changed"));
				}
				reached = next;
			}
			return (page.size() == PAGE) ? verifyAfter(municipality, reached, end) : Mono.just(compare(reached, end));
		});
	}

	// Sealing may go on meanwhile: more than the known end is no fault.
	private static AuditVerification compare(ChainEnd reached, ChainEnd end) {
		if (reached.number() < end.number()) {
			return AuditVerification.broken(reached.number() + 1, "missing");
		}
		if (reached.number() == end.number() && !Arrays.equals(reached.hash(), end.hash())) {
			return AuditVerification.broken(reached.number(), "end changed");
		}
		return AuditVerification.intact(reached.number());
	}

	private Mono<List<StoredEntry>> page(UUID municipality, long after) {
		return this.transaction.in(municipality,
				this.worker
					.sql("select " + StoredEntry.COLUMNS + " from audit_entry"
							+ " where municipality = $1 and number > $2 order by number limit " + PAGE)
					.bind(0, municipality)
					.bind(1, after)
					.map(StoredEntry::of)
					.all()
					.collectList());
	}

	private Mono<ChainEnd> end(UUID municipality, String lock) {
		return this.worker.sql("select number, hash from audit_chain where municipality = $1" + lock)
			.bind(0, municipality)
			.map(AuditChain::end)
			.one()
			.defaultIfEmpty(ChainEnd.START);
	}

	private static ChainEnd end(Readable row) {
		return new ChainEnd(Objects.requireNonNull(row.get("number", Long.class)),
				Objects.requireNonNull(row.get("hash", byte[].class)));
	}

	/** An entry with the chain's end behind it. */
	private record Sealed(ChainEnd end, @Nullable StoredEntry entry) {

		Sealed next(StoredEntry following) {
			return new Sealed(this.end.after(following), following);
		}

	}

}
