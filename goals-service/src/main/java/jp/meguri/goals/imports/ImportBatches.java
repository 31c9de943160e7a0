package jp.meguri.goals.imports;

import java.util.UUID;
import jp.meguri.database.CityTransaction;
import jp.meguri.directory.Actor;
import jp.meguri.time.BusinessClock;
import jp.meguri.web.Page;
import jp.meguri.web.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Many imports at once: giving a batch up, and what a person should look at in any of
 * them.
 */
@Component
class ImportBatches {

	private final ImportRepository imports;

	private final RemarkRepository remarks;

	private final ImportService service;

	private final CityTransaction transaction;

	private final BusinessClock clock;

	ImportBatches(ImportRepository imports, RemarkRepository remarks, ImportService service,
			CityTransaction transaction, BusinessClock clock) {
		this.imports = imports;
		this.remarks = remarks;
		this.service = service;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Abandons what of a batch is only read; how many that were. */
	Mono<Long> abandon(Actor actor, UUID batch) {
		return this.transaction.in(actor.municipality(),
				this.imports.lockRead(actor, batch)
					.flatMapMany(Flux::fromIterable)
					.concatMap((current) -> this.imports.abandon(current, actor, this.clock.now())
						.then(this.service.record(actor, current, "import.abandon"))
						.thenReturn(current))
					.count());
	}

	Mono<Page<ListedRemark>> remarks(Actor actor, @Nullable UUID batch, RemarkCursor from) {
		return this.transaction.in(actor.municipality(), this.remarks.list(actor, batch, from));
	}

	/** Ticks a remark off, or opens it again; also after registering. */
	Mono<Void> resolve(Actor actor, UUID id, int ordinal, boolean resolved) {
		return this.transaction
			.in(actor.municipality(),
					this.imports.visibleTo(actor, id)
						.flatMap((found) -> this.remarks.resolve(found, ordinal, resolved, actor, this.clock.now())
							.filter(Boolean::booleanValue)
							.flatMap((done) -> this.service
								.record(actor, found, resolved ? "import.remark-resolve" : "import.remark-reopen")
								.thenReturn(done)))
						.switchIfEmpty(Mono.error(Problems::notFound)))
			.then();
	}

}
