package jp.meguri.notifications.notice;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.List;
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
	 * The hints for one person; a slow reader keeps only the latest.
	 */
	Flux<UUID> of(UUID person) {
		return Flux.create((sink) -> {
			List<Consumer<UUID>> own = this.listeners.computeIfAbsent(person, (key) -> new CopyOnWriteArrayList<>());
			Consumer<UUID> listener = sink::next;
			own.add(listener);
			sink.onDispose(() -> own.remove(listener));
		}, FluxSink.OverflowStrategy.LATEST);
	}

	boolean isFull(UUID person) {
		return this.listeners.getOrDefault(person, List.of()).size() >= STREAMS_PER_PERSON;
	}

}
