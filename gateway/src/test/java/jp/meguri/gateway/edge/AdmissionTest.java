package jp.meguri.gateway.edge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.meguri.gateway.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTest {

	private final Admission admission = new Admission(new EdgeProperties(null, Set.of(), DataSize.ofMegabytes(5),
			DataSize.ofMegabytes(20), 50, 200, 200, 1000, 3, ofSeconds(8), ofSeconds(50)));

	private final Sinks.Empty<Void> end = Sinks.empty();

	@Test
	void oneRequestTooMany_isRefused_untilAnotherHasEnded() {
		begin("/api/me", 3);
		refused("/api/me");
		this.end.tryEmitEmpty();
		StepVerifier.create(pass("/api/me")).verifyComplete();
	}

	@Test
	void whoHangsUp_leavesAPlace() {
		begin("/api/me", 3).get(0).dispose();
		assertThat(pass("/api/me").subscribe().isDisposed()).isFalse();
		refused("/api/me");
	}

	@Test
	void streamsAndAssets_doNotCount() {
		begin("/api/notifications/stream", 20);
		begin("/assets/index.js", 20);
		begin("/api/me", 3);
		refused("/api/me");
	}

	private List<Disposable> begin(String path, int count) {
		List<Disposable> begun = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			begun.add(pass(path).subscribe());
		}
		assertThat(begun).noneMatch(Disposable::isDisposed);
		return begun;
	}

	private void refused(String path) {
		StepVerifier.create(pass(path))
			.verifyErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(Problem.class,
					(problem) -> assertThat(problem.name()).isEqualTo("overloaded")));
	}

	private Mono<Void> pass(String path) {
		var exchange = MockServerWebExchange.from(MockServerHttpRequest.get(path));
		return this.admission.filter(exchange, (passed) -> this.end.asMono());
	}

}
