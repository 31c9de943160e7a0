package jp.meguri.notifications.notice;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.List;
import jp.meguri.web.MeguriProblem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;

/**
 * "Something changed in your inbox": hints to the open streams of a person on this
 * replica. A hint carries nothing; whoever gets one asks again.
 */
@Component
class InboxHints {

	private static final int STREAMS_PER_PERSON = 5;

	private final Map<UUID, List<Consumer<UUID>>> listeners = new ConcurrentHashMap<>();

	/** Hints once the running transaction has committed. */
	Mono<Void> afterCommit(UUID person) {
		return TransactionSynchronizationManager.forCurrentTransaction()
			.doOnNext((manager) -> manager.registerSynchronization(new TransactionSynchronization() {
				@Override
				public Mono<Void> afterCommit() {
					return Mono.fromRunnable(() -> hint(person));
				}
			}))
			.then();
	}

	void hint(UUID person) {
		this.listeners.getOrDefault(person, List.of()).forEach((listener) -> listener.accept(person));
	}

	/**
	 * The hints for one person, the first at once; a slow reader keeps only the latest.
	 * One stream too many is an error before there is any hint.
	 */
	Flux<UUID> of(UUID person) {
		return Flux.create((sink) -> {
			Consumer<UUID> listener = sink::next;
			if (enter(person, listener)) {
				sink.onDispose(() -> leave(person, listener));
				sink.next(person);
			}
			else {
				sink.error(new MeguriProblem(429, "too-many-streams").retryAfter(InboxStream.LOOK));
			}
		}, FluxSink.OverflowStrategy.LATEST);
	}

	/** Counted and entered in one step: a hundred at once are as many as one by one. */
	private boolean enter(UUID person, Consumer<UUID> listener) {
		List<Consumer<UUID>> after = this.listeners.compute(person, (key, before) -> {
			List<Consumer<UUID>> own = (before != null) ? before : new CopyOnWriteArrayList<>();
			if (own.size() < STREAMS_PER_PERSON) {
				own.add(listener);
			}
			return own;
		});
		return after.contains(listener);
	}

	private void leave(UUID person, Consumer<UUID> listener) {
		this.listeners.computeIfPresent(person, (key, own) -> {
			own.remove(listener);
			return own.isEmpty() ? null : own;
		});
	}

}
