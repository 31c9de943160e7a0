package jp.meguri.directory;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Questions to the database that many callers have at once and that are asked once. They
 * run on connections of their own, whatever transaction a caller is in: the answer must
 * not depend on somebody's uncommitted work. And they run to the end, whether or not a
 * caller hangs up: the driver leaks rows of queries that are cancelled.
 */
final class SharedQuestions<K, T> {

	private final Map<K, CompletableFuture<@Nullable T>> running = new ConcurrentHashMap<>();

	Mono<T> ask(K key, Mono<T> question) {
		return Mono.fromFuture(() -> join(key, question), true);
	}

	private CompletableFuture<@Nullable T> join(K key, Mono<T> question) {
		CompletableFuture<@Nullable T> mine = new CompletableFuture<>();
		CompletableFuture<@Nullable T> earlier = this.running.putIfAbsent(key, mine);
		if (earlier != null) {
			return earlier;
		}
		question.toFuture().whenComplete((answer, failure) -> {
			this.running.remove(key, mine);
			if (failure != null) {
				mine.completeExceptionally(failure);
			}
			else {
				mine.complete(answer);
			}
		});
		return mine;
	}

}
